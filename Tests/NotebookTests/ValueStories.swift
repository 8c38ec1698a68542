import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// The value of an expression while it is typed.
@Suite struct ValueStories {
  private let verbs = [
    CompletionWord("measure", "", kind: .verb), CompletionWord("sqrt", "", kind: .function),
  ]

  private func typing(_ text: String, _ story: Story? = nil) throws -> Story {
    let story = try story ?? Story(words: verbs)
    story.runner.holds = true
    if !story.model.isEditing { try story.press("Enter") }
    story.type(text)
    return story
  }

  private let value = Document([.fields([Field("value", Text("1.4142135623730950488", .digits))])])

  @Test func itIsAskedForWhenTheKeysPauseAndShownBelow() throws {
    let story = try typing("sqrt(2)")
    #expect(story.runner.started.isEmpty)
    story.notebook.advance(seconds: 0.2)
    #expect(story.runner.started.map(\.request.source) == ["evaluate 'sqrt(2)' --digits 20"])
    #expect(story.runner.started[0].request.memory != nil)
    story.misses(" value  ")
    story.runner.report(0, .output(value))
    story.runner.finish(0)
    story.notebook.settle(seconds: 0)
    story.sees(" value  1.4142135623730950488")
    #expect(story.model.selected.content.output == nil && !story.model.isModified == false)
  }

  @Test func theNextKeyEndsItAndItsValueIsGone() throws {
    let story = try typing("sqrt(2)")
    story.notebook.advance(seconds: 0.2)
    story.type("+")
    #expect(story.runner.stopped.map(\.run) == [story.runner.started[0].run])
    story.runner.report(0, .output(value))
    story.notebook.settle(seconds: 0)
    story.misses("1.41421356")
    story.notebook.advance(seconds: 0.2)
    #expect(story.runner.started.count == 1, "sqrt(2)+ is no expression")
  }

  @Test func whatTakesTooLongIsEnded() throws {
    let story = try typing("sqrt(2)")
    story.notebook.advance(seconds: 0.2)
    story.notebook.advance(seconds: 0.5)
    #expect(story.runner.stopped.map(\.force) == [.kill])
    story.runner.end(0, .signalled(9))
    story.notebook.settle(seconds: 0)
    story.misses(" value  ")
  }

  @Test(arguments: [
    "measure pi", "measure", "12.5", "", "nobody", "1 +", "?pi", "# 1 + 1", "f(x) = x + 1", "sqrt(",
  ])
  func whatIsNoExpressionIsNotEvaluated(_ text: String) throws {
    let story = try typing(text)
    story.notebook.advance(seconds: 0.2)
    #expect(story.runner.started.isEmpty)
  }

  @Test func namesAboveAndInTheCellTakePart() throws {
    let story = try Story("```wallis\nK = pi\n```\n", words: verbs)
    try story.press("b")
    _ = try typing("m = 2\nK*m", story)
    story.notebook.advance(seconds: 0.2)
    #expect(story.runner.started.map(\.request.source) == ["evaluate '(pi)*(2)' --digits 20"])
    try story.press("Up")
    story.notebook.advance(seconds: 0.2)
    #expect(story.runner.started.count == 1, "2 is its own value")
  }

  @Test func aLineThatGoesOnWithTheOneAboveHasNoValueOfItsOwn() throws {
    let story = try typing("1 + \\\n2*3")
    story.notebook.advance(seconds: 0.2)
    #expect(story.runner.started.isEmpty)
  }

  @Test func itGivesWayToCompletionAndPanes() throws {
    let words = verbs + [CompletionWord("sqrtish", "", kind: .function)]
    let story = try typing("2 + pi", try Story(words: words))
    story.notebook.advance(seconds: 0.2)
    story.runner.report(0, .output(value))
    story.notebook.settle(seconds: 0)
    story.sees(" value  ")
    story.type(" + sq")
    try story.press("Tab")
    story.notebook.advance(seconds: 0.2)
    story.misses(" value  ")
    #expect(story.model.typing.completing != nil && story.runner.started.count == 1)
  }

  @Test func aNumberIsNeverCutWithoutSayingSo() {
    let integer = Text(String(repeating: "7", count: 158), .digits)
    #expect(integer.fitting(70) == "77777777777777777777… (158 digits)")
    #expect(integer.fitting(10) == nil)
    let fraction = Text("1/3", .digits) + " = " + Text("0.33333333333333333333", .digits)
    #expect(fraction.fitting(70) == "1/3 = 0.33333333333333333333")
    #expect(fraction.fitting(24) == "0.33333333333333333333")
    #expect(Text("1.4142135623730950488", .digits).fitting(10) == nil)
  }
}
