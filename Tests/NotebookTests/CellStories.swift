import Testing

@testable import WallisNotebook

@Suite struct CellStories {
  @Test func openingShowsProseInputAndStoredOutput() throws {
    let story = try Story(threeCells)
    story.sees("# A tour")
    story.sees("[ ]  K = pcf(2n+1, n^2)")
    story.sees("  4\n")
    story.sees("story.md")
    story.sees("1/3")
    #expect(!story.model.isModified)
  }

  @Test func jAndKMoveAndStopAtTheEnds() throws {
    let story = try Story(threeCells)
    try story.press("j j j")
    #expect(story.model.selection == 2)
    story.sees("this is the last cell")
    try story.press("k Up Up")
    #expect(story.model.selection == 0)
    try story.press("G g g Down")
    #expect(story.model.selection == 1)
  }

  @Test func aAndBInsertAboveAndBelow() throws {
    let story = try Story(threeCells)
    try story.press("j b")
    #expect(story.model.selection == 2)
    try story.press("Enter")
    story.type("below")
    try story.press("Esc a Enter")
    story.type("above")
    try story.press("Esc")
    #expect(story.sources == ["# A tour", "K = pcf(2n+1, n^2)", "above", "below", "K * pi"])
  }

  @Test func ddDeletesAndUBringsBackWithItsOutput() throws {
    let story = try Story(threeCells)
    try story.press("G d")
    story.sees("d …")
    try story.press("d")
    #expect(story.sources == ["# A tour", "K = pcf(2n+1, n^2)"])
    story.misses("  4\n")
    try story.press("u")
    #expect(story.sources.last == "K * pi")
    story.sees("  4\n")
    story.misses("●")
    #expect(!story.model.isModified, "all bytes are as before")
  }

  @Test func aSingleDDoesNothing() throws {
    let story = try Story(threeCells)
    try story.press("d j")
    #expect(story.model.cells.count == 3)
    #expect(story.model.selection == 1, "j still moves")
  }

  @Test func deletingTheLastCellLeavesAnEmptyOne() throws {
    let story = try Story(threeCells)
    try story.press("d d d d d d")
    #expect(story.sources == [""])
    try story.press("d d u u u u")
    #expect(story.sources == ["# A tour", "K = pcf(2n+1, n^2)", "K * pi"])
  }

  @Test func cutPasteAndMove() throws {
    let story = try Story(threeCells)
    try story.press("G x k v")
    #expect(story.sources == ["# A tour", "K * pi", "K = pcf(2n+1, n^2)"])
    try story.press("J")
    #expect(story.sources == ["# A tour", "K = pcf(2n+1, n^2)", "K * pi"])
    try story.press("u u u")
    #expect(!story.model.isModified)
    try story.press("c v")
    #expect(story.model.cells.count == 4)
  }

  @Test func mAndYTurnACellIntoProseAndBack() throws {
    let story = try Story(threeCells)
    try story.press("G m")
    #expect(story.model.selected.content.kind == .prose)
    story.misses("  4\n")
    try story.press("y")
    story.sees("  4\n")
    #expect(!story.model.isModified)
  }

  @Test func slashFindsTextInCellsAndOutputs() throws {
    let story = try Story(threeCells)
    try story.press("/")
    story.type("PCF")
    #expect(story.model.selection == 1)
    try story.press("Enter n")
    #expect(story.model.selection == 1, "there is one match; the search goes round")
    #expect(story.notebook.frame.cells.contains { $0.style == .interface(.match) })
    try story.press("Esc")
    #expect(!story.notebook.frame.cells.contains { $0.style == .interface(.match) })
    try story.press("/")
    story.type("nowhere")
    story.sees("not found")
  }

  @Test func aKeyWithoutMeaningSaysSo() throws {
    let story = try Story(threeCells)
    try story.press("F9")
    story.sees("F9 has no meaning here; ? shows the keys")
  }
}
