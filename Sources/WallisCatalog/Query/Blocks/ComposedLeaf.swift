/// A comparison of the keys or the shown texts of formulas.
final class ComposedLeaf: BlockLeaf {
  private let texts: ComposedTexts
  private let automaton: TextAutomaton?
  private let (accepted, absent): (Bool, UInt8)
  /// What was found last for each state and tail: neighbouring blocks often have the same tails.
  private var last: (generation: Int?, results: [Int: [Bool]]) = (nil, [:])

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
    if last.generation == nil || last.generation != tails.generation { last = (tails.generation, [:]) }
    let (own, mirrored) = (results(heads.own, tails.own), results(heads.mirrored, tails.own))
    var mask = [UInt8](repeating: absent, count: heads.entries.count)
    // Neighbouring rows often have the same head.
    var (head, one, two): (Int32, [Bool]?, [Bool]?) = (-1, nil, nil)
    for row in mask.indices where heads.entries[row] >= 0 {
      if heads.entries[row] != head {
        head = heads.entries[row]
        (one, two) = (own[Int(head)], mirrored[Int(head)])
      }
      guard let one, let two else { continue }
      let tail = Int(tails.entries[row])
      mask[row] = (one[tail] == accepted ? 1 : 0) | (two[tail] == accepted ? 2 : 0)
    }
    return mask
  }

  /// For each head the answers by tail; nil for heads that cannot be read.
  private func results(_ heads: [[UInt8]?], _ tails: [[UInt8]?]) -> [[Bool]?] {
    heads.map { head in
      guard let head else { return nil }
      guard let automaton else { return [Bool](repeating: true, count: tails.count) }
      let state = automaton.state(automaton.start, after: head)
      if let known = last.results[state] { return known }
      let results = tails.map { automaton.accepts(automaton.state(state, after: $0 ?? [])) }
      last.results[state] = results
      return results
    }
  }
}
