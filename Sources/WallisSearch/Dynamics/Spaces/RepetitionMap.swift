internal import WallisArithmetic

/// Which places of a space hold a formula that a place with a smaller number holds already: one bit a place.
///
/// Fingerprints of all formulas are sorted part by part, so that memory stays bounded; equal fingerprints are
/// compared formula by formula, so that the answer is exact.
/// - Complexity: O(count) formulas made per part of 2²² places, O(count/8) bytes kept.
struct RepetitionMap: Sendable {
  /// Largest space that is looked through: a few minutes of work.
  static let mostPlaces = 1 << 25
  private static let placesPerPart = 1 << 22

  private var bits: [UInt64]

  init(of space: StructuredSpace, workers: Int) {
    bits = [UInt64](repeating: 0, count: space.count / 64 + 1)
    let parts = (space.count - 1) / RepetitionMap.placesPerPart + 1
    let repeated = WorkerThreads.map(count: parts, workers: min(2, workers)) {
      { part in RepetitionMap.repetitions(in: space, part: part, of: parts) }
    }
    for index in repeated.joined() { bits[index >> 6] |= 1 << UInt64(index & 63) }
  }

  subscript(index: Int) -> Bool { bits[index >> 6] >> UInt64(index & 63) & 1 == 1 }

  private struct Entry: Comparable {
    let fingerprint: UInt64
    let index: Int

    static func < (x: Entry, y: Entry) -> Bool { (x.fingerprint, x.index) < (y.fingerprint, y.index) }
  }

  /// Numbers of repetitions among the places whose fingerprints belong to a part.
  private static func repetitions(in space: StructuredSpace, part: Int, of parts: Int) -> [Int] {
    var entries: [Entry] = []
    for index in 0..<space.count {
      let (a, b) = space.polynomials(at: index)
      guard !a.isEmpty, !b.isEmpty else { continue }
      let fingerprint = fingerprint(a, b)
      if Int(fingerprint % UInt64(parts)) == part {
        entries.append(Entry(fingerprint: fingerprint, index: index))
      }
    }
    entries.sort()
    var repeated: [Int] = []
    var originals: [Entry] = []
    for entry in entries {
      if originals.first?.fingerprint != entry.fingerprint { originals = [] }
      let isRepeated = originals.contains {
        space.polynomials(at: $0.index) == space.polynomials(at: entry.index)
      }
      if isRepeated { repeated.append(entry.index) } else { originals.append(entry) }
    }
    return repeated
  }

  private static func fingerprint(_ a: [Int], _ b: [Int]) -> UInt64 {
    var hash = UInt64(a.count)
    for coefficient in a + b {
      hash = SplitMix64.mixed(hash &+ SplitMix64.increment &+ UInt64(bitPattern: Int64(coefficient)))
    }
    return hash
  }
}
