import Testing
import WallisDocuments

@testable import WallisNotebook

/// What fingers expect that have learnt other editors.
@Suite struct MannersStories {
  private func palette(_ story: Story, _ text: String) throws {
    try story.press(":")
    story.type(text)
    try story.press("Enter")
  }

  @Test func colonCommandsSaveAndQuit() throws {
    let story = try Story(threeCells)
    try story.press("b Enter")
    story.type("1 + 1")
    try story.press("Esc")
    try palette(story, "q")
    story.sees("not saved: :wq saves and quits")
    #expect(story.notebook.quitting == nil)
    try palette(story, "w")
    story.sees("saved story.md")
    #expect(story.store.files["story.md"]?.contains("1 + 1") == true)
    try palette(story, "w other/copy")
    story.sees("saved other/copy.md")
    try palette(story, "q")
    #expect(story.notebook.quitting == .clean)
  }

  @Test func colonWqSavesFirst() throws {
    let story = try Story(threeCells)
    try story.press("d d")
    try palette(story, "wq")
    #expect(story.notebook.quitting == .clean && story.store.files["story.md"]?.contains("A tour") == false)
    let lost = try Story(threeCells)
    try lost.press("d d")
    try palette(lost, "q!")
    #expect(lost.notebook.quitting == .losing)
  }

  @Test func colonEGoesToAnotherNotebook() throws {
    let story = try Story(threeCells)
    try palette(story, "e")
    story.sees("a file name is needed")
    try story.press("d d")
    try palette(story, "e second")
    story.sees("not saved: :w saves")
    try palette(story, "w")
    try palette(story, "e second")
    #expect(story.notebook.next == "second" && story.notebook.quitting == .clean)
  }

  @Test func colonHelpExplains() throws {
    let story = try Story(threeCells)
    try palette(story, "help")
    story.sees("─ Keys ")
    try story.press("Esc")
    try palette(story, "help delta")
    #expect(story.runner.started.last?.request.source == "help delta")
    story.sees("─ Help ")
  }

  @Test func longerWordsAreStillActionsAndVerbLines() throws {
    let story = try Story(threeCells)
    try story.press(":")
    story.type("exp")
    story.sees("export-html")
    story.misses("open another notebook")
    try story.press("Esc")
    try palette(story, "x + 1")
    #expect(story.model.selected.content.source == "x + 1")
  }

  @Test(arguments: [6, 10, 24])
  func completionsNeverCoverTheLineBeingTyped(_ rows: Int) throws {
    let words = (0..<30).map { CompletionWord("word\($0)", "number \($0)", kind: .constant) }
    for lines in [0, 1, 3, 8, 18] {
      let story = try Story(columns: 60, rows: rows, words: words)
      try story.press("Enter")
      story.type(String(repeating: "1\n", count: lines) + "2 + wor")
      try story.press("Tab")
      let cursor = try #require(story.notebook.frame.cursor)
      #expect(story.notebook.frame.lines[cursor.row].contains("2 + word"), "\(story.screen)")
      try story.press("Tab Tab")
      let later = try #require(story.notebook.frame.cursor)
      #expect(story.notebook.frame.lines[later.row].contains("2 + word1"), "\(story.screen)")
      if rows > 6 { story.sees("number 1") }
    }
  }

  @Test func undoWhileTypingGoesWordByWordAndBack() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("one two three")
    try story.press("Ctrl-_")
    #expect(story.model.selected.content.source == "one two ")
    try story.press("Ctrl-_ Ctrl-_")
    #expect(story.model.selected.content.source == "" && story.model.isEditing)
    try story.press("Alt-_ Alt-_ Alt-_")
    #expect(story.model.selected.content.source == "one two three" && story.model.isEditing)
  }
}
