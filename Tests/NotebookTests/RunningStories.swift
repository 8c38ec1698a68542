import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

@Suite struct RunningStories {
  @Test func namesOfCellsAboveReachACellEvenWhenTheyHaveNotRun() throws {
    let story = try Story(threeCells)
    try story.press("G F5")
    let request = try #require(story.runner.started.first?.request)
    #expect(request.source == "K * pi")
    #expect(request.bindings == [Binding(name: "K", source: "pcf(2n+1, n^2)")])
    #expect(request.firstResult == 1)
    story.sees("[1]  K * pi")
    story.sees("value of K * pi")
    story.misses("  4\n")
  }

  @Test func namesThatHaveNotRunStandForWhatTheyWouldMean() throws {
    let story = try Story("```wallis\nK = pcf(1, n)\nL = 2K\nbad = )(\n```\n\n```wallis\nL\n```\n")
    try story.press("G F5")
    let request = try #require(story.runner.started.first?.request)
    #expect(request.bindings.map(\.name) == ["K", "L"], "a line that does not parse makes no name")
    #expect(request.bindings.last?.source == "2(pcf(1, n))", "no name is left in it")
  }

  @Test func resultsAreNumberedAndHandedOn() throws {
    let story = try Story()
    try story.press("Enter")
    story.type("one\ntwo")
    try story.press("Alt-Enter")
    story.type("% + %1")
    try story.press("Alt-Enter")
    let request = try #require(story.runner.started.last?.request)
    #expect(request.results.map(\.number) == [1, 2])
    #expect(request.results.map(\.source) == ["one", "two"])
    #expect(request.firstResult == 3)
    story.sees("[3]  % + %1")
  }

  @Test func cellsWaitForEachOtherButNotForASearch() throws {
    let story = try Story()
    story.runner.holds = true
    story.notebook.paste("search dynamics --degree 1,2 --height 3")
    try story.press("F5")
    story.notebook.paste("pi")
    try story.press("F5")
    story.notebook.paste("e")
    try story.press("F5")
    #expect(story.runner.started.map(\.request.source) == ["search dynamics --degree 1,2 --height 3", "pi"])
    story.sees("waits")
    story.sees("3 running")
    story.runner.finish(1)
    story.notebook.settle(seconds: 0)
    #expect(story.runner.started.last?.request.source == "e")
  }

  @Test func severalSearchesRunAtOnceAndFurtherOnesWait() throws {
    let story = try Story()
    story.runner.holds = true
    for height in 1...6 {
      story.notebook.paste("search dynamics --degree 1,2 --height \(height)")
      try story.press("F5")
    }
    #expect(story.runner.started.count == RunBook.mostSearches)
    story.sees("6 running")
    story.runner.finish(2)
    story.notebook.settle(seconds: 0)
    story.sees("finished: search dynamics --degree 1,2 --height 3")
    #expect(story.runner.started.last?.request.source == "search dynamics --degree 1,2 --height 5")
    try story.press("Ctrl-C")
    #expect(story.runner.stopped.count == RunBook.mostSearches, "all that run are asked to stop")
    story.misses("waits")
  }

  @Test func progressIsShownUnderTheCell() throws {
    let story = try Story()
    story.runner.holds = true
    story.notebook.paste("search dynamics --degree 1,2 --height 3")
    try story.press("F5")
    story.sees("runs…")
    story.runner.report(
      0,
      .progress(
        CellProgress(
          title: "job 3", done: 8208, total: 16416, perSecond: 2000, secondsLeft: 4.1, findings: 7)))
    story.notebook.settle(seconds: 0)
    story.sees("███████████░░░░░░░░░░░  job 3  8,208/16,416  50%  2,000/s  5 s left  7 found")
    story.notebook.resize(columns: 50, rows: 30)
    story.sees("  8,208/16,416  50%  2,000/s  5 s left  7 found")
    story.misses("█")
  }

  @Test func ctrlCCancelsTheComputationAndNeverQuits() throws {
    let story = try Story()
    try story.press("Ctrl-C Ctrl-C")
    story.sees("nothing runs; Ctrl-Q quits")
    #expect(story.notebook.quitting == nil)
    story.runner.holds = true
    story.notebook.paste("search dynamics --degree 2,2")
    try story.press("F5 Ctrl-C")
    story.sees("cancelling")
    #expect(story.runner.stopped.map(\.force) == [.interrupt])
    try story.press("Ctrl-C Ctrl-C")
    #expect(story.runner.stopped.map(\.force) == [.interrupt, .interrupt, .kill])
    story.runner.report(0, .output(Document([.paragraph("resume 1 continues")])))
    story.runner.finish(0, exit: 130)
    story.notebook.settle(seconds: 0)
    story.sees("resume 1 continues")
    story.sees("[-]")
    #expect(story.notebook.quitting == nil)
  }

  @Test func runningAllGoesFromTopToBottomOneByOne() throws {
    let cells = ["search dynamics", "export K", "pi"].map { "```wallis\n\($0)\n```\n" }
    let story = try Story(cells.joined(separator: "\n"))
    story.runner.holds = true
    try story.press("R")
    #expect(story.runner.started.map(\.request.source) == ["search dynamics"])
    story.runner.finish(0)
    story.notebook.settle(seconds: 0)
    #expect(story.runner.started.map(\.request.source) == ["search dynamics", "export K"])
    story.notebook.paste("e")
    try story.press("F5")
    #expect(story.runner.started.count == 2, "a cell of the same kind waits")
    story.runner.finish(1)
    story.notebook.settle(seconds: 0)
    #expect(story.runner.started.count == 3)
  }

  @Test func cancellingSendsWaitingCellsHome() throws {
    let story = try Story(threeCells)
    story.runner.holds = true
    try story.press("R")
    #expect(story.model.busyCells == 2)
    try story.press("Ctrl-C")
    #expect(story.model.busyCells == 1)
    story.runner.finish(0, exit: 130)
    story.notebook.settle(seconds: 0)
    #expect(story.model.busyCells == 0)
    #expect(story.runner.started.count == 1)
  }

  @Test func aFailureStopsTheCellsThatWait() throws {
    let story = try Story("```wallis\nfail\n```\n\n```wallis\npi\n```\n", rows: 30)
    try story.press("R")
    story.sees("[!]  fail")
    story.sees("error: no such thing")
    story.sees("try: try pi")
    story.sees("a cell failed; 1 waiting cell was not run")
    #expect(story.runner.started.count == 1)
  }

  @Test(arguments: [
    (RunEnd.Cause.signalled(9), "was killed (signal 9)"),
    (.signalled(11), "crashed (signal 11)"),
    (.signalled(6), "gave up (signal 6)"),
    (.exited(3), "exit code 3 before it had finished"),
    (.notStarted("no such file"), "could not be started: no such file"),
  ])
  func theEndOfAnInterpreterIsToldAndLosesNothing(_ cause: RunEnd.Cause, _ words: String) throws {
    let story = try Story(columns: 160)
    story.runner.holds = true
    story.notebook.paste("evaluate pi")
    try story.press("F5")
    story.runner.report(0, .output(Document([.paragraph("first half")])))
    story.runner.end(0, cause, complaint: "cannot allocate")
    story.notebook.settle(seconds: 0)
    story.sees("first half")
    story.sees(words)
    story.sees("it said: cannot allocate")
    story.sees("[!]")
    try story.press("F5")
    #expect(story.runner.started.count == 2, "it can be run again")
  }

  @Test func aDeletedCellStopsRunningAndLateReportsDoNoHarm() throws {
    let story = try Story(threeCells)
    story.runner.holds = true
    try story.press("G F5 d d")
    #expect(story.runner.stopped.count == 1)
    story.runner.report(0, .output(Document([.paragraph("late")])))
    story.runner.finish(0)
    story.notebook.settle(seconds: 0)
    try story.press("u")
    story.misses("late")
    #expect(story.model.busyCells == 0)
  }

  @Test func editingACellWhileItRunsKeepsBoth() throws {
    let story = try Story(threeCells)
    story.runner.holds = true
    try story.press("G F5 Enter")
    story.type(" + 1")
    story.runner.report(0, .output(Document([.paragraph("done")])))
    story.runner.finish(0, results: [NumberedResult(number: 1, source: "K * pi")])
    story.notebook.settle(seconds: 0)
    #expect(story.model.isEditing)
    story.sees("[1]↻ K * pi + 1")
    story.sees("done")
  }

  @Test func aSecondRunReplacesTheOutputOnlyWhenItHasOne() throws {
    let story = try Story(threeCells)
    story.runner.holds = true
    try story.press("G F5")
    story.sees("  4\n")
    story.runner.finish(0)
    story.notebook.settle(seconds: 0)
    story.misses("  4\n")
  }

  @Test func undoDoesNotTouchOutputsOfRuns() throws {
    let story = try Story(threeCells)
    try story.press("G Enter")
    story.type("x")
    try story.press("Esc F5 u")
    #expect(story.sources.last == "K * pi")
    story.sees("value of K * pix")
    #expect(story.runner.started.count == 1, "undo runs nothing")
  }

  @Test func panesShowTheCatalogAndJobs() throws {
    let story = try Story(threeCells)
    try story.press("F6")
    story.sees("─ Jobs ")
    story.sees("no search was begun in this catalog")
    try story.press("Esc F3")
    story.sees("─ Catalog ")
    story.sees("no formula of the catalog is like that")
    try story.press("q")
    story.sees("# A tour")
  }
}
