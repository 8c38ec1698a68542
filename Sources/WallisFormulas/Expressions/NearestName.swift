/// Finds what a mistyped word was meant to be.
public enum NearestName {
  /// The candidate nearest to the word, by the number of insertions, deletions, changes and swaps of neighbours, case
  /// ignored; nil when none is near: more than a third of the letters would have to change.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    guard word.count > 1 else { return nil }
    let limit = max(1, (word.count + 1) / 3)
    let typed = word.lowercased()
    let (few, many) = (typed.count - limit, typed.count + limit)
    // Lengths that differ by more than the limit need no comparison, however long the word is.
    let best = candidates.filter { few...many ~= $0.count }
      .map { (distance: distance(typed, $0.lowercased()), name: $0) }
      .filter { $0.distance <= limit && $0.distance < max(2, $0.name.count) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return best?.name
  }

  /// The shortest candidate that has the letters of the word in order, beginning with its first: `list` for `ls`.
  public static func abbreviated(_ word: String, among candidates: some Sequence<String>) -> String? {
    let typed = word.lowercased()
    guard typed.count > 1 else { return nil }
    return candidates.filter { $0.lowercased().first == typed.first && has(typed, in: $0.lowercased()) }
      .min { ($0.count, $0) < ($1.count, $1) }
  }

  private static func has(_ letters: String, in word: String) -> Bool {
    var rest = word[...]
    return letters.allSatisfy { letter in
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
      return true
    }
  }

  /// Optimal string alignment distance (Damerau, "A technique for computer detection and correction of spelling
  /// errors", CACM 7 (1964)). O(|x|·|y|).
  public static func distance(_ x: String, _ y: String) -> Int {
    let (x, y) = (Array(x), Array(y))
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
