import Foundation
import Testing

/// What makes a repository a project: pages that stay true.
@Suite struct ProjectTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  /// Every package that is linked has a row in the table of licences.
  @Test func licencesAreComplete() throws {
    struct Resolved: Decodable {
      struct Pin: Decodable { let location: String }
      let pins: [Pin]
    }
    let resolved = try JSONDecoder().decode(Resolved.self, from: Data(Self.text("Package.resolved").utf8))
    let readme = try Self.text("README.md").lowercased()
    #expect(resolved.pins.count >= 3)
    for pin in resolved.pins {
      let address = pin.location.lowercased().replacingOccurrences(of: ".git", with: "")
      #expect(readme.contains("](\(address)"), "\(pin.location) has no row under Licence")
    }
  }

  /// The version stands in the code; what quotes it agrees.
  @Test func theVersionIsQuotedRightly() throws {
    let code = try Self.text("Sources/WallisCommands/Core/Version.swift")
    let version = try #require(code.firstMatch(of: /number = "([\d.]+)"/)?.1)
    #expect(try Self.text("CITATION.cff").contains("\nversion: \(version)\n"))
    #expect(try Self.text("CHANGELOG.md").contains("\n## \(version)\n"))
  }

  /// Links between pages lead somewhere, and so do paths in code spans of the pages for contributors.
  @Test func pagesPointToWhatIsThere() throws {
    let pages =
      try FileManager.default.contentsOfDirectory(
        atPath: Self.root.appending(path: "Documentation").path
      ).filter { $0.hasSuffix(".md") }.map { "Documentation/\($0)" } + ["README.md", "CONTRIBUTING.md"]
    #expect(pages.count >= 6)
    for page in pages {
      let folder = Self.root.appending(path: page).deletingLastPathComponent()
      for link in try Self.text(page).matches(of: /\]\(([^):#]+\.md)\)/) {
        let target = folder.appending(path: String(link.1)).path
        #expect(FileManager.default.fileExists(atPath: target), "\(page): \(link.1)")
      }
      for span in try Self.text(page).matches(
        of: /`((?:Sources|Tests|sessions|Benchmarks)\/[\w\/+.-]+)`/)
      {
        let target = Self.root.appending(path: String(span.1)).path
        #expect(FileManager.default.fileExists(atPath: target), "\(page): \(span.1)")
      }
    }
  }
}
