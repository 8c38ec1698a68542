import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// Cells whose text or names have changed since they were run.
@Suite struct StaleStories {
  /// Cells that say `K = 2`, `L = K + 1`, `L * pi` and `e`, all of them run.
  private func chain(ascii: Bool = false) throws -> Story {
    let story = try Story(ascii: ascii)
    for text in ["K = 2", "L = K + 1", "L * pi", "e"] {
      if !story.model.isEditing { try story.press("Enter") }
      story.type(text)
      try story.press("Alt-Enter")
    }
    try story.press("Esc g g")
    return story
  }

  private func stale(_ story: Story) -> [Int] {
    story.model.cells.indices.filter { story.model.stale.contains(story.model.cells[$0].id) }
  }

  @Test func whatHasRunIsNotStale() throws {
    let story = try chain()
    #expect(stale(story).isEmpty)
    story.misses("↻")
    try story.press("r")
    story.sees("no cell has changed since it was run")
  }

  @Test func anEditMarksTheCellAndThoseThatUseItsName() throws {
    let story = try chain()
    try story.press("Enter Backspace")
    story.type("3")
    #expect(stale(story) == [0, 1, 2])
    try story.press("Esc")
    #expect(story.rows(with: "↻").count == 3)
    story.sees("[1]↻ L * pi")
    try story.press("u")
    #expect(stale(story).isEmpty)
    try story.press("Ctrl-R")
    #expect(stale(story) == [0, 1, 2])
  }

  /// In a long notebook what uses a name is marked when the cell is left, the cell itself at once.
  @Test func longNotebooksAreGoneThroughAtTheEndOfAnEdit() throws {
    let story = try chain()
    for _ in 0..<160 { try story.press("G b Esc") }
    try story.press("g g Enter Backspace")
    story.type("3")
    #expect(stale(story) == [0])
    try story.press("Esc")
    #expect(stale(story) == [0, 1, 2])
  }

  @Test func anEditThatMakesTheSameNameMarksOnlyItsCell() throws {
    let story = try chain()
    try story.press("Enter")
    story.type(" # two")
    #expect(stale(story) == [0])
  }

  @Test func theMarkIsASCIIWhereOnlyThatMayBeDrawn() throws {
    let story = try chain(ascii: true)
    try story.press("Enter")
    story.type("2")
    #expect(story.rows(with: "]~ ").count == 3)
  }

  @Test func aNameRunAgainWithAnotherValueMarksItsUsers() throws {
    let story = try chain()
    try story.press("Enter Backspace")
    story.type("5")
    try story.press("F5")
    #expect(stale(story) == [1, 2])
    try story.press("Esc j j F5")
    #expect(stale(story) == [1, 2], "what it uses has not been run anew")
  }

  @Test func runStaleRunsThemInOrderAndNoOthers() throws {
    let story = try chain()
    try story.press("Enter Backspace")
    story.type("7")
    try story.press("Esc")
    let before = story.runner.started.count
    try story.press("r")
    let started = story.runner.started.dropFirst(before).map(\.request)
    #expect(started.map(\.source) == ["K = 7", "L = K + 1", "L * pi"])
    #expect(started.last?.bindings.map(\.source) == ["7", "K + 1"])
    #expect(stale(story).isEmpty)
    story.sees("all cells have run")
  }

  @Test func aNewNameBetweenMarksAndGoesAgain() throws {
    let story = try chain()
    try story.press("j b Enter")
    story.type("L = 9")
    #expect(stale(story) == [3])
    try story.press("Esc d d")
    #expect(stale(story).isEmpty)
    try story.press("g g J")
    #expect(stale(story) == [0, 3 - 1])
  }

  @Test func aCancelledRunLeavesTheCellStale() throws {
    let story = try chain()
    try story.press("Enter")
    story.type("1")
    story.runner.holds = true
    try story.press("F5")
    #expect(story.rows(with: "[*]  K = 21").count == 1)
    try story.press("Ctrl-C")
    story.runner.end(story.runner.started.count - 1, .signalled(2))
    story.notebook.settle(seconds: 0)
    #expect(stale(story).contains(0))
    #expect(story.rows(with: "[-]  K = 21").count == 1)
  }

  @Test func outputsOfAFileBelongToItsText() throws {
    let story = try Story(threeCells)
    #expect(stale(story).isEmpty)
    try story.press("j Enter Backspace")
    #expect(stale(story) == [2])
    try story.press("Esc u")
    #expect(stale(story).isEmpty)
    try story.press("G Enter")
    story.type(" + 1")
    #expect(stale(story) == [2])
  }

  @Test func aCellBroughtBackKnowsWhatItWasRunWith() throws {
    let story = try chain()
    try story.press("j j d d u")
    #expect(stale(story).isEmpty)
    try story.press("Enter")
    story.type("!")
    #expect(stale(story) == [2])
  }

  @Test func wordsOfACell() {
    #expect(Workspace.words(of: "a = b + 2c\na*d(x)") == ["b", "c", "d", "x"])
    #expect(Workspace.words(of: "f(x, y) = x*k + y") == ["k"])
    #expect(Workspace.words(of: "measure K --depth n # of no use") == ["measure", "K", "n"])
    #expect(Workspace.words(of: "# only K\n?K") == ["K"])
  }
}
