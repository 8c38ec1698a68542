import Testing

@testable import WallisNotebook

@Suite struct EditingStories {
  @Test func aNewNotebookWelcomesAndTakesNoKeyForIt() throws {
    let story = try Story()
    story.sees("Welcome to Wallis")
    story.sees("Alt-Enter")
    #expect(story.model.cells.count == 1)
    #expect(!story.model.isEditing)
    try story.press("Enter")
    #expect(story.model.isEditing)
    story.type("pi")
    story.misses("Welcome")
  }

  @Test func typeAndRunACell() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("pcf(6, (2n-1)^2)")
    try story.press("Alt-Enter")
    story.sees("[1]  pcf(6, (2n-1)^2)")
    story.sees("    value of pcf(6, (2n-1)^2)")
    #expect(story.sources == ["pcf(6, (2n-1)^2)", ""])
    #expect(story.model.isEditing, "a new cell waits for input after the last one")
  }

  @Test func enterMakesANewLineAndEscLeaves() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("a = 1\na + 1")
    try story.press("Esc")
    #expect(story.sources == ["a = 1\na + 1"])
    #expect(!story.model.isEditing)
    try story.press("F5")
    story.sees("value of a + 1")
    #expect(story.model.cells.count == 1, "F5 stays")
  }

  @Test func emacsKeysMoveCutAndInsert() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("one two three")
    try story.press("Ctrl-A Alt-d Ctrl-E Space Ctrl-Y")
    #expect(story.sources == [" two three one"])
    try story.press("Ctrl-W Ctrl-H")
    #expect(story.sources == [" two three"])
    try story.press("Ctrl-A Ctrl-D Ctrl-F Ctrl-T")
    #expect(story.sources == ["wto three"])
    try story.press("Alt-f Ctrl-K")
    #expect(story.sources == ["wto"])
    try story.press("Ctrl-Y Alt-b Ctrl-K Ctrl-U Ctrl-Y")
    #expect(story.sources == ["wto three"], "cuts in a row add up")
  }

  @Test func upAndDownKeepTheColumn() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("long line\nab\nanother line")
    try story.press("Up Up")
    story.type("!")
    #expect(story.sources == ["long line!\nab\nanother line"])
  }

  @Test func undoTakesBackTypingByWordsAndRedoRepeats() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("one two")
    try story.press("Ctrl-_")
    #expect(story.sources == ["one "])
    #expect(story.model.isEditing)
    story.type("x")
    #expect(story.sources == ["one x"], "typing goes on where undo left the cursor")
    try story.press("Esc u u")
    #expect(story.sources == [""])
    try story.press("Ctrl-R Ctrl-R")
    #expect(story.sources == ["one x"])
    try story.press("Ctrl-R")
    story.sees("nothing to redo")
  }

  @Test func upRecallsInputsThatBeginTheSame() throws {
    let story = try Story()
    try story.press("Enter")
    for input in ["pi", "pcf(1, n)", "zeta(3)"] {
      story.type(input)
      try story.press("Alt-Enter")
    }
    story.type("p")
    try story.press("Up")
    #expect(story.sources.last == "pcf(1, n)")
    try story.press("Up")
    #expect(story.sources.last == "pi")
    try story.press("Up")
    story.sees("no earlier input begins like this")
    try story.press("Down Down")
    #expect(story.sources.last == "p", "the typed text comes back")
  }

  @Test func ctrlRFindsAnEarlierInput() throws {
    let story = try Story()
    try story.press("Enter")
    for input in ["zeta(3)", "a = 1\nlog(2)"] {
      story.type(input)
      try story.press("Alt-Enter")
    }
    try story.press("Ctrl-R")
    story.type("LOG")
    story.sees("earlier input: LOG")
    try story.press("Enter")
    #expect(story.sources.last == "a = 1\nlog(2)", "a cell of several lines comes back whole")
  }

  @Test func tabCompletesVerbsAtTheStartOfALineAndNamesAnywhere() throws {
    let story = try Story(words: [
      CompletionWord("evaluate", "value of an expression", kind: .verb),
      CompletionWord("expand", "terms of a continued fraction", kind: .verb),
      CompletionWord("catalan", "Catalan's constant", kind: .constant),
    ])
    try story.press("Enter")
    story.type("ev")
    try story.press("Tab")
    story.type("ca")
    try story.press("Tab")
    #expect(story.sources == ["evaluate catalan"])
    story.type(" e")
    try story.press("Tab")
    story.sees("no word begins with e")
    try story.press("Enter")
    story.type("e")
    try story.press("Tab")
    story.sees("terms of a continued fraction")
  }

  @Test func lettersThatCombineAreOneCharacter() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("e")
    story.type("\u{0301}x")
    #expect(story.sources == ["e\u{0301}x"])
    try story.press("Backspace Backspace")
    #expect(story.sources == [""], "the accent goes with its letter")
  }

  @Test func wideCharactersMoveTheCursorByTwoColumns() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("数π")
    #expect(
      story.notebook.frame.cursor == Frame.Position(row: 1, column: 10), "margin 7, two columns, one column")
    try story.press("Left Left")
    #expect(story.notebook.frame.cursor == Frame.Position(row: 1, column: 7))
  }

  @Test func escAndAKeyTypedFastAreNotTakenForAlt() throws {
    let story = try Story(threeCells)
    try story.press("j Enter Alt-j")
    #expect(!story.model.isEditing)
    #expect(story.model.selection == 2)
    try story.press("Enter Alt-b")
    #expect(story.model.isEditing, "Alt-b has a meaning of its own")
  }

  @Test func pastedTextIsNotTakenForKeys() throws {
    let story = try Story()
    story.notebook.paste("dd\r\nq")
    #expect(story.sources == ["", "dd\nq"], "outside editing it becomes a cell")
    try story.press("Enter")
    story.notebook.paste("\nmore")
    #expect(story.sources == ["", "dd\nq\nmore"])
    try story.press("Ctrl-_")
    #expect(story.sources == ["", "dd\nq"], "a paste is one step")
  }
}
