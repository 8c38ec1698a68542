import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// A session that may come from a stranger writes in its own folder only; the user is asked once.
@Suite struct TrustStories {
  private func refuse(_ run: Int, in story: Story) {
    var finish = CellFinish(exit: 2)
    finish.wantsTrust = true
    story.runner.report(run, .output(Document([.diagnostic(Diagnostic("outside the folder"))])))
    story.runner.report(run, .finished(finish))
    story.runner.end(run, .exited(2))
    story.notebook.settle(seconds: 0)
  }

  private func opened() throws -> Story {
    let story = try Story(threeCells, path: "sub/story.md")
    story.runner.holds = true
    try story.press("G F5")
    return story
  }

  @Test func cellsOfAFileThatWasThereStayInItsFolder() throws {
    let story = try opened()
    #expect(story.runner.started[0].request.folder == "sub")
    let own = try Story()
    own.runner.holds = true
    try own.press("Enter")
    own.type("pi")
    try own.press("F5")
    #expect(
      own.runner.started[0].request.folder == nil, "what is typed into a new notebook is the user's own")
  }

  @Test func aYesLetsTheCellRunAgainAnywhere() throws {
    let story = try opened()
    refuse(0, in: story)
    story.sees("trust this session?")
    story.type("yes")
    try story.press("Enter")
    #expect(story.runner.started.count == 2)
    #expect(story.runner.started[1].request.folder == nil)
    #expect(story.runner.started[1].request.source == "K * pi")
  }

  @Test(arguments: ["Enter", "Esc", "n Enter"])
  func anythingElseIsANoAndIsNotAskedAgain(_ keys: String) throws {
    let story = try opened()
    refuse(0, in: story)
    try story.press(keys)
    try story.press("F5")
    #expect(story.runner.started[1].request.folder == "sub")
    refuse(1, in: story)
    story.misses("trust this session?")
    try story.press(":")
    story.type("trust")
    try story.press("Enter F5")
    #expect(story.runner.started[2].request.folder == nil)
  }

  @Test func nobodyIsAskedInTheMiddleOfTyping() throws {
    let story = try opened()
    try story.press("Enter")
    story.type("x")
    refuse(0, in: story)
    story.misses("trust this session?")
    story.type("yes")
    #expect(story.sources.last == "K * pixyes")
  }
}
