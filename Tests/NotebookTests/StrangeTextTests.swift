import Testing
import WallisDocuments

@testable import WallisNotebook

/// Text that commands terminals gets neither on the screen nor into the file.
@Suite struct StrangeTextTests {
  @Test(arguments: ["\u{1B}[31mred", "\u{9B}2J", "a\u{7F}b", "a\u{0}b", "form\u{0C}feed"])
  func pastedCommandsAreNotKept(_ text: String) throws {
    let story = try Story(threeCells)
    story.notebook.paste(text)
    try story.press("Ctrl-S")
    let saved = try #require(story.store.files["story.md"])
    #expect(!saved.unicodeScalars.contains { $0.isCommandToTerminals })
    _ = try SessionFile(parsing: saved.utf8)
  }

  @Test func theTextOfAFileIsShownWithoutCommands() throws {
    let story = try Story("A\u{9B}2Jb\n\n```wallis\npi # \u{85}\n```\n")
    #expect(!story.screen.unicodeScalars.contains { $0.isCommandToTerminals })
  }
}
