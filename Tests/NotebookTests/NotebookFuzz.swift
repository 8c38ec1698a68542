import Foundation
import TestSupport
import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

@Suite struct NotebookFuzz {
  /// Every key of the table and some characters, wide and combining ones among them.
  private let keys: [Key] = {
    let bound = Set(KeyMap.standard.actions.flatMap { $0.keys.joined() })
    let quitting: Set = [Key(.character("q"), .control)]
    let typed = "pi = 2n+1\u{0301}数🇫🇷ζ#/ ".map { Key(.character($0)) }
    return (bound.subtracting(quitting)).sorted { $0.description < $1.description } + typed
  }()

  private let events = LongSuite.isOn ? 10_000 : 800

  @Test(arguments: [UInt64(1), 20_261_121])
  func randomKeysAndSizesBreakNoInvariant(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var story = try Story(threeCells)
    story.runner.holds = true
    var open = 0
    for event in 0..<events {
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<3:
        story.notebook.resize(
          columns: Int.random(in: 1...130, using: &random), rows: Int.random(in: 1...50, using: &random))
      case 3..<8 where open < story.runner.started.count:
        answer(open, in: story, &random)
        open += 1
      case 8..<10: story.notebook.paste("a\nb\u{1B}[31m\r\nc")
      case 10: story.notebook.advance(seconds: 31)
      default: story.notebook.send(.key(keys.randomElement(using: &random) ?? Key(.escape)))
      }
      check(story.model, "seed \(seed), event \(event)")
      guard let quitting = story.notebook.quitting else { continue }
      // The palette can quit.
      let saved = story.model.file.path.flatMap { story.store.files[$0] }
      if quitting == .clean {
        #expect(saved == story.model.content.sessionFile.text, "seed \(seed), event \(event)")
      }
      story = try Story(threeCells)
      story.runner.holds = true
      open = 0
    }
    while open < story.runner.started.count {
      answer(open, in: story, &random)
      open += 1
    }
    try isUsable(story, seed)
    try everythingComesBack(story, seed)
  }

  /// A few times Esc lead out of everything; nothing runs for ever; what is typed arrives.
  private func isUsable(_ story: Story, _ seed: UInt64) throws {
    try story.press("Esc Esc Esc Esc Esc")
    #expect(story.model.context == .cells, "seed \(seed)")
    #expect(story.model.pendingKeys.isEmpty && !story.model.isBusy, "seed \(seed)")
    try story.press("b Enter")
    story.type("typed")
    #expect(story.model.selected.content.source == "typed", "seed \(seed)")
    try story.press("Esc u u")
  }

  private func answer(_ run: Int, in story: Story, _ random: inout SeededGenerator) {
    story.runner.report(run, .progress(CellProgress(title: "t", done: 1, total: 0, perSecond: .infinity)))
    story.runner.report(run, .output(Document([.paragraph("out \(run)")])))
    if Int.random(in: 0..<8, using: &random) == 0 {
      let edit = CatalogEdit(title: "note \(run)", make: ["make \(run)"], takeBack: ["take \(run) back"])
      story.runner.report(run, .finished(CellFinish(exit: 0, edits: [edit])))
      story.runner.end(run, .exited(0))
    } else if Bool.random(using: &random) {
      story.runner.finish(run, exit: Int32.random(in: 0...4, using: &random))
    } else {
      story.runner.end(run, .signalled(Int32.random(in: 1...15, using: &random)))
    }
    story.notebook.settle(seconds: 0)
  }

  private func check(_ model: NotebookModel, _ place: String) {
    #expect(!model.cells.isEmpty, "\(place)")
    #expect(model.cells.indices.contains(model.selection), "\(place)")
    #expect(Set(model.cells.map(\.id)).count == model.cells.count, "\(place)")
    if let editor = model.typing.buffer {
      #expect(editor.text == model.selected.content.source, "\(place)")
      #expect((0...editor.characters.count).contains(editor.cursor), "\(place)")
      #expect(editor.characters == Array(editor.text), "\(place)")
    }
    let frame = view(model)
    #expect(frame.cells.count == model.size.columns * model.size.rows, "\(place)")
    if let cursor = frame.cursor {
      #expect(cursor.row < model.size.rows && cursor.column < model.size.columns, "\(place)")
    }
    let isPlain = frame.cells.allSatisfy {
      $0.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
    #expect(isPlain, "a control character is drawn, \(place)")
    #expect(model.runs.waiting.allSatisfy { model.content.index(of: $0) != nil }, "\(place)")
  }

  /// Undoing everything gives the first text, redoing as much the last one; outputs of runs apart.
  private func everythingComesBack(_ story: Story, _ seed: UInt64) throws {
    var model = story.model
    model.typing.buffer = nil
    let last = model.cells.map(\.content.source)
    var steps = 0
    while model.content.undo() != nil { steps += 1 }
    #expect(
      model.cells.map(\.content.source) == ["# A tour", "K = pcf(2n+1, n^2)", "K * pi"], "seed \(seed)")
    for _ in 0..<steps { #expect(model.content.redo() != nil) }
    #expect(model.cells.map(\.content.source) == last, "seed \(seed)")
  }
}
