import Testing

@testable import WallisNotebook

/// The user's own editor on the text of a cell.
@Suite struct EditorStories {
  @Test func itsTextComesBackAsOneStepOfUndo() throws {
    let story = try Story(threeCells)
    var given = ""
    story.notebook.editor = {
      given = $0
      return .text("K = pi\nL = e\n")
    }
    try story.press("j E")
    #expect(given == "K = pcf(2n+1, n^2)")
    #expect(story.model.selected.content.source == "K = pi\nL = e")
    story.sees("the cell has the text of the editor; u takes that back")
    try story.press("u")
    #expect(story.model.selected.content.source == "K = pcf(2n+1, n^2)")
  }

  @Test func whileTypingTheTextGoesOnFromThere() throws {
    let story = try Story(threeCells)
    story.notebook.editor = { .text($0 + " + 1\n") }
    try story.press("j j Enter Ctrl-X Ctrl-E")
    story.type("2")
    #expect(story.model.selected.content.source == "K * pi + 12" && story.model.isEditing)
    try story.press("Ctrl-_ Ctrl-_")
    #expect(story.model.selected.content.source == "K * pi")
  }

  @Test func aFailingEditorLosesNothing() throws {
    let story = try Story(threeCells)
    story.notebook.editor = { _ in .failed("the editor ed failed, exit code 1: the cell is as it was") }
    let before = story.sources
    try story.press("j E")
    story.sees("the editor ed failed")
    #expect(story.sources == before && !story.model.isModified)
    story.notebook.editor = { .text($0 + "\n") }
    try story.press("E")
    story.sees("the text is as it was")
    #expect(!story.model.isModified)
  }

  @Test func controlCharactersStayOut() throws {
    let story = try Story(threeCells)
    story.notebook.editor = { _ in .text("1\r\n2\u{1B}[31m") }
    try story.press("j E")
    #expect(story.model.selected.content.source == "1\n2[31m")
  }
}
