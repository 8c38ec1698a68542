import Foundation
import Testing
import WallisCatalog
import WallisDocuments

@testable import WallisCommands

/// Whatever word stands beside a value or above a column has a page in the help.
@Suite struct OutputWordsTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/WallisCommands")

  /// Labels of fields and titles of columns, as they stand in the sources.
  private static func labels() throws -> Set<String> {
    var labels: Set<String> = []
    for case let url as URL in FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
      ?? .init()
    where url.pathExtension == "swift" && !url.path.hasSuffix("Table.swift") {
      let text = try String(contentsOf: url, encoding: .utf8)
      for match in text.matches(of: /\bField\(\s*"([^"\\]+)",/) { labels.insert(String(match.1)) }
      for match in text.matches(
        of: /(?:\.init|Table\.Column)\("([^"\\]+)"(?:, \.right)?(?:, isShortened: true)?(?:, rank: \d)?\)/)
      {
        labels.insert(String(match.1))
      }
    }
    return labels
  }

  @Test func everyLabelHasAPage() throws {
    let pages = HelpPages(table: .standard, width: 80)
    let labels = try Self.labels()
    #expect(
      labels.count > 80
        && labels.isSuperset(of: ["naive δ", "digits a term", "representative", "of them unexplained"]))
    for label in labels.sorted() {
      let page = try? pages.page(label.split(separator: " ").map(String.init))
      #expect(page?.document.isEmpty == false, "help \(label)")
    }
  }

  @Test func everyFieldHasAPage() throws {
    let pages = HelpPages(table: .standard, width: 80)
    for field in QueryFieldTable.all {
      for word in [field.name, field.title] {
        let page = try? pages.page(word.split(separator: " ").map(String.init))
        #expect(page?.document.isEmpty == false, "help \(word)")
      }
    }
    for word in ["errorEta", "measured", "unexplained", "predicted δ", "deltaPredicted"] {
      #expect(try !pages.page(word.split(separator: " ").map(String.init)).document.isEmpty)
    }
  }

  /// Half of a name, a mistyped one, one of another program: the nearest is found.
  @Test func theNearestIsFound() {
    #expect(wallis("help", "esma").output == wallis("help", "search", "esma").output)
    #expect(wallis("help", "catlog").error.contains("did you mean 'catalog'?"))
    #expect(wallis("help", "catalog", "ls").error.contains("did you mean 'catalog list'?"))
    #expect(wallis("help", "catalog", "qeury").error.contains("did you mean 'catalog query'?"))
    #expect(wallis("catalog", "ls").error.contains("did you mean 'catalog list'?"))
    #expect(wallis("help", "errorEat").error.contains("did you mean 'errorEta'?"))
    #expect(wallis("help", "xyzzy").exit == .usage)
  }

  /// What three verbs called `--with` has a name in each, and the old one is read as well.
  @Test(arguments: [
    ("identify pi+e", "--constants", "pi,e"), ("field walk log", "--parameters", "c1=2"),
    ("search dynamics --a 'x*n' --b 1", "--ranges", "x=1..3"),
  ])
  func namesOfOptions(_ line: String, _ name: String, _ value: String) throws {
    let words = try WordSplitter.words(of: line)
    for option in [name, "--with"] {
      #expect(throws: Never.self) { try VerbTable.standard.parse(words + [option, value]) }
    }
    #expect(
      wallis(Array(words.prefix(2)) + ["--help"]).output.contains("\(name), --with")
        || line.hasPrefix("identify"))
  }
}
