/// The name that was probably meant.
enum NearestName {
  /// The nearest of `names` by edits (insert, delete, replace, exchange neighbours), ignoring case; nil when even
  /// that needs more edits than a third of the letters, at least two.
  static func of(_ text: String, among names: [String]) -> String? {
    let scored = names.map { (name: $0, edits: edits(Array(text.lowercased()), Array($0.lowercased()))) }
    let best = scored.min { $0.edits < $1.edits }
    return best.flatMap { $0.edits <= max(2, text.count / 3) ? $0.name : nil }
  }

  private static func edits(_ x: [Character], _ y: [Character]) -> Int {
    var rows = [Array(0...y.count)]
    for i in x.indices {
      var row = [i + 1]
      for j in y.indices {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (x[i] == y[j] ? 0 : 1))
        if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[x.count][y.count]
  }
}
