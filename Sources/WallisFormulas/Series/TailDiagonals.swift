internal import WallisArithmetic

/// The last entries of K^m x for m ≤ d, where (Kx)_j = x_{j+1} − (j − 1)x_j: the diagonal t holds (K^m x)_{t−m}.
struct TailDiagonals {
  private let degree: Int
  private var ring: [[Ball]]
  private var newest = 0

  init(degree: Int, bits: Int) {
    self.degree = degree
    ring = Array(repeating: Array(repeating: Ball(0, bits: bits), count: degree + 1), count: degree + 2)
  }

  private func slot(_ t: Int) -> Int { ((t % ring.count) + ring.count) % ring.count }

  /// Takes in x_t; those before are known.
  mutating func push(_ value: Ball, at t: Int) {
    let before = ring[slot(t - 1)]
    var diagonal = [value]
    for m in 0..<degree { diagonal.append(diagonal[m] - before[m] * (t - m - 2)) }
    ring[slot(t)] = diagonal
    newest = t
  }

  /// Adds to the newest x.
  mutating func add(_ value: Ball) {
    let place = slot(newest)
    ring[place] = ring[place].map { $0 + value }
  }

  /// Adds to the x of a diagonal that is still held; those behind it are not changed.
  mutating func add(_ value: Ball, at t: Int) { ring[slot(t)] = ring[slot(t)].map { $0 + value } }

  /// (K^m x)_i.
  func entry(_ m: Int, row i: Int) -> Ball { ring[slot(i + m)][m] }
}
