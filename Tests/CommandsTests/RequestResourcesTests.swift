import Foundation
import Testing
import WallisSearch

@testable import WallisCommands

/// What a request needs is there, or its absence is told: nothing broken counts as nothing known.
@Suite struct RequestResourcesTests {
  @Test func theProgramCarriesTheWholeList() throws {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("catalogs/known.txt")
    let lines = try String(contentsOf: source, encoding: .utf8).split(whereSeparator: \.isNewline)
    let entries = lines.filter { !$0.hasPrefix("#") && $0.contains { !$0.isWhitespace } }
    let known = try KnownFormulasFile.bundled()
    #expect(known.formulas.count == entries.count && entries.count > 300)
  }

  @Test func brokenConstantsAreToldWhereANameIsUnknown() throws {
    let folder = try CatalogVerbTests.Folder()
    let configuration = folder.path + "/wallis"
    try FileManager.default.createDirectory(atPath: configuration, withIntermediateDirectories: true)
    try Data("this is no definition\n".utf8).write(to: URL(fileURLWithPath: configuration + "/constants.txt"))
    let variables = ["XDG_CONFIG_HOME": folder.path]
    #expect(wallis("evaluate", "pi", variables: variables).exit == .done)
    let reply = wallis("evaluate", "mineown", variables: variables)
    #expect(reply.exit == .badData && reply.error.contains("defines nothing"), "\(reply.error)")
  }

  @Test func aCatalogIsOpenedOnceInARequest() throws {
    let folder = try CatalogVerbTests.Folder(hasCatalog: false)
    let context = VerbContext.test()
    #expect(try context.catalogIfPresent(at: folder.catalog) == nil)
    let first = try context.openCatalog(at: folder.catalog, creating: true)
    try FileManager.default.removeItem(atPath: folder.catalog)
    #expect(try context.openCatalog(at: folder.catalog).path == first.path, "the file is not looked at again")
    #expect(try context.renewed().catalogIfPresent(at: folder.catalog) == nil, "another request looks anew")
  }
}
