import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// The browser of the catalog, over rows that stand for it.
@Suite struct BrowserStories {
  private func browsing(
    _ count: Int = 1_000_000, columns: Int = 80, rows: Int = 24, ascii: Bool = false
  ) throws -> (Story, FakeViewer) {
    let viewer = FakeViewer(count: count)
    let story = try Story(columns: columns, rows: rows, ascii: ascii, viewer: viewer)
    try story.press("F3")
    return (story, viewer)
  }

  @Test func aMillionRowsAreGoneThroughByPagesOnDemand() throws {
    let (story, viewer) = try browsing()
    story.sees("row 1 of 1,000,000, 2,000,000 formulas")
    story.sees("▸ n+0")
    story.sees("card of pcf 0 1")
    try story.press("G")
    story.sees("row 1,000,000 of 1,000,000")
    story.sees("▸ n+999999")
    story.sees("card of pcf 999999 1")
    try story.press("k k PageUp g g")
    story.sees("row 1 of")
    let fetched = viewer.questions.compactMap { question -> Int? in
      if case .rows(_, let range) = question { range.count } else { nil }
    }
    #expect(fetched.count == 2 && fetched.allSatisfy { $0 < 100 }, "\(fetched)")
  }

  @Test(arguments: [(80, 24), (200, 60), (40, 10), (20, 5), (121, 8)])
  func everythingStaysInItsFrame(_ columns: Int, _ rows: Int) throws {
    let (story, _) = try browsing(columns: columns, rows: rows)
    for keys in ["", "G", "Tab", "/", "Esc", "m", "Esc"] {
      try story.press(keys)
      #expect(story.notebook.frame.lines.allSatisfy { $0.displayWidth <= columns })
    }
    let (plain, _) = try browsing(columns: columns, rows: rows, ascii: true)
    let isPlain = plain.screen.allSatisfy { $0.isASCII }
    #expect(isPlain, "\(plain.screen)")
  }

  @Test func theCardStandsBesideTheRowsWhereThereIsRoom() throws {
    let (wide, _) = try browsing(columns: 200, rows: 60)
    #expect(wide.rows(with: "n+3 ").count == 1 && wide.rows(with: "card of pcf 0 1")[0].contains("row 1 of"))
    let (narrow, _) = try browsing()
    #expect(!narrow.rows(with: "card of pcf 0 1")[0].contains("row 1"))
    try narrow.press("Tab")
    narrow.misses("card of")
    narrow.sees("n+15")
  }

  @Test func aFilterIsFoundWhileItIsTyped() throws {
    let (story, viewer) = try browsing()
    try story.press("/")
    story.type("pi")
    #expect(
      viewer.questions.compactMap { if case .select(let request) = $0 { request.condition } else { nil } }
        .suffix(2) == [filter("p"), filter("pi")])
    story.sees("with “pi”")
    try story.press("Enter Esc")
    story.misses("with “pi”")
    story.sees("─ Catalog ")
    try story.press("Esc")
    story.misses("─ Catalog ")
  }

  private func filter(_ text: String) -> String {
    ["formula", "closedForm", "known", "note"].map { "\($0) ~ \"\(text)\"" }.joined(separator: " or ")
  }

  @Test func aConditionThatIsWrongSaysSoAndTheOneBeforeComesBack() throws {
    let (story, viewer) = try browsing()
    try story.press("e")
    story.type("wrong")
    try story.press("Enter")
    story.sees("error: there is no field 'wrong'")
    try story.press("b")
    story.misses("error")
    story.sees("row 1 of 1,000,000")
    try story.press("j j j f")
    story.sees("where family = 7")
    #expect(viewer.questions.contains(.select(RowsRequest(condition: "family = 7", sort: "-delta"))))
  }

  @Test func columnsSort() throws {
    let (story, viewer) = try browsing()
    try story.press("l s")
    story.sees("sorted by delta, smallest first")
    try story.press("s")
    story.sees("in the order of keys")
    try story.press("h s")
    #expect(viewer.questions.contains(.select(RowsRequest(sort: "-a"))))
    story.sees("a(n)▼")
  }

  @Test func whatIsMarkedIsUsedRelatedNotedAndExported() throws {
    for (keys, source) in [
      ("Enter", "pcf(1, 1)\npcf(2, 1)"), ("i", "identify 'pcf(1, 1)'\nidentify 'pcf(2, 1)'"),
      ("r", "relate 'pcf(1, 1)' 'pcf(2, 1)'"),
      (
        "w Enter",
        "catalog query 'key = \"pcf 1 1\" or key = \"pcf 2 1\"' --sort -delta --limit 2 --format latex"
      ),
      (
        "n x Enter", "catalog note 'pcf(1, 1)' -- 'x'\ncatalog note 'pcf(2, 1)' -- 'x'"
      ),
    ] {
      let (story, _) = try browsing()
      try story.press("j Space Space")
      story.sees("2 marked")
      try story.press(keys)
      #expect(story.model.pane == nil && story.model.selected.content.source == source, "\(keys)")
    }
    let (story, _) = try browsing()
    try story.press("j y")
    #expect(story.notebook.clipboard == "pcf(1, 1)")
    try story.press("r")
    story.sees("relate takes two formulas")
  }

  @Test func anEmptyCatalogHasNoRows() throws {
    let (story, _) = try browsing(0)
    story.sees("no formula of the catalog is like that")
    try story.press("j G Enter i y f Space m Esc")
    story.sees("─ Catalog ")
  }

  @Test func theCardIsThatOfTheChosenRowHoweverFastOneGoes() throws {
    var browser = BrowserPane()
    let story = try Story(viewer: FakeViewer(count: 10))
    var notebook = story.model
    browser.select(&notebook)
    let rows = FakeViewer(count: 10).answer(.select(RowsRequest()))
    _ = browser.hear(rows, to: try #require(browser.asked[.select]), &notebook)
    let first = try #require(browser.asked[.card])
    _ = browser.hear(.card(Document([.paragraph("first")])), to: first, &notebook)
    browser.move(1, &notebook)
    let second = try #require(browser.asked[.card])
    browser.move(-1, &notebook)
    // The answer about the second row comes when the first one is chosen again.
    let isHeard = browser.hear(.card(Document([.paragraph("second")])), to: second, &notebook)
    #expect(
      !isHeard || browser.card?.key != browser.row(0)?.key
        || browser.card?.document.blocks == [.paragraph("first")])
    if let last = browser.asked[.card] {
      _ = browser.hear(.card(Document([.paragraph("first")])), to: last, &notebook)
    }
    #expect(browser.card?.key == "pcf 0 1" && browser.card?.document == Document([.paragraph("first")]))
  }

  @Test func anotherSizeOfTheScreenIsDrawnAnew() throws {
    let viewer = FakeViewer(count: 1000)
    let story = try Story(viewer: viewer)
    try story.press("F3")
    story.notebook.resize(columns: 200, rows: 60)
    guard case .card(let request) = viewer.questions.last(where: { $0.topic == .card }) else { return }
    #expect(request.width > 60 && !request.isShort)
    story.sees("n+50")
    try story.press("m")
    story.notebook.resize(columns: 90, rows: 30)
    story.misses("counts")
    story.sees("here: ")
    try story.press("Esc d")
    story.notebook.resize(columns: 60, rows: 20)
    story.sees("pcf(0, 1) to 200")
  }

  @Test func whatIsNewIsOneKeyAway() throws {
    let (story, viewer) = try browsing(20)
    try story.press("N")
    #expect(
      viewer.questions.contains(
        .select(RowsRequest(condition: "found >= yesterday", sort: "-grade,-delta"))))
    story.sees("where found >= yesterday")
  }

  /// Where there is little room, what the rows are sorted by stays in sight.
  @Test func theColumnOfTheOrderStays() {
    let columns = ["a", "value", "closedForm", "delta", "known"].map {
      BrowsedColumn(name: $0, title: "title of \($0)", isNumeric: false)
    }
    func titles(_ width: Int, _ sort: String) -> String {
      BrowserColumns(columns, [], width: width, chosen: 1, sort: sort, Glyphs(ascii: true, style: nil))
        .titles(chosen: 1, sort: sort).text
    }
    #expect(titles(200, "-delta").contains("known") && titles(200, "").contains("closedForm"))
    #expect(titles(50, "").contains("title of c") && !titles(50, "").contains("title of d"))
    for sort in ["-delta", "delta", "a,-delta"] {
      #expect(titles(50, sort).contains("title of d"))
      #expect(titles(50, sort).displayWidth <= 50 && !titles(50, sort).contains("known"))
    }
  }

  /// The widest columns give way together, not one for all others.
  @Test func columnsOfWordsShareWhatRoomThereIs() {
    let columns = ["a", "closedForm", "known", "delta"].map {
      BrowsedColumn(name: $0, title: $0, isNumeric: $0 == "delta")
    }
    let row = BrowsedRow(
      key: "pcf 1 1", formula: "pcf(1, 1)",
      cells: [
        Text("n+1"), Text(String(repeating: "x", count: 34)), Text(String(repeating: "y", count: 36)),
        Text("0.5"),
      ])
    let line = BrowserColumns(
      columns, [row], width: 60, chosen: 0, sort: "-delta", Glyphs(ascii: false)
    ).line(row)
    #expect(line.width <= 60)
    let (x, y) = (line.text.filter { $0 == "x" }.count, line.text.filter { $0 == "y" }.count)
    #expect(abs(x - y) <= 1 && x > 15, "\(line.text)")
  }
}
