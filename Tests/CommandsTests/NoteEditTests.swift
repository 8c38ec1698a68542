import Foundation
import Testing

@testable import WallisCommands

/// Notes are changes that can be taken back: the verb says how.
@Suite struct NoteEditTests {
  @Test func removedNotesComeBackAllOfThem() throws {
    let folder = try CatalogVerbTests.Folder()
    let program = Program(table: .standard, shell: RecordedShell().shell(), stopRequests: StopRequests())
    _ = program.run(["search", "dynamics", "--a", "2,1", "--b", "1,0,0", "--catalog", folder.catalog])
    let cell = { (source: String) in
      CellInterpreter(context: .test()).run(CellRequest(source: source, catalog: folder.catalog)) { _ in }
        .edits ?? []
    }
    let formula = "catalog note 'pcf(2n+1, n^2)'"
    let first = cell("\(formula) \"it's Brouncker's\"")
    #expect(first.map(\.title) == ["the note about pcf(2n+1, n^2)"])
    #expect(cell("\(formula) \"it's Brouncker's\"").isEmpty, "it was there already")
    _ = cell("\(formula) -- '-- a second one'")
    let removal = try #require(cell("\(formula) --remove").first)
    #expect(removal.make.count == 2 && removal.takeBack.count == 2)
    let again = cell(removal.takeBack.joined(separator: "\n"))
    #expect(again.count == 2, "each line is a change of its own")
    #expect(cell("\(formula) --remove").first?.takeBack == removal.takeBack, "all is as before the removal")
    #expect(cell(formula).isEmpty, "looking changes nothing")
  }
}
