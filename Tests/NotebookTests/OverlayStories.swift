import Testing

@testable import WallisNotebook

@Suite struct OverlayStories {
  @Test func questionMarkShowsTheKeysOfThisPlaceFirst() throws {
    let story = try Story(threeCells)
    try story.press("?")
    story.sees("─ Keys ")
    story.sees("Outside editing")
    story.sees("more lines, j scrolls")
    for _ in 0..<20 { try story.press("PageDown") }
    story.sees("Esc closes, / finds one")
    try story.press("?")
    story.misses("─ Keys ")
    try story.press("Enter F1")
    story.sees("While editing")
    try story.press("F1")
    #expect(story.model.isEditing, "help gives the typing back")
  }

  @Test func scrollingHelpStopsAtItsEnd() throws {
    let story = try Story(threeCells)
    try story.press("?")
    for _ in 0..<300 { try story.press("j") }
    story.sees("Esc closes")
    try story.press("k")
    story.sees("1 more line, j scrolls")
  }

  @Test func thePaletteFindsActionsByName() throws {
    let story = try Story(threeCells)
    try story.press(":")
    story.sees("insert-below")
    story.type("move-d")
    story.sees("move the cell down")
    story.misses("insert-below")
    try story.press("Enter")
    #expect(story.sources == ["K = pcf(2n+1, n^2)", "# A tour", "K * pi"])
  }

  @Test func thePaletteListIsWalkedWithTheArrows() throws {
    let story = try Story(threeCells)
    try story.press(":")
    story.type("insert")
    try story.press("Down Enter")
    #expect(story.sources == ["# A tour", "", "K = pcf(2n+1, n^2)", "K * pi"], "insert-below is the second")
  }

  @Test func thePaletteRunsAVerbLine() throws {
    let story = try Story(threeCells)
    try story.press("F2")
    story.type("evaluate zeta(3) --digits 30")
    try story.press("Enter")
    #expect(story.sources[1] == "evaluate zeta(3) --digits 30")
    story.sees("value of evaluate zeta(3)")
  }

  @Test func thePaletteWorksWhileEditing() throws {
    let story = try Story(threeCells)
    try story.press("G Enter F2")
    story.type("delete")
    try story.press("Enter")
    #expect(story.model.cells.count == 2)
    #expect(!story.model.isEditing)
  }

  @Test func escLeavesAnOverlayAsItFoundTheCells() throws {
    let story = try Story(threeCells)
    let before = story.screen
    for opener in [":", "/", "?", "F2", "F1"] {
      try story.press(opener)
      try story.press("Esc")
      #expect(story.screen == before, "after \(opener)")
    }
  }

  @Test func theLineAtTheBottomIsEditedLikeACell() throws {
    let story = try Story(threeCells)
    try story.press("/")
    story.type("abc K")
    try story.press("Ctrl-A Alt-d Delete")
    story.sees("/K")
    #expect(story.model.selection == 1)
  }
}
