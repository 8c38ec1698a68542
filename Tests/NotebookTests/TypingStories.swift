import Foundation
import Testing
import WallisDocuments

@testable import WallisNotebook

@Suite struct TypingStories {
  private let words = [
    CompletionWord("search dynamics", "look for convergence", kind: .verb),
    CompletionWord("zeta", "Riemann zeta function", kind: .function, signature: "zeta(s)"),
    CompletionWord("pi", "half a turn", kind: .constant),
  ]

  /// Styles of the characters of the first row of the first cell, from the left margin on.
  private func styles(_ story: Story, _ count: Int) -> [Style] {
    (0..<count).map { story.notebook.frame[1, CellLayout.inputMargin + $0].style }
  }

  @Test func wordsAreColouredAsWhatTheyAre() throws {
    let story = try Story(words: words)
    try story.press("Enter")
    story.type("2*pi + zeta(3) # x")
    let styles = styles(story, 18)
    #expect(styles[0] == .interface(.number))
    #expect(styles[1] == .plain)
    #expect(styles[2...3].allSatisfy { $0 == .interface(.constant) })
    #expect(styles[7...10].allSatisfy { $0 == .interface(.function) })
    #expect(styles[15...17].allSatisfy { $0 == .interface(.comment) })
  }

  @Test func verbLinesAreColouredToo() throws {
    let story = try Story(words: words)
    try story.press("Enter")
    story.type("search dynamics --height 3")
    let styles = styles(story, 26)
    #expect(styles[0] == .interface(.verb))
    #expect(styles[16...23].allSatisfy { $0 == .interface(.option) })
    #expect(styles[25] == .interface(.number))
  }

  @Test func bracketsThatBelongTogetherAreMarked() throws {
    let story = try Story(words: words)
    try story.press("Enter")
    story.type("(1+(2))")
    var marked = styles(story, 7).map { $0 == .interface(.bracket) }
    #expect(marked == [true, false, false, false, false, false, true])
    try story.press("Left Left Left Left")
    marked = styles(story, 7).map { $0 == .interface(.bracket) }
    #expect(marked == [false, false, false, true, false, true, false])
    try story.press("Esc")
    #expect(!styles(story, 7).contains(.interface(.bracket)))
  }

  @Test func aMistakeIsMarkedWhereItIs() throws {
    let story = try Story(words: words)
    story.runner.holds = true
    try story.press("Enter")
    story.type("1 + pie")
    try story.press("F5")
    let diagnostic = Diagnostic(
      "unknown name 'pie'", source: "1 + pie", range: 4..<7, remedy: "did you mean 'pi'?")
    story.runner.report(0, .output(Document([.diagnostic(diagnostic)])))
    story.runner.finish(0, exit: 2)
    story.notebook.settle()
    story.sees("^^^")
    story.sees("did you mean 'pi'?")
    #expect(
      styles(story, 7).map { $0 == .interface(.mistake) } == [false, false, false, false, true, true, true])
    try story.press("Backspace")
    #expect(!styles(story, 7).contains(.interface(.mistake)), "typing takes the mark away")
  }

  @Test func viKeysEditAndEscLeaves() throws {
    var options = NotebookModel.Options()
    options.editing = .vi
    let notebook = HeadlessNotebook(
      NotebookModel(options: options), runner: FakeRunner(), store: ScratchStore())
    let source = { notebook.model.selected.content.source }
    try notebook.press("Enter")
    notebook.type("one two three")
    try notebook.press("Esc")
    #expect(notebook.model.isEditing && notebook.model.context == .commanding)
    try notebook.press("0 d w")
    #expect(source() == "two three")
    try notebook.press("$ p")
    #expect(source() == "two threeone ")
    try notebook.press("u")
    #expect(source() == "two three")
    try notebook.press("0 c w")
    notebook.type("2")
    try notebook.press("Esc A")
    notebook.type("!")
    #expect(source() == "2 three!")
    try notebook.press("Esc o")
    notebook.type("new")
    #expect(source() == "2 three!\nnew")
    try notebook.press("Esc k x d d")
    #expect(source() == "new")
    try notebook.press("Esc")
    #expect(!notebook.model.isEditing)
  }

  @Test func theHistoryFileKeepsInputsWhole() throws {
    let path = NSTemporaryDirectory() + "wallis-history-\(UUID().uuidString)/history"
    defer { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
    let file = HistoryFile(path: path)
    #expect(file.inputs().isEmpty)
    for input in ["pi", "a = 1\n\\n b", "π数", "pi"] { file.append(input) }
    #expect(HistoryFile(path: path).inputs() == ["a = 1\n\\n b", "π数", "pi"])
  }
}
