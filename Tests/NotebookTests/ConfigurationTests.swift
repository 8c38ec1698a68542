import Testing
import WallisDocuments

@testable import WallisNotebook

@Suite struct ConfigurationTests {
  @Test func settingsAreRead() {
    let configuration = Configuration(
      toml: "editing = \"vi\"\ntheme = \"colour-blind\"\nmouse = true\nascii = true\n")
    #expect(configuration.problems.isEmpty)
    #expect(configuration.editing == .vi)
    #expect(configuration.theme == .colourBlind)
    #expect(configuration.mouse && configuration.ascii)
  }

  @Test func anEmptyFileChangesNothing() {
    let configuration = Configuration(toml: "# nothing\n")
    #expect(configuration.problems.isEmpty)
    #expect(configuration.keyMap.actions.map(\.keys) == KeyMap.standard.actions.map(\.keys))
  }

  @Test func keysAreRemapped() throws {
    let configuration = Configuration(toml: "[keys]\nrun = [\"F9\", \"Ctrl-Alt-Enter\"]\ndelete = \"X\"\n")
    #expect(configuration.problems.isEmpty)
    var options = NotebookModel.Options()
    options.keyMap = configuration.keyMap
    let runner = FakeRunner()
    let notebook = HeadlessNotebook(NotebookModel(options: options), runner: runner, store: ScratchStore())
    try notebook.press("Enter")
    notebook.type("pi")
    try notebook.press("F9")
    #expect(runner.started.map(\.request.source) == ["pi"])
    try notebook.press("Alt-Enter Esc k X")
    #expect(runner.started.count == 1, "the usual key is free")
    #expect(notebook.model.cells.map(\.content.source) == [""])
    #expect(PlainRenderer(width: 120).render(keyCheatSheet(configuration.keyMap)).contains("F9"))
  }

  /// Every mistake names its line and what could be meant.
  @Test(arguments: [
    ("theme = \"pink\"", "line 1: theme has no such value"),
    ("\ncolour = 3", "line 2: there is no setting 'colour'"),
    ("mouse = \"yes\"", "line 1: mouse is true or false"),
    ("[keys]\nfly = \"j\"", "line 2: there is no action 'fly'"),
    ("[keys]\nrun = \"Hyper-R\"", "line 2: no key is called 'Hyper-R'"),
    ("[keys]\nrun = 3", "line 2: the keys of run are a text"), ("keys = 1", "line 1: keys is a table"),
    ("[keys]\ndelete = \"j\"", "j means next and delete"),
    ("[keys]\ndelete = \"g\"", "begins with a key of delete"),
    ("theme = ", "line 1 is no TOML"), ("[{", "line 1 is no TOML"), ("[ = \"x\"]", "line 1 is no TOML"),
    ("mouse = true\n[", "line 2 is no TOML"), ("[[]]", "line 1 is no TOML"), ("[keys", "line 1 is no TOML"),
    ("[keys.{]", "line 1 is no TOML"),
  ])
  func mistakesAreTold(_ text: String, _ message: String) {
    let configuration = Configuration(toml: text)
    let messages = configuration.problems.map(\.message)
    #expect(messages.contains { $0.contains(message) }, "\(messages)")
  }

  @Test func aMistakeDoesNotSpoilTheRest() {
    let configuration = Configuration(toml: "theme = \"pink\"\nediting = \"vi\"\n")
    #expect(configuration.problems.count == 1)
    #expect(configuration.editing == .vi)
    #expect(configuration.theme == .dark)
  }

  @Test func theStandardKeysHaveNoConflicts() {
    #expect(KeyMap.standard.conflicts.isEmpty, "\(KeyMap.standard.conflicts)")
  }

  @Test func theReportSaysWhatIsChosen() {
    let report = Configuration(toml: "[keys]\nrun = \"F9\"\n").report(on: "/nowhere/config.toml")
    let text = PlainRenderer().render(report)
    #expect(text.contains("1 action changed"))
    #expect(text.contains("/nowhere/config.toml"))
  }
}
