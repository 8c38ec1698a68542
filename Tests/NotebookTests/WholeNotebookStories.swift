import Testing
import WallisDocuments

@testable import WallisNotebook

/// Exports, themes, mouse, first steps.
@Suite struct WholeNotebookStories {
  @Test(arguments: [
    ("markdown", "story.export.md", "```\nK * pi\n```"),
    ("html", "story.html", "<pre class=\"input\">K * pi</pre>"),
    ("latex", "story.tex", "\\section*{A tour}"), ("script", "story.wallis", "# # A tour\n"),
  ])
  func aNotebookIsExportedByName(_ format: String, _ path: String, _ content: String) throws {
    let story = try Story(threeCells)
    try story.press(":")
    story.type("export-\(format)")
    try story.press("Enter")
    story.sees("wrote \(path)")
    #expect(story.store.files[path]?.contains(content) == true)
    try story.press(":")
    story.type("export-\(format)")
    try story.press("Enter")
    story.sees("exists already")
    try story.press(":")
    story.type("export-\(format)")
    try story.press("Enter")
    story.sees("wrote \(path)")
  }

  @Test func themesFollowEachOther() throws {
    let story = try Story(threeCells)
    for theme in ["light", "mono", "colour-blind", "dark"] {
      try story.press(":")
      story.type("theme")
      try story.press("Enter")
      story.sees("theme \(theme)")
      #expect(story.model.theme.rawValue == theme)
    }
  }

  @Test func theMouseSelectsAndScrolls() throws {
    let story = try Story(threeCells)
    #expect(!story.model.hasMouse, "the mouse belongs to the terminal")
    try story.press(":")
    story.type("mouse")
    try story.press("Enter")
    #expect(story.model.hasMouse)
    let row = try #require(story.notebook.frame.lines.firstIndex { $0.contains("K * pi") })
    story.notebook.send(.click(Frame.Position(row: row, column: 9)))
    #expect(story.model.selection == 2)
    try story.press("Enter")
    story.notebook.send(.click(Frame.Position(row: row, column: 7)))
    story.type("2*")
    #expect(story.sources.last == "2*K * pi", "a click puts the cursor where it is")
    story.notebook.send(.click(Frame.Position(row: 1, column: 3)))
    #expect(story.model.selection == 0 && !story.model.isEditing)
  }

  @Test func theWheelScrollsWhatIsUnderTheEyes() throws {
    let cells = (1...30).map { "```wallis\ncell \($0)\n```\n" }.joined(separator: "\n")
    let story = try Story(cells)
    story.notebook.send(.wheel(3))
    story.misses("cell 1\n")
    story.notebook.send(.wheel(-3))
    story.sees("cell 1\n")
    try story.press("?")
    story.notebook.send(.wheel(1))
    story.misses("Outside editing")
  }

  @Test func theFirstStepsAreSuggested() throws {
    let story = try Story()
    story.sees("Right takes it")
    try story.press("Enter")
    story.sees("pcf(6, (2n-1)^2)")
    #expect(story.sources == [""])
    try story.press("Right Alt-Enter")
    #expect(story.sources == ["pcf(6, (2n-1)^2)", ""])
    story.sees("value of pcf(6, (2n-1)^2)")
    story.sees("identify 0.3183098861837906715")
    try story.press("Right Alt-Enter Right Alt-Enter")
    #expect(story.sources[2].hasPrefix("search dynamics "))
    try story.press("Right Alt-Enter")
    #expect(story.sources.last == "", "there are three of them")
  }

  @Test func aMistakeInTheConfigurationIsToldAtTheStart() throws {
    var options = NotebookModel.Options()
    options.warning = "configuration: line 1: theme has no such value"
    let notebook = HeadlessNotebook(
      NotebookModel(options: options), runner: FakeRunner(), store: ScratchStore())
    #expect(notebook.screen.contains("theme has no such value"))
  }
}
