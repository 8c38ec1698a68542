import Testing
import WallisDocuments

@testable import WallisNotebook

@Suite struct SavingStories {
  @Test func anUnchangedFileIsNotWrittenAndQuitsAtOnce() throws {
    let odd = "\u{FEFF}# Odd\r\n\r\n\r\n~~~~ wallis\r\npi\r\n~~~~\r\n\r\ntext without end"
    let story = try Story(odd)
    try story.press("j Enter")
    story.type("x")
    try story.press("Backspace Esc Ctrl-S")
    story.sees("nothing to save")
    #expect(story.store.files["story.md"] == odd)
    try story.press("Ctrl-Q")
    #expect(story.notebook.quitting == .clean)
    #expect(story.runner.stoppedAll)
    #expect(story.store.files["story.md"] == odd)
  }

  @Test func runningAgainWithTheSameOutputIsNoChange() throws {
    let story = try Story(threeCells.replacing("\n4\n", with: "\nvalue of K * pi\n"))
    try story.press("G F5")
    story.misses("●")
    try story.press("Ctrl-S")
    story.sees("nothing to save")
    story.misses("●")
  }

  @Test func savingWritesTheTextAndForgetsTheJournal() throws {
    let story = try Story(threeCells)
    try story.press("G Enter")
    story.type(" + 1")
    #expect(story.store.entries.count == 4, "the journal has every key")
    story.sees("●")
    try story.press("Ctrl-S")
    story.sees("saved story.md")
    story.misses("●")
    #expect(story.store.files["story.md"] == threeCells.replacing("K * pi", with: "K * pi + 1"))
    #expect(story.store.entries == [JournalEntry(changes: [])])
  }

  @Test func outputsAreStoredAsPlainText() throws {
    let story = try Story(threeCells)
    try story.press("G F5 Ctrl-S")
    #expect(story.store.files["story.md"] == threeCells.replacing("\n4\n", with: "\nvalue of K * pi\n"))
  }

  @Test func quittingSavesFirst() throws {
    let story = try Story(threeCells)
    try story.press("d d Ctrl-Q")
    #expect(story.notebook.quitting == .clean)
    #expect(story.store.files["story.md"]?.contains("# A tour") == false)
  }

  @Test func aNewNotebookAsksForAName() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("pi")
    try story.press("Ctrl-S")
    story.sees("save as:")
    story.type("first")
    try story.press("Enter")
    #expect(story.store.files["first.md"] == "```wallis\npi\n```\n")
    story.sees(" wallis  first.md")
    #expect(story.model.isEditing)
  }

  @Test func ctrlQOfANewNotebookAsksOnceAndNeverLosesAnything() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("pi")
    try story.press("Ctrl-Q")
    #expect(story.notebook.quitting == nil)
    story.sees("not saved yet")
    try story.press("Esc")
    #expect(story.model.isEditing, "Esc stays")
    try story.press("Ctrl-Q Ctrl-Q")
    #expect(story.notebook.quitting == .keepingJournal)
  }

  @Test func ctrlQWithANameSavesAndQuits() throws {
    let story = try Story()
    story.notebook.paste("pi")
    try story.press("Ctrl-Q")
    story.type("night.md")
    try story.press("Enter")
    #expect(story.notebook.quitting == .clean)
    #expect(story.store.files["night.md"] == "```wallis\npi\n```\n")
  }

  @Test func anUntouchedNewNotebookQuitsWithoutAsking() throws {
    let story = try Story()
    try story.press("Ctrl-Q")
    #expect(story.notebook.quitting == .clean)
    #expect(story.store.files.isEmpty)
  }

  @Test func aNameThatIsTakenIsNotOverwrittenUnasked() throws {
    let story = try Story()
    story.store.files["taken.md"] = "precious"
    story.notebook.paste("pi")
    try story.press("Ctrl-S")
    story.type("taken.md")
    try story.press("Enter")
    story.sees("taken.md exists already: Ctrl-S again replaces it")
    #expect(story.store.files["taken.md"] == "precious")
    try story.press("Ctrl-S")
    #expect(story.store.files["taken.md"] == "```wallis\npi\n```\n")
  }

  @Test func aFileChangedByAnotherProgramIsNotOverwrittenUnasked() throws {
    let story = try Story(threeCells)
    try story.press("d d")
    story.store.files["story.md"] = "changed elsewhere"
    try story.press("Ctrl-Q")
    story.sees("was changed by another program")
    #expect(story.notebook.quitting == nil)
    #expect(story.store.files["story.md"] == "changed elsewhere")
    try story.press("Ctrl-Q")
    story.sees("Ctrl-Q again quits and keeps the journal")
    try story.press("Ctrl-Q")
    #expect(story.notebook.quitting == .keepingJournal)
  }

  @Test func anUnwritableFileSaysSoAndKeepsTheJournal() throws {
    let story = try Story(threeCells)
    try story.press("d d")
    let entries = story.store.entries
    story.store.refusal = .failed(Diagnostic("cannot write story.md: Permission denied"))
    try story.press("Ctrl-S")
    story.sees("cannot write story.md: Permission denied; the journal keeps it")
    #expect(story.store.entries.starts(with: entries))
    try story.press("Ctrl-Q")
    story.sees("Ctrl-Q again quits and keeps the")
    try story.press("Ctrl-Q")
    #expect(story.notebook.quitting == .keepingJournal)
  }

  @Test func changesAreSavedByThemselvesAfterHalfAMinute() throws {
    let story = try Story(threeCells)
    try story.press("d d")
    story.notebook.advance(seconds: 29)
    #expect(story.store.files["story.md"] == threeCells)
    story.notebook.advance(seconds: 1)
    #expect(story.store.files["story.md"]?.contains("# A tour") == false)
    story.misses("●")
  }

  @Test func saveAsKeepsTheOldFile() throws {
    let story = try Story(threeCells)
    try story.press("d d :")
    story.type("save-as")
    try story.press("Enter")
    story.type("other.md")
    try story.press("Enter")
    #expect(story.store.files["story.md"] == threeCells)
    #expect(story.store.files["other.md"]?.contains("# A tour") == false)
  }
}
