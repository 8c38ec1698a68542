import Foundation
import Testing
import WallisDocuments

@testable import WallisNotebook

/// A folder of its own for every test, gone afterwards.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "wallis-notebook-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var journals: String { path + "/state/wallis/journals" }
  var session: String { path + "/tour.md" }
  var journalNames: [String] { (try? FileManager.default.contentsOfDirectory(atPath: journals)) ?? [] }

  func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: session)) }

  func read() throws -> String { try String(contentsOfFile: session, encoding: .utf8) }

  /// Opens the session, or a new notebook.
  func open(new: Bool = false) throws -> HeadlessNotebook {
    let opened = try OpenedNotebook(path: new ? nil : session, journals: journals)
    return HeadlessNotebook(opened.model, runner: FakeRunner(), store: opened.store)
  }

  /// Leaves a journal as a killed notebook does: a copy that nobody holds a lock on.
  func copyJournals(to other: ScratchFolder, cutting bytes: Int = 0) throws {
    try FileManager.default.createDirectory(atPath: other.journals, withIntermediateDirectories: true)
    for name in journalNames {
      let data = try Data(contentsOf: URL(fileURLWithPath: journals + "/" + name))
      let renamed = Journal.name(name.hasPrefix("untitled") ? nil : other.session, 1)
      try data.dropLast(bytes).write(to: URL(fileURLWithPath: other.journals + "/" + renamed))
    }
  }
}

@Suite struct JournalTests {
  @Test func aKilledNotebookLosesNothing() throws {
    let (folder, after) = (try ScratchFolder(), try ScratchFolder())
    try folder.write(threeCells)
    try after.write(threeCells)
    let notebook = try folder.open()
    #expect(folder.journalNames.isEmpty, "no journal before the first change")
    try notebook.press("G b Enter")
    notebook.type("zeta(3)")
    try notebook.press("Alt-Enter Esc k k d d")
    try folder.copyJournals(to: after)
    let recovered = try after.open()
    #expect(recovered.model.cells.map(\.content) == notebook.model.cells.map(\.content))
    #expect(recovered.screen.contains("unsaved changes of the last time"))
    #expect(recovered.model.isModified)
    try recovered.press("u")
    #expect(recovered.model.cells.count == notebook.model.cells.count + 1, "what was recovered can be undone")
    try recovered.press("Ctrl-S")
    #expect(after.journalNames.isEmpty)
    #expect(try after.read().contains("value of zeta(3)"))
  }

  @Test func aLineCutShortByTheKillIsDropped() throws {
    let (folder, after) = (try ScratchFolder(), try ScratchFolder())
    try folder.write(threeCells)
    try after.write(threeCells)
    let notebook = try folder.open()
    try notebook.press("G Enter")
    notebook.type("ab")
    try folder.copyJournals(to: after, cutting: 5)
    let recovered = try after.open()
    #expect(recovered.model.cells.last?.content.source == "K * pia")
    try recovered.press("G Enter")
    recovered.type("c")
    let third = try ScratchFolder()
    try third.write(threeCells)
    try after.copyJournals(to: third)
    #expect(
      try third.open().model.cells.last?.content.source == "K * piac", "the journal goes on after the cut")
  }

  @Test func aNewNotebookIsRecoveredToo() throws {
    let (folder, after) = (try ScratchFolder(), try ScratchFolder())
    let notebook = try folder.open(new: true)
    try notebook.press("Enter")
    notebook.type("pi")
    try folder.copyJournals(to: after)
    #expect(try after.open(new: true).model.cells.map(\.content.source) == ["pi"])
  }

  @Test func quittingCleanlyRemovesTheJournal() throws {
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    let notebook = try folder.open()
    try notebook.press("d d")
    #expect(folder.journalNames.count == 1)
    try notebook.press("Ctrl-Q")
    #expect(folder.journalNames.isEmpty)
    #expect(try !folder.read().contains("# A tour"))
  }

  @Test func aJournalThatTheFileAlreadyContainsIsDropped() throws {
    let (folder, after) = (try ScratchFolder(), try ScratchFolder())
    try folder.write(threeCells)
    let notebook = try folder.open()
    try notebook.press("d d")
    try folder.copyJournals(to: after)
    try notebook.press("Ctrl-S")
    try after.write(try folder.read())
    let reopened = try after.open()
    #expect(!reopened.model.isModified)
    #expect(after.journalNames.isEmpty)
  }

  @Test func aSecondNotebookOnTheSameFileLeavesTheJournalOfTheFirst() throws {
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    let first = try folder.open()
    try first.press("d d")
    let second = try folder.open()
    #expect(second.model.cells.count == 3)
    #expect(second.screen.contains("another notebook has unsaved changes of this file"))
    try second.press("G d d")
    #expect(folder.journalNames.count == 2)
    try second.press("Ctrl-Q")
    try first.press("Ctrl-S")
    #expect(first.screen.contains("was changed by another program"))
  }

  @Test(arguments: [
    [UInt8]([0xFF, 0xFE, 0x00, 0x42]), Array("```wallis\npi\n".utf8), [0x7F, 0x45, 0x4C, 0x46, 0x00],
  ])
  func rubbishIsRefusedAndNotTouched(_ bytes: [UInt8]) throws {
    let folder = try ScratchFolder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder.session))
    #expect(throws: Diagnostic.self) { try folder.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.session)) == Data(bytes))
    #expect(folder.journalNames.isEmpty)
  }

  @Test func aFolderWithoutRoomForJournalsIsToldOnce() throws {
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    try Data().write(to: URL(fileURLWithPath: folder.path + "/state"))
    let notebook = try folder.open()
    try notebook.press("d d")
    #expect(notebook.screen.contains("no journal is kept"))
    try notebook.press("d d")
    #expect(!notebook.screen.contains("no journal is kept"))
  }

  @Test func aFileThatCannotBeWrittenIsToldAndTheJournalKept() throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/missing/tour.md"
    let opened = try OpenedNotebook(path: path, journals: folder.journals)
    let notebook = HeadlessNotebook(opened.model, runner: FakeRunner(), store: opened.store)
    notebook.paste("pi")
    try notebook.press("Ctrl-S")
    #expect(notebook.screen.contains("cannot write"))
    try notebook.press("Ctrl-Q Ctrl-Q")
    #expect(notebook.quitting == .keepingJournal)
    #expect(folder.journalNames.count == 1)
  }

  @Test func filesOnTheDiskAreWrittenAtomicallyAndGuarded() throws {
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    let notebook = try folder.open()
    try notebook.press("d d")
    try folder.write("changed elsewhere")
    try notebook.press("Ctrl-S")
    #expect(try folder.read() == "changed elsewhere")
    try notebook.press("Ctrl-S")
    #expect(try !folder.read().contains("elsewhere"))
  }

  @Test func theFileAsItWasBeforeTheFirstSaveIsKept() throws {
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    let opened = try OpenedNotebook(path: folder.session, journals: folder.journals)
    opened.store.backups = folder.path + "/backups"
    let notebook = HeadlessNotebook(opened.model, runner: FakeRunner(), store: opened.store)
    try notebook.press("d d Ctrl-S d d Ctrl-S")
    #expect(try !folder.read().contains("tour"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/backups")
    #expect(names.count == 1 && names[0].hasPrefix("tour.md-"))
    let kept = try String(contentsOfFile: folder.path + "/backups/" + names[0], encoding: .utf8)
    #expect(kept == threeCells)
  }
}
