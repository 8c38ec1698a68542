import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

@Suite struct JobStories {
  private let search = "search dynamics --degree 1,2 --height 3"

  /// A notebook in which a search runs.
  private func searching() throws -> Story {
    let story = try Story()
    story.runner.holds = true
    try story.press("Enter")
    story.type(search)
    try story.press("F5 Esc")
    story.runner.report(
      0, .progress(CellProgress(title: "search dynamics, job 1", done: 50, total: 200, findings: 2)))
    story.notebook.settle(seconds: 0)
    return story
  }

  @Test func thePaneListsWhatRunsAndPausesIt() throws {
    let story = try searching()
    try story.press("F6")
    story.sees("▸ \(search)")
    story.sees("50/200  25%")
    try story.press("p")
    #expect(story.runner.paused.map(\.halted) == [true])
    story.sees("paused")
    try story.press("p")
    #expect(story.runner.paused.map(\.halted) == [true, false])
    story.misses("paused")
    try story.press("c")
    #expect(story.runner.stopped.map(\.force) == [.interrupt])
    try story.press("Enter")
    #expect(story.model.pane == nil)
  }

  @Test func findingsShowAsTheyCome() throws {
    let story = try searching()
    for number in 1...5 {
      story.runner.report(0, .finding(Text("pcf(\(number), n) = pi/\(number)", .formula)))
    }
    story.notebook.settle(seconds: 0)
    story.misses("pi/2")
    story.sees("pcf(5, n) = pi/5")
    story.runner.report(0, .output(Document([.paragraph("5 found")])))
    story.runner.finish(0)
    story.notebook.settle()
    story.misses("pcf(5, n)")
    story.sees("5 found")
  }

  @Test func anUnfinishedSearchOfTheCatalogIsResumed() throws {
    let jobs = [
      BrowsedJob(number: 1, isUnfinished: false, cells: ["1", "dynamics", "", "finished"]),
      BrowsedJob(number: 2, isUnfinished: true, cells: ["2", "dynamics", "", "unfinished"]),
    ]
    let story = try Story(viewer: FakeViewer(jobs: jobs))
    story.runner.holds = true
    try story.press("F6")
    story.sees("job 2 is unfinished")
    try story.press("p")
    story.sees("only what runs here can be paused")
    try story.press("r")
    #expect(story.runner.started.last?.request.source == "resume 2")
    #expect(story.sources == ["", "resume 2"])
  }

  @Test func theListOfTheCatalogIsAskedForAnewWhenASearchEnds() throws {
    let viewer = FakeViewer()
    let story = try Story(viewer: viewer)
    story.runner.holds = true
    try story.press("Enter")
    story.type(search)
    try story.press("F5 Esc F6")
    #expect(viewer.questions.count == 1)
    story.runner.finish(0)
    story.notebook.settle()
    #expect(viewer.questions.count == 2)
  }

  @Test func whatWasLeftRunningComesBackToItsCell() throws {
    var options = NotebookModel.Options()
    options.left = [
      LeftRun(spool: "a", source: "K * pi", isAlive: true),
      LeftRun(spool: "b", source: search, isAlive: false, findings: 1234),
    ]
    let runner = FakeRunner()
    let session = try SessionFile(parsing: threeCells.utf8)
    let notebook = HeadlessNotebook(
      NotebookModel(session, path: "s.md", options: options), runner: runner, store: ScratchStore())
    #expect(notebook.screen.contains("since last time: 1 search ended (1,234 found), 1 search still runs"))
    #expect(runner.attached.map(\.spool) == ["a", "b"])
    #expect(notebook.model.cells.map(\.content.source).last == search, "a cell that is gone is made again")
    #expect(notebook.model.cells[2].state.isRunning)
    runner.report(attached: 1, .event(.output(Document([.paragraph("7 found")]))))
    runner.report(attached: 1, .event(.finished(CellFinish(exit: 0))))
    runner.report(attached: 1, .ended(RunEnd(.exited(0))))
    runner.report(attached: 0, .ended(RunEnd(.lost)))
    notebook.settle()
    #expect(notebook.screen.contains("7 found"))
    #expect(notebook.screen.contains("ended while the notebook was closed"))
  }

  @Test func aNewNameIsToldToWhatRuns() throws {
    let story = try searching()
    try story.press("Ctrl-S")
    story.type("found")
    try story.press("Enter")
    #expect(story.runner.owner == "found.md")
  }
}
