import Foundation
import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// Changes of the catalog by hand are undone and repeated like everything else.
@Suite struct CatalogEditStories {
  private let edit = CatalogEdit(title: "the note about K", make: ["add"], takeBack: ["remove"])

  /// A notebook whose cell has changed the catalog.
  private func edited() throws -> Story {
    let story = try Story(threeCells)
    story.runner.holds = true
    try story.press("G F5")
    story.runner.report(0, .output(Document([.paragraph("4")])))
    story.runner.report(0, .finished(CellFinish(exit: 0, edits: [edit])))
    story.runner.end(0, .exited(0))
    story.notebook.settle(seconds: 0)
    return story
  }

  @Test func undoRunsTheLineThatTakesItBackAndRedoTheLineItself() throws {
    let story = try edited()
    try story.press("u")
    story.sees("undone: the note about K")
    #expect(story.runner.started.last?.request.source == "remove")
    #expect(story.runner.started.count == 2, "the cell itself is not run again")
    story.runner.finish(1)
    try story.press("Ctrl-R")
    story.sees("done again: the note about K")
    #expect(story.runner.started.last?.request.source == "add")
    story.runner.finish(2)
    try story.press("u")
    #expect(story.runner.started.count == 4)
  }

  @Test func changesAreMadeOneAfterAnother() throws {
    let story = try edited()
    try story.press("u Ctrl-R u")
    #expect(story.runner.started.map(\.request.source) == ["K * pi", "remove"])
    story.runner.finish(1)
    story.notebook.settle(seconds: 0)
    story.runner.finish(2)
    story.notebook.settle(seconds: 0)
    #expect(story.runner.started.map(\.request.source) == ["K * pi", "remove", "add", "remove"])
  }

  @Test func aChangeThatFailsIsTold() throws {
    let story = try edited()
    try story.press("u")
    story.runner.report(1, .output(Document([.diagnostic(Diagnostic("the catalog is locked"))])))
    story.runner.finish(1, exit: 3)
    story.notebook.settle(seconds: 0)
    story.sees("the note about K is as it was: the catalog is locked")
  }

  @Test func quittingWaitsForTheCatalog() throws {
    let story = try edited()
    story.notebook.send(.saved(.saved))
    try story.press("u Ctrl-Q")
    #expect(story.notebook.quitting == nil)
    story.sees("the catalog is being changed")
    story.runner.finish(1)
    story.notebook.settle(seconds: 0)
    #expect(story.notebook.quitting == .clean)
  }

  @Test func aChangeOfTheCatalogIsNoneOfTheFile() throws {
    let story = try edited()
    #expect(!story.model.isModified)
    try story.press("u")
    #expect(!story.model.isModified)
    story.misses("●")
  }

  @Test func aKilledNotebookStillKnowsWhatItMayTakeBack() throws {
    let change = CellChange.catalog(CellID(number: 3), edit)
    let data = try JSONEncoder().encode([change, change.inverse])
    let read = try JSONDecoder().decode([CellChange].self, from: data)
    #expect(read == [change, change.inverse])
    let story = try Story(threeCells)
    let edit = CellChange.edit(CellID(number: 3), try #require(Splice(from: "K * pi", to: "K")))
    var refused = 0
    var model = NotebookModel(
      recovering: story.model.content.journalBase(path: nil, text: threeCells),
      [
        RecordedChange(change: edit, before: story.model.cells.fingerprint(before: edit)),
        RecordedChange(change: read[0]),
      ], path: nil, fileText: "", isOwn: true, options: .init(), refused: &refused)
    #expect(refused == 0)
    #expect(
      model.update(.key(Key(.character("u")))).contains { effect in
        if case .run(_, let request) = effect { request.source == "remove" } else { false }
      })
  }

  @Test func otherStepsAreUndoneAroundIt() throws {
    let story = try edited()
    try story.press("k d d u u")
    #expect(story.runner.started.last?.request.source == "remove")
    #expect(story.sources == ["# A tour", "K = pcf(2n+1, n^2)", "K * pi"])
  }
}
