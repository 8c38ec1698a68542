internal import GRDB

/// What the best finding about each formula says, of all formulas at once: read in one pass through the findings, where a
/// condition in SQL looks for the best one of each formula by itself.
struct BestFindings: Sendable {
  /// A text of each of some formulas; those that several share are there once.
  struct Texts: Sendable {
    fileprivate(set) var texts: [[UInt8]] = []
    /// Identifiers of formulas, with the places of their texts.
    fileprivate(set) var rows: [(id: Int, text: Int32)] = []

    /// For each identifier below `count` whether its formula has a text for which the test holds.
    func rows(below count: Int, where test: ([UInt8]) -> Bool) -> [Bool] {
      let holds = texts.map(test)
      var found = [Bool](repeating: false, count: count)
      for row in rows where holds[Int(row.text)] && found.indices.contains(row.id) { found[row.id] = true }
      return found
    }
  }

  private(set) var closedForms = Texts()
  private(set) var known = Texts()

  private struct Finding {
    let (rank, surplus): (Int, Int)
    let closedForm: Int32
    let known: Int32?
  }

  /// Reads them; the best is that of `FindingStore.bestFirst`.
  init(_ db: Database) throws {
    var (forms, names, best) = (TextPool(), TextPool(), [Int: Finding]())
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT formula, \(FindingStore.rank("grade")), surplus, closedForm, known FROM finding")
    while let row = try rows.next() {
      let (id, form, name): (Int, String, String?) = (try row[0], try row[3], try row[4])
      let finding = Finding(
        rank: try row[1], surplus: try row[2], closedForm: forms.number(Array(form.utf8)),
        known: name.map { names.number(Array($0.utf8)) })
      guard let other = best.updateValue(finding, forKey: id) else { continue }
      if BestFindings.precedes(other, finding, forms.texts) { best[id] = other }
    }
    (closedForms.texts, known.texts) = (forms.texts, names.texts)
    closedForms.rows = best.map { ($0.key, $0.value.closedForm) }
    known.rows = best.compactMap { id, finding in finding.known.map { (id, $0) } }
  }

  private static func precedes(_ one: Finding, _ other: Finding, _ forms: [[UInt8]]) -> Bool {
    guard one.rank == other.rank else { return one.rank > other.rank }
    guard one.surplus == other.surplus else { return one.surplus > other.surplus }
    return forms[Int(one.closedForm)].lexicographicallyPrecedes(forms[Int(other.closedForm)])
  }
}
