import Foundation
import TestSupport
import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// Ways in which work was lost once: what a killed notebook, a stale or damaged journal, a full disk leave behind.
///
/// Other ways are tested where their machinery is. Any keys and kills: `KilledNotebookTests`. Files that must not be
/// replaced: `AtomicFileTests`, `OutputFileTests`. Searches that are killed: `FieldRoundTests`, `FailureTests`,
/// `InterruptionTests`; paused: `SearchJobTests`, `Terminal.Searches`. A catalog that vanishes, cannot be written or is
/// older: `ReadingTests`; that is damaged: `IntegrityTests`; exports that are cut or without families: `ImportTests`; an
/// output that is full: `StreamTests`. Plans that do not fit the disk: `PlanTests`. In a terminal: `Terminal.Keeping`.
@Suite struct WorkKeptTests {
  /// The notebook dies as by `kill -9` when it goes out of scope here.
  private func kill(after keys: [String], on folder: ScratchFolder, runner: FakeRunner = FakeRunner()) throws
    -> Shown
  {
    let opened = try OpenedNotebook(path: folder.session, journals: folder.journals)
    let notebook = HeadlessNotebook(opened.model, runner: runner, store: opened.store)
    for step in keys {
      if step.hasPrefix("type ") {
        notebook.type(String(step.dropFirst(5)))
      } else {
        try notebook.press(step)
      }
    }
    return Shown(notebook.model)
  }

  @Test(arguments: [
    ("an empty cell is appended and not saved", ["G Alt-Enter Ctrl-S Enter", "type zeta(3)"]),
    ("an empty cell in the middle", ["j b Ctrl-S G Enter", "type  + 1"]),
    ("the first cell is deleted and saved", ["d d Ctrl-S j F5"]),
    ("the first cell is deleted and saved, then one edited", ["d d Ctrl-S G Enter", "type  + 1"]),
    ("a cell is moved and saved", ["J Ctrl-S G d d"]),
    ("two proses side by side become one in the file", ["b m Enter", "type one", "Esc Ctrl-S j d d"]),
    ("undone beyond the save", ["d d Ctrl-S u G Enter", "type x"]),
    ("a cell without text at the front", ["a Ctrl-S G d d"]),
  ])
  func aKillAfterASaveLosesNothing(_ what: String, _ keys: [String]) throws {
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    let shown = try kill(after: keys, on: folder)
    let recovered = try OpenedNotebook(path: folder.session, journals: folder.journals).model
    #expect(Shown(recovered).text == shown.text, "\(what)")
    #expect(!recovered.isModified || Shown(recovered) == shown, "\(what)")
    #expect(recovered.notice?.text.contains("kept as") != true, "\(what)")
  }

  @Test func aSearchThatWasLeftRunningDoesNotDisplaceUnsavedCells() throws {
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    let runner = FakeRunner()
    runner.holds = true
    let shown = try kill(
      after: ["G b Enter", "type search dynamics", "F5", "type x"], on: folder, runner: runner)
    var options = NotebookModel.Options()
    options.left = [LeftRun(spool: "s", source: "search dynamics", isAlive: true, findings: nil)]
    let recovered = try OpenedNotebook(path: folder.session, journals: folder.journals, options: options)
    #expect(Array(Shown(recovered.model).cells.prefix(4)) == shown.cells)
    #expect(recovered.model.cells.count == 5, "the search has a cell of its own")
  }

  /// A journal that belongs to another text than its base says.
  @Test func aChangeOfAnotherCellIsRefusedAndTold() throws {
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    _ = try kill(after: ["j Enter", "type x", "Esc j Enter", "type yz", "Esc"], on: folder)
    let path = folder.journals + "/" + folder.journalNames[0]
    // The base gets another second cell; its line is given its right mark, so that nothing looks damaged.
    var lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n"))
    var header = try JSONDecoder().decode(
      JournalFormat.Header.self, from: try #require(JournalFormat.json(lines[0])))
    header.cells[1].content.source = "K = pcf(5, n)"
    lines[0] = try JournalFormat.line(header).dropLast()
    try Data(lines.joined(separator: [UInt8(ascii: "\n")]) + [UInt8(ascii: "\n")]).write(
      to: URL(fileURLWithPath: path))
    let recovered = try OpenedNotebook(path: folder.session, journals: folder.journals)
    #expect(recovered.model.cells.map(\.content.source) == ["# A tour", "K = pcf(5, n)", "K * piyz"])
    let notice = try #require(recovered.model.notice?.text)
    #expect(notice.contains("1 change does not fit and is missing"))
    #expect(folder.journalNames.contains { $0.hasSuffix(".kept-1") })
  }

  @Test(arguments: [
    ("by a newer version", "{\"version\":9,\"cells\":[]}\n", "the format 9"),
    ("by an older version", "{\"version\":1,\"path\":\"tour.md\",\"text\":\"\"}\n[]\n", "the format 1"),
    ("rubbish", "\u{0}\u{1}\u{2}", "its first line is damaged"),
    ("nothing at all", "", "its first line is damaged"),
    ("a header without its mark", "{\"cells\":[]}\n", "its first line is damaged"),
  ])
  func aJournalThatCannotBeReadIsKeptAndTold(_ what: String, _ text: String, _ said: String) throws {
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    try FileManager.default.createDirectory(atPath: folder.journals, withIntermediateDirectories: true)
    let path = folder.journals + "/" + Journal.name(folder.session, 1)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    for _ in 0..<2 {
      let opened = try OpenedNotebook(path: folder.session, journals: folder.journals)
      let notice = opened.model.notice?.text
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
      guard notice != nil else { continue }
      #expect(
        notice?.contains(said) == true && notice?.contains(path + ".kept-1") == true,
        "\(what): \(notice ?? "")")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + ".kept-1")) == Data(text.utf8), "\(what)")
  }

  /// Every flipped bit is noticed, and what is before and behind the damaged line comes back as far as it fits.
  @Test func aDamagedJournalNeverGivesAnotherTextSilently() throws {
    var random = SeededGenerator(seed: 20_261_128)
    let folder = try ScratchFolder()
    try folder.write(threeCells)
    let shown = try kill(after: ["j Enter", "type x", "Esc j Enter", "type yz", "Esc k d d"], on: folder)
    let path = folder.journals + "/" + folder.journalNames[0]
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var recoveredSomething = 0
    for _ in 0..<150 {
      let after = try ScratchFolder()
      try after.write(threeCells)
      try FileManager.default.createDirectory(atPath: after.journals, withIntermediateDirectories: true)
      var damaged = whole
      let place = Int.random(in: 0..<whole.count, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let name = after.journals + "/" + Journal.name(after.session, 1)
      try damaged.write(to: URL(fileURLWithPath: name))
      let model = try OpenedNotebook(path: after.session, journals: after.journals).model
      let isLastLineFeed = place == whole.count - 1
      let notice = model.notice?.text ?? ""
      #expect(
        Shown(model) == shown || notice.contains("kept as") || isLastLineFeed, "byte \(place): \(notice)")
      guard notice.contains("kept as") else { continue }
      #expect(try Data(contentsOf: URL(fileURLWithPath: name + ".kept-1")) == damaged, "byte \(place)")
      if notice.contains("recovered") {
        recoveredSomething += 1
        let again = try OpenedNotebook(path: after.session, journals: after.journals)
        #expect(Shown(again.model).text == Shown(model).text, "what was recovered is safe at once")
      }
    }
    #expect(recoveredSomething > 20)
  }

  @Test func aFullDiskIsToldAsItIsAndTriedAgainAtEveryChange() throws {
    let folder = try ScratchFolder()
    let disk = Disk()
    let opened = try OpenedNotebook(path: nil, journals: disk.journals(folder.journals))
    let notebook = HeadlessNotebook(opened.model, runner: FakeRunner(), store: opened.store)
    try notebook.press("Enter")
    notebook.type("pi")
    disk.isFull = true
    notebook.type(" + 1")
    #expect(notebook.screen.contains("NO JOURNAL"))
    try notebook.press("Ctrl-Q Ctrl-Q Ctrl-Q")
    #expect(notebook.quitting == nil)
    #expect(notebook.screen.contains("quitting would lose what is unsaved"))
    try notebook.press("Esc")
    #expect(notebook.screen.contains("NO JOURNAL"))
    disk.isFull = false
    notebook.type("0")
    #expect(!notebook.screen.contains("NO JOURNAL"))
    #expect(notebook.screen.contains("the journal is kept again"))
    try notebook.press("Ctrl-Q Ctrl-Q")
    #expect(notebook.quitting == .keepingJournal)
    let after = try OpenedNotebook(path: nil, journals: folder.journals)
    #expect(after.model.cells.map(\.content.source) == ["pi + 10"])
  }

  @Test func whatCanBeKeptNowhereCanBeGivenUp() throws {
    let folder = try ScratchFolder()
    let disk = Disk()
    disk.isFull = true
    let opened = try OpenedNotebook(path: nil, journals: disk.journals(folder.journals))
    let notebook = HeadlessNotebook(opened.model, runner: FakeRunner(), store: opened.store)
    notebook.paste("pi")
    #expect(notebook.screen.contains("no journal is kept: cannot write"))
    try notebook.press(":")
    notebook.type("quit-losing")
    try notebook.press("Enter")
    #expect(notebook.quitting == .losing)
    #expect(folder.journalNames.isEmpty)
  }

  @Test(arguments: [
    ("first", "first.md"), ("first.md", "first.md"), ("a.b/first", "a.b/first.md"), ("./x", "./x.md"),
    ("x.y", "x.y"),
  ])
  func aNotebookIsOpenedUnderTheNameItWasSavedUnder(_ typed: String, _ path: String) throws {
    #expect(SessionName.saved(typed) == path)
    #expect(SessionName.opened("/nonexistent-wallis/" + typed) == "/nonexistent-wallis/" + path)
  }

  @Test func aFileOfTheVeryNameIsOpenedAndAFolderIsNot() throws {
    let folder = try ScratchFolder()
    let (file, sub) = (folder.path + "/plain", folder.path + "/sub")
    try Data("x".utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.createDirectory(atPath: sub, withIntermediateDirectories: true)
    #expect(SessionName.opened(file) == file)
    #expect(SessionName.opened(sub) == sub + ".md")
  }

  @Test func aPipeIsNoNotebook() throws {
    let folder = try ScratchFolder()
    #expect(mkfifo(folder.session, 0o600) == 0)
    #expect(throws: Diagnostic.self) { try folder.open() }
    let opened = try OpenedNotebook(path: nil, journals: folder.journals)
    let request = SaveRequest(path: folder.session, text: "x", replaces: .anything)
    guard case .failed = opened.store.save(request) else {
      Issue.record("a pipe was replaced")
      return
    }
  }
}
