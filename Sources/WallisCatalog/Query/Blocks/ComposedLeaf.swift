/// A comparison of the keys or the shown texts of formulas.
final class ComposedLeaf: BlockLeaf {
  private let texts: ComposedTexts
  private let automaton: TextAutomaton?
  private let (accepted, absent): (Bool, UInt8)
  private var (heads, tails): (TextPool?, TextPool?)
  /// States after the heads of their pool; -1 where that was not asked yet.
  private var states: [Int] = []
  /// For each state 1 for tails of their pool after which the comparison holds, 0 for the others.
  private var results: [Int: [UInt8]] = [:]

  /// - Parameters:
  ///   - automaton: what is asked of a text; nil where every text is the same.
  ///   - accepted: the answer for which the comparison holds.
  ///   - absent: whether it holds where there is no text.
  init(_ texts: ComposedTexts, _ automaton: TextAutomaton?, accepted: Bool = true, absent: Bool = false) {
    (self.texts, self.automaton, self.accepted) = (texts, automaton, accepted)
    self.absent = absent ? 3 : 0
  }

  var columns: [StoredColumn] { texts.columns }

  func mask(_ block: ColumnBlock) throws -> [UInt8] {
    let (heads, tails) = (try texts.heads(block), try texts.tails(block))
    if self.heads !== heads.pool { (self.heads, states) = (heads.pool, []) }
    if self.tails !== tails.pool { (self.tails, results) = (tails.pool, [:]) }
    var mask = [UInt8](repeating: absent, count: heads.entries.count)
    // Neighbouring rows often have the same head.
    var (last, isReadable, one, two): (UInt16?, Bool, [UInt8], [UInt8]) = (nil, false, [], [])
    for row in mask.indices {
      if heads.entries[row] != last {
        last = heads.entries[row]
        let entry = Int(heads.entries[row])
        isReadable = heads.own[entry] >= 0
        guard isReadable else { continue }
        one = results(after: heads.own[entry], heads.pool, tails.pool)
        two = results(after: heads.mirrored[entry], heads.pool, tails.pool)
      }
      let tail = Int(tails.own[Int(tails.entries[row])])
      if isReadable && tail >= 0 { mask[row] = one[tail] | two[tail] << 1 }
    }
    return mask
  }

  /// The answers by tail after a head.
  private func results(after head: Int32, _ heads: TextPool, _ tails: TextPool) -> [UInt8] {
    let state = state(after: Int(head), heads)
    var known = results[state] ?? []
    guard known.count < tails.texts.count else { return known }
    results[state] = nil
    for tail in tails.texts[known.count...] {
      let answer = automaton.map { $0.accepts($0.state(state, after: tail)) }
      known.append((answer ?? true) == accepted ? 1 : 0)
    }
    results[state] = known
    return known
  }

  private func state(after head: Int, _ heads: TextPool) -> Int {
    guard let automaton else { return 0 }
    while states.count < heads.texts.count { states.append(-1) }
    if states[head] < 0 { states[head] = automaton.state(automaton.start, after: heads.texts[head]) }
    return states[head]
  }
}
