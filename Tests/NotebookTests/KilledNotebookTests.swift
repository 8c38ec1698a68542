import Foundation
import TestSupport
import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// Any keys, any saves, a kill at any moment: what was on the screen is there at the next start, or said to be missing.
@Suite struct KilledNotebookTests {
  /// Every key that has a meaning, without those that quit or may choose a file name by themselves, and some text.
  private let keys: [Key] = {
    let bound = Set(KeyMap.standard.actions.flatMap { $0.keys.joined() })
    let excluded: Set<Key> = [
      Key(.character("q"), .control), Key(.character("s"), .control), Key(.character(":")), Key(.function(2)),
      Key(.character(" "), .control),
    ]
    let often = Array(repeating: Key(.enter), count: 6) + Array(repeating: Key(.enter, .alt), count: 6)
    let typed = "pi = 2n+1é`~ # ".map { Key(.character($0)) }
    return bound.subtracting(excluded).sorted { $0.description < $1.description } + often + typed + typed
  }()

  @Test(arguments: [UInt64(1), 7, 20_261_128])
  func whatWasOnTheScreenIsThereOrSaidToBeMissing(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let all = LongSuite.isOn ? 700 : 60
    var (kills, recoveries) = (all, 0)
    while kills > 0 {
      let folder = try ScratchFolder()
      let named = Int.random(in: 0..<4, using: &random) > 0
      if Bool.random(using: &random), named { try folder.write(threeCells) }
      var life = Life(folder, path: named ? folder.session : nil, place: "")
      for generation in 0..<Int.random(in: 1...8, using: &random) {
        life.place = "seed \(seed), \(kills) kills left, generation \(generation)"
        try life.live(keys, &random)
        kills -= 1
      }
      recoveries += life.recoveries
    }
    #expect(recoveries * 3 > all, "most kills must leave something to recover, seed \(seed): \(recoveries)")
  }
}

/// A notebook that is opened, used and killed, again and again.
private struct Life {
  let folder: ScratchFolder
  /// Where it is opened; the second where a kill came between one name and another.
  private var paths: [String?]
  var place: String
  private let disk = Disk()
  /// What was on the screen when it was killed last, and before the last key; nil before the first start.
  private var last: [Shown] = []
  /// Everything that ever was on the screen.
  private var history: Set<String> = [""]
  /// It was said that the journal could not be kept.
  private var wasTold = false
  private var quitting: Quitting?
  /// How often something came back from a journal.
  private(set) var recoveries = 0
  private var trace: [String] = []
  private var did = ""

  init(_ folder: ScratchFolder, path: String?, place: String) {
    (self.folder, self.paths, self.place) = (folder, [path], place)
  }

  mutating func live(_ keys: [Key], _ random: inout SeededGenerator) throws {
    disk.isFull = false
    var opened = try OpenedNotebook(path: paths[0], journals: disk.journals(folder.journals))
    if paths.count > 1, !last.contains(where: { $0.text == Shown(opened.model).text }) {
      opened = try OpenedNotebook(path: paths[1], journals: disk.journals(folder.journals))
    }
    compare(opened.model)
    history.insert(Shown(opened.model).text)
    trace.append("opened \(paths) with \(folder.journalNames)")
    let runner = FakeRunner()
    runner.holds = true
    let store = DyingStore(opened.store, disk)
    let notebook = HeadlessNotebook(opened.model, runner: runner, store: store)
    wasTold = opened.model.file.journalFault != nil
    let dies = Bool.random(using: &random)
    if dies { store.lifetime = Int.random(in: 0..<40, using: &random) }
    var answered = 0
    for _ in 0..<Int.random(in: 1..<50, using: &random) {
      let (before, name) = (Shown(notebook.model), notebook.model.file.path)
      try step(notebook, runner, &answered, keys, &random)
      trace.append("\(did) \(store.isDead ? "dead" : "") \(notebook.model.notice?.text ?? "")")
      paths = [notebook.model.file.path] + (name == notebook.model.file.path ? [] : [name])
      last = store.isDead ? [before, Shown(notebook.model)] : [Shown(notebook.model)]
      history.formUnion(last.map(\.text))
      if !store.isDead { paths = [notebook.model.file.path] }
      // A dead store answers nothing that could be told any more.
      wasTold = notebook.model.file.journalFault != nil || store.isDead && wasTold
      if wasTold, !store.isDead { #expect(notebook.screen.contains("NO JOURNAL"), "\(place)") }
      if store.isDead || notebook.quitting != nil { break }
    }
    quitting = notebook.quitting
  }

  /// Something that a user or the world does.
  private mutating func step(
    _ notebook: HeadlessNotebook, _ runner: FakeRunner, _ answered: inout Int, _ keys: [Key],
    _ random: inout SeededGenerator
  ) throws {
    let chance = Int.random(in: 0..<100, using: &random)
    did = "\(chance)"
    switch chance {
    case 0..<6: try save(notebook, &random)
    case 6..<8: notebook.advance(seconds: 31)
    case 8..<12 where answered < runner.started.count:
      runner.report(answered, .output(Document([.paragraph(Text("out \(answered) \u{1B}[1m ```"))])))
      notebook.settle(seconds: 0)
    case 12..<15 where answered < runner.started.count:
      runner.finish(answered, exit: 0)
      answered += 1
      notebook.settle(seconds: 0)
    case 15: notebook.paste("a\nb\u{1B}[31m\r\n```\n")
    case 16: disk.isFull.toggle()
    case 18..<36:
      did = "typing"
      // One key a step, so that a kill comes before it or after it.
      if notebook.model.context == .cells {
        try notebook.press("Enter")
      } else {
        notebook.type("\(chance % 10)")
      }
    case 17:
      try notebook.press("Ctrl-Q")
      if notebook.model.pane is NamingPane {
        try notebook.press(Bool.random(using: &random) ? "Ctrl-Q" : "Esc")
        if notebook.quitting == nil { try notebook.press("Esc") }
      }
    default:
      let key = keys.randomElement(using: &random) ?? Key(.escape)
      did = key.description
      notebook.send(.key(key))
    }
  }

  /// Ctrl-S, and a name where one is asked for or wanted.
  private func save(_ notebook: HeadlessNotebook, _ random: inout SeededGenerator) throws {
    if notebook.model.pane != nil { try notebook.press("Esc Esc") }
    if Int.random(in: 0..<4, using: &random) == 0, notebook.model.context == .cells {
      try notebook.press(":")
      notebook.type("save-as")
      try notebook.press("Enter")
    } else {
      try notebook.press("Ctrl-S")
    }
    guard notebook.model.pane is NamingPane else { return }
    notebook.type(folder.path + "/other-\(Int.random(in: 0..<3, using: &random)).md")
    try notebook.press("Enter")
  }

  /// The recovered notebook against what was on the screen.
  private mutating func compare(_ model: NotebookModel) {
    guard !last.isEmpty else { return }
    if model.notice?.text.contains("recovered") == true { recoveries += 1 }
    let shown = Shown(model)
    let notice = model.notice?.text ?? ""
    if wasTold {
      #expect(
        history.contains(shown.text) || quitting != nil, "what never was on the screen, \(place)\n\(shown)")
      return
    }
    #expect(
      last.contains { $0.text == shown.text },
      "\(place), \(paths), \(quitting as Any), \(notice)\nthere is\n\(shown)\nthere was\n\(last)\n\(trace.joined(separator: "\n"))"
    )
    if notice.contains("recovered") {
      #expect(
        last.contains { $0.cells == shown.cells },
        "\(place), \(notice)\nthere is\n\(shown)\nthere was\n\(last)")
    }
    #expect(!notice.contains("kept as"), "\(place): \(notice)")
  }
}
