import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// Words as a newcomer meets them.
private let someWords = [
  CompletionWord("search dynamics", "look for convergence", kind: .verb),
  CompletionWord("search esma", "look for signs", kind: .verb),
  CompletionWord("evaluate", "value of an expression", kind: .verb),
  CompletionWord("zeta", "Riemann zeta function", kind: .function, signature: "zeta(s)"),
  CompletionWord("log", "natural logarithm", kind: .function, signature: "log(x)"),
  CompletionWord("lemniscate", "half the length of a lemniscate", kind: .constant),
]

@Suite struct CompletionStories {
  private func editing(_ text: String) throws -> Story {
    let story = try Story(words: someWords)
    try story.press("Enter")
    story.type(text)
    return story
  }

  @Test func aListShowsSignaturesAndTabWalksThroughIt() throws {
    let story = try editing("2*l")
    try story.press("Tab")
    story.sees("log(x)")
    story.sees("natural logarithm")
    #expect(story.sources == ["2*l"])
    try story.press("Tab")
    #expect(story.sources == ["2*log("])
    try story.press("Tab")
    #expect(story.sources == ["2*lemniscate"])
    try story.press("Shift-Tab")
    #expect(story.sources == ["2*log("])
    story.type("2)")
    story.misses("natural logarithm", #_sourceLocation)
    #expect(story.sources == ["2*log(2)"])
  }

  @Test func escTakesTheChoiceBackAndEnterKeepsIt() throws {
    let story = try editing("l")
    try story.press("Tab Tab Esc")
    #expect(story.sources == ["l"])
    #expect(story.model.isEditing)
    try story.press("Tab Tab Enter")
    #expect(story.sources == ["log("], "Enter keeps the word and makes no new line")
  }

  @Test func verbsOfTwoWordsAreCompleted() throws {
    let story = try editing("sea")
    try story.press("Tab")
    #expect(story.sources == ["search "])
    story.type("e")
    try story.press("Tab")
    #expect(story.sources == ["search esma "])
  }

  @Test func optionsComeFromTheVerb() throws {
    var options = NotebookModel.Options()
    options.words = someWords
    options.optionWords = { line in
      line == "evaluate pi --d" ? [CompletionWord("--digits", "how many", kind: .option)] : []
    }
    let notebook = HeadlessNotebook(
      NotebookModel(options: options), runner: FakeRunner(), store: ScratchStore())
    try notebook.press("Enter")
    notebook.type("evaluate pi --d")
    try notebook.press("Tab")
    #expect(notebook.model.selected.content.source == "evaluate pi --digits")
  }

  @Test func conditionsAreCompleted() throws {
    var options = NotebookModel.Options()
    options.words = someWords
    options.conditionWords = { line in
      line == "catalog query 'denominator.g"
        ? ("denominator.g", [CompletionWord("denominator.gamma", "growth", kind: .constant)]) : nil
    }
    let notebook = HeadlessNotebook(
      NotebookModel(options: options), runner: FakeRunner(), store: ScratchStore())
    try notebook.press("Enter")
    notebook.type("catalog query 'denominator.g")
    try notebook.press("Tab")
    #expect(notebook.model.selected.content.source == "catalog query 'denominator.gamma")
  }

  @Test func familiesCompleteByNumberAndName() throws {
    let families = [
      BrowsedFamily(number: 1, name: "checkerboard", summary: "checkerboard pi"),
      BrowsedFamily(number: 2, name: nil, summary: "log(2)"),
    ]
    let story = try Story(
      words: someWords + [CompletionWord("family show", "show a family", kind: .verb)],
      viewer: FakeViewer(families: families))
    try story.press("Enter")
    story.type("family show ch")
    try story.press("Tab")
    #expect(story.sources == ["family show checkerboard"])
    story.sees("checkerboard: checkerboard pi")
  }

  @Test func theSignatureShowsWhileArgumentsAreTyped() throws {
    let story = try editing("1 + zeta(")
    story.sees("zeta(s)  Riemann zeta function")
    story.type("(2)")
    story.sees("zeta(s)  Riemann zeta function")
    story.type(")")
    story.misses("Riemann")
  }

  @Test func earlierInputsAreSuggestedAndTaken() throws {
    let story = try editing("log(2) + zeta(3)")
    try story.press("F5 Esc b Enter")
    story.type("log")
    story.sees("log(2) + zeta(3)")
    #expect(story.sources.last == "log", "a suggestion is not text")
    try story.press("Alt-f")
    #expect(story.sources.last == "log(2")
    try story.press("Right")
    #expect(story.sources.last == "log(2) + zeta(3)")
    try story.press("Backspace End")
    #expect(story.sources.last == "log(2) + zeta(3)")
    try story.press("Ctrl-A Ctrl-K")
    story.type("x")
    try story.press("End")
    #expect(story.sources.last == "x", "nothing begins like this")
  }

  @Test func inputsOfEarlierSessionsAreFoundSuggestedAndKept() throws {
    var options = NotebookModel.Options()
    options.history = ["gamma(1/3)", "a = 1\na + 1"]
    let store = ScratchStore()
    let notebook = HeadlessNotebook(NotebookModel(options: options), runner: FakeRunner(), store: store)
    try notebook.press("Enter")
    notebook.type("ga")
    try notebook.press("End")
    #expect(notebook.model.selected.content.source == "gamma(1/3)")
    try notebook.press("Ctrl-U Up")
    #expect(notebook.model.selected.content.source == "a = 1\na + 1")
    try notebook.press("F5")
    #expect(store.remembered.isEmpty, "the last input of the history is not kept twice")
    try notebook.press("Ctrl-R")
    notebook.type("1/3")
    try notebook.press("Enter F5")
    #expect(store.remembered == ["gamma(1/3)"])
  }
}
