import Foundation
import TestSupport
import Testing
import WallisDocuments

@testable import WallisCommands

/// On pages of 80, 100 and 160 columns the outputs of all examples of the help have the words and formulas that they
/// have where room is endless.
@Suite struct PageWidthTests {
  private static let folder = Result { try CatalogVerbTests.Folder() }

  /// A catalog with fractions, a family, signed fractions and lines, made once.
  private static let catalog: String = {
    guard let path = try? folder.get().catalog else { return "" }
    for line in [
      "search dynamics --a 1..3,0..3 --b -2..3,-2..2,-1..2 --identify --depth 40 --against 80",
      "cluster --without-known", "search esma --constant e --height 1 --periods 1..2 --terms 30",
    ] {
      _ = wallis(line.split(separator: " ").map(String.init) + ["--catalog", path])
    }
    return path
  }()

  private static let examples = VerbTable.standard.declarations.flatMap { $0.examples.map(\.line) }

  /// Examples that take more than a moment, or that change files and the catalog that the others look at.
  private static func isLong(_ line: String) -> Bool {
    [
      "search", "find --", "field find", "field walk", "generalise", "identify 5.85", "identify --query",
      "cluster",
    ]
    .contains { line.hasPrefix($0) }
  }

  private static func isChange(_ line: String) -> Bool {
    [
      "repl", "run", "cell", "complete", "catalog import", "catalog merge", "catalog note", "catalog backup",
      "catalog salvage",
      "catalog compact", "export-session", "family rename", "resume", "constants --define",
      "constants --forget", "identify --file",
    ]
    .contains { line.hasPrefix($0) } || line.contains("--output")
  }

  @Test func shortExamplesFitThePage() throws {
    for line in Self.examples.filter({ !Self.isLong($0) && !Self.isChange($0) }).sampled(every: 6) {
      try check(line)
    }
  }

  @Test(.enabled(if: LongSuite.isOn))
  func longExamplesFitThePage() throws {
    for line in Self.examples where Self.isLong(line) && !Self.isChange(line) {
      try check(line.hasPrefix("search") && !line.contains("--plan") ? line + " --plan" : line)
    }
  }

  @Test func questionsThatHaveLongAnswersFitThePage() throws {
    for line in [
      "catalog query identified --limit 40",
      "catalog query identified --columns formula,closedForm,known,delta,error.gamma",
      "catalog query \"kind = signed\" --columns formula,closedForm", "harvest --each 3", "families",
      "family show 1",
      "field walk zeta3 --direction 3,2 --depth 30", "help query", "export --format markdown",
      "identify 'pcf(n+3, -n)' --constants 'zeta(3),log(2)*pi'",
    ] {
      try check(line)
    }
  }

  /// Examples that need what the catalog does not have, such as a third job, are passed over.
  private func check(_ line: String) throws {
    let document: Document
    var context = VerbContext.test()
    context.catalog = Self.catalog
    do {
      document = try VerbTable.standard.parse(WordSplitter.words(of: line)).reply(in: context).document
    } catch {
      return
    }
    let wide = Self.plain(document, width: 100_000)
    for width in [80, 100, 160] {
      let narrow = Self.plain(document, width: width)
      let broken = Page(narrow).brokenWords(comparedWith: Page(wide), width: width)
      #expect(broken.isEmpty, "\(line) at \(width) breaks \(broken):\n\(narrow)")
      let formulas = document.formulas.filter { $0.displayWidth * 2 < width }
      let apart = formulas.first { Page(narrow).breaks($0) }
      #expect(apart == nil, "\(line) at \(width) breaks \(apart ?? ""):\n\(narrow)")
      guard !document.hasCode else { continue }
      let long = narrow.split(separator: "\n").first { $0.displayWidth > width }
      #expect(long == nil, "\(line) at \(width) is too wide: \(long ?? "")")
    }
  }

  private static func plain(_ document: Document, width: Int) -> String {
    PlainRenderer(width: width).render(document)
  }

  @Test func theCheckSeesWhatIsBroken() {
    let formula = Text("pcf(2n+1, n^2)", .formula)
    let whole = Page(PlainRenderer(width: 80).render(Document([.paragraph("limit of " + formula)])))
    #expect(Page("limit of\npcf(2n+1, n^2)").brokenWords(comparedWith: whole).isEmpty)
    #expect(Page("lim\nit of pcf(2n+1, n^2)").brokenWords(comparedWith: whole) == ["it", "lim"])
    #expect(!Page("limit of\npcf(2n+1, n^2)").breaks("pcf(2n+1, n^2)"))
    #expect(Page("limit of pcf(2n+1,\nn^2)").breaks("pcf(2n+1, n^2)"))
  }

  /// Fifty families are fifty lines below the titles, whatever is in them.
  @Test func aRowOfAFlatTableIsALine() {
    let rows = (1...50).map { number in
      [
        Text("\(number)"),
        "unnamed: " + Text("pcf(\(number)n^2+\(number)n+1, -5n^4+5n^3-5n^2+5n-5)", .formula),
        Text("exponential, growth of q by (3+sqrt(5))/2 and reduced denominators like e^(2n)"),
      ]
    }
    let table = Table(
      [.init("id"), .init("label"), .init("dynamics", rank: 1)], rows: rows, isFlat: true)
    let lines = PlainRenderer(width: 80).render(Document([.table(table)])).split(separator: "\n")
    #expect(lines.count == 2 + 50 + 1)
    #expect(lines.last == "no room for: dynamics; --json shows them")
  }
}

/// Text as it is read: words between spaces, lines.
private struct Page {
  let text: String
  let words: Set<String>

  init(_ text: String) {
    self.text = text
    words = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Words that the other page does not have: not cut with a mark, not a rule, not digits of a long number.
  func brokenWords(comparedWith other: Page, width: Int = 80) -> [String] {
    let digits = other.text.filter { !$0.isWhitespace }
    return words.subtracting(other.words).subtracting(Page.added).filter { word in
      if word.allSatisfy({ $0 == "─" }) { return false }
      if word.allSatisfy({ "-0123456789.".contains($0) }), digits.contains(word) { return false }
      if let last = word.last, ",;".contains(last), other.words.contains(String(word.dropLast())) {
        return false
      }
      // A formula that no line holds is cut before a sign.
      let isPiece = other.words.contains { whole in
        whole.displayWidth > width - 2
          && whole.firstRange(of: word).map {
            $0.lowerBound == whole.startIndex || "+-".contains(word.first ?? " ")
          } ?? false
      }
      if isPiece { return false }
      guard word.hasSuffix("…") else { return true }
      return !other.words.contains { $0.hasPrefix(word.dropLast()) }
    }.sorted()
  }

  /// Whether a formula with spaces in it is cut at one of them.
  func breaks(_ formula: String) -> Bool {
    guard let space = formula.firstIndex(of: " "), !text.contains(formula) else { return false }
    return text.split(separator: "\n").contains { $0.hasSuffix(formula[..<space]) }
  }

  /// The words of the remark below a table.
  private static let added = Set(
    "no room for: shows them what ends in … is whole with --json --columns or".split(separator: " ").map(
      String.init))
}

extension Document {
  /// The texts of formulas in it, tables apart from the columns that may be left out.
  fileprivate var formulas: [String] {
    let texts = blocks.flatMap { block -> [Text] in
      switch block {
      case .heading(let text), .paragraph(let text): [text]
      case .fields(let fields): fields.map(\.value)
      case .table(let table): table.rows.flatMap(\.self)
      case .code, .diagnostic, .plot: []
      }
    }
    return texts.flatMap(\.spans).filter { $0.role == .formula }.map(\.string)
  }

  fileprivate var hasCode: Bool {
    blocks.contains { if case .code = $0 { true } else { false } }
  }
}
