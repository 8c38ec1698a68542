import Testing
import WallisDocuments

@Suite struct LayoutTests {
  static let sample = Document([
    .heading("Brouncker's fraction"),
    .fields([
      Field("value", Text(String(repeating: "1234567890", count: 5), .digits)),
      Field("status", Text("value", .keyword)),
    ]),
    .table(
      Table(
        [.init("formula"), .init("δ", .right)],
        rows: [[Text("pcf(2n+1, n^2)", .formula), "−0.5"], [Text("4/π − 1", .formula), "12"]],
        caption: "two rows")),
    .diagnostic(Diagnostic("unknown name", source: "2 + zta(3)", range: 4..<7, remedy: "zeta")),
  ])

  @Test func plainTextFitsTheWidth() {
    let text = PlainRenderer(width: 40).render(Self.sample)
    #expect(
      text == """
        Brouncker's fraction
        value   12345678901234567890123456789012
                345678901234567890
        status  value

        formula            δ
        ──────────────  ────
        pcf(2n+1, n^2)  −0.5
        4/π − 1           12
        two rows

        error: unknown name
          2 + zta(3)
              ^^^
          try: zeta

        """)
  }

  @Test func noLineIsWiderThanTheLayoutExceptVerbatim() {
    for width in [20, 33, 80] {
      for line in Layout(width: width).lines(Self.sample) { #expect(line.displayWidth <= width) }
    }
  }

  @Test func styledTextWithoutEscapesIsPlainText() {
    let styled = StyledRenderer(width: 60).render(Self.sample)
    #expect(styled.contains("\u{1B}["))
    var plain = ""
    var inEscape = false
    for scalar in styled.unicodeScalars {
      if scalar == "\u{1B}" { inEscape = true }
      if !inEscape { plain.unicodeScalars.append(scalar) }
      if inEscape, scalar == "m" { inEscape = false }
    }
    #expect(plain == PlainRenderer(width: 60).render(Self.sample))
  }

  @Test func asciiHasOnlyAscii() {
    let text = PlainRenderer(width: 60, ascii: true).render(Self.sample)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("4/pi - 1"))
  }

  @Test func asciiSpellings() {
    #expect("ζ(3)·π² − √5 ≥ φ…".asciiFallback == "zeta(3)*pi^2 - sqrt5 >= phi...")
    #expect("x⁻¹² aₙ₊₁ Apéry 漢".asciiFallback == "x^-12 a_n+1 Apery ?")
  }

  @Test func controlCharactersNeverReachTheTerminal() {
    let document = Document([.paragraph("a\u{1B}[31mb\u{7}\tc"), .code("x\u{1B}y\r\nz")])
    let text = PlainRenderer().render(document)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.contains("x\u{FFFD}y\nz\n"))
  }

  @Test func wordsBreakAtSpacesAndCaretsFollowWideCharacters() {
    let lines = Layout(width: 20).lines(Document([.paragraph("The quick brown fox jumps over it")]))
    #expect(lines.map(\.string) == ["The quick brown fox", "jumps over it"])
    let caret = Diagnostic("bad", source: "漢x?", range: 2..<3)
    #expect(PlainRenderer().render(Document([.diagnostic(caret)])) == "error: bad\n  漢x?\n     ^\n")
  }

  @Test func longSourcesAreCutAroundTheMistake() {
    let source = String(repeating: "1+", count: 100) + "?"
    let mistake = Diagnostic("bad", source: source, range: 200..<201)
    let lines = Layout(width: 40).lines(Document([.diagnostic(mistake)]))
    #expect(lines.allSatisfy { $0.displayWidth <= 40 })
    #expect(lines[1].string.hasSuffix("?"))
    #expect(lines[2].string.count == lines[1].string.count)
  }

  @Test func displayWidths() {
    // Widths as in Unicode's EastAsianWidth.txt; combining acute and zero-width joiner take no column.
    #expect("ζ(3)".displayWidth == 4)
    #expect("e\u{301}".displayWidth == 1)
    #expect("漢字".displayWidth == 4)
    #expect("👩‍🔬".displayWidth == 2)
    #expect("🇩🇪".displayWidth == 2)
    #expect("₁²−…".displayWidth == 4)
  }

  private static func table(_ width: Int, _ columns: [Table.Column], _ rows: [[Text]]) -> [String] {
    Layout(width: width).lines(Document([.table(Table(columns, rows: rows))])).map(\.string)
  }

  /// A formula that is too wide stands on a line of its own; numbers stay in their column.
  @Test func longFormulasTakeLinesOfTheirOwn() {
    let formula = Text("pcf(34n^3+51n^2+27n+5, -n^6)", .formula)
    let lines = Self.table(
      34, [.init("formula"), .init("closed form"), .init("δ", .right)],
      [[formula, Text("6/zeta(3)", .formula), Text("0.08", .digits)]])
    #expect(
      lines == [
        "formula             closed       δ", "                    form",
        "──────────────────  ─────────  ──", "pcf(34n^3+51n^2+27n+5, -n^6)", "                    6/zeta(3)",
      ] || lines.contains("pcf(34n^3+51n^2+27n+5, -n^6)"), "\(lines)")
    #expect(lines.contains { $0.hasSuffix("6/zeta(3)  0.08") }, "\(lines)")
    let cut = Self.table(20, [.init("formula")], [[formula]])
    #expect(cut[2] == "pcf(34n^3+51n^2+27n…" || cut[2].hasSuffix("…") && cut[2].count <= 20, "\(cut)")
    #expect(cut.last?.hasSuffix("--json") == true)
  }

  /// The least important columns go first, and are named.
  @Test func columnsGiveWayByRank() {
    let lines = Self.table(
      30, [.init("formula"), .init("grade", rank: 1), .init("value", rank: 2)],
      [[Text("pcf(2n+1, n^2)", .formula), Text("conjecture", .conjecture), Text("1.273239544", .digits)]])
    #expect(
      lines[2] == "pcf(2n+1, n^2)  conjecture"
        && lines[3...].joined(separator: " ").hasPrefix("no room for: value"))
  }

  @Test func formulasAreNotBrokenAtTheirSpaces() {
    let text = "It is " + Text("pcf(2n+1, n^2)", .formula) + "."
    let lines = Layout(width: 20).lines(Document([.paragraph(text)])).map(\.string)
    #expect(lines == ["It is", "pcf(2n+1, n^2)."])
    let long = Text("(1+sqrt(3)*log(2+sqrt(3)))/(2-sqrt(3)*log(2+sqrt(3)))", .formula)
    let terms = Layout(width: 30).lines(Document([.paragraph(long)])).map(\.string)
    #expect(terms.allSatisfy { $0.count <= 30 } && terms.joined() == long.string)
    #expect(terms.dropFirst().allSatisfy { "+-*/".contains($0.prefix(1)) }, "\(terms)")
  }

  @Test func columnsThatMayBeShortenedGiveWayFirst() {
    let table = Table(
      [.init("formula"), .init("known", isShortened: true)],
      rows: [[Text("pcf(2n+1, n^2)", .formula), Text("Brouncker, Lambert")]])
    let lines = Layout(width: 28).lines(Document([.table(table)])).map(\.string)
    #expect(
      lines == ["formula         known", "──────────────  ────────────", "pcf(2n+1, n^2)  Brouncker,…"])
    #expect(Layout(width: 80).lines(Document([.table(table)])).last?.string.hasSuffix("Lambert") == true)
  }
}
