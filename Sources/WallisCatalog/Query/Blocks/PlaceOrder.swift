/// An order that is found by one key after the other: only what the keys so far leave equal is looked at again.
struct PlaceOrder {
  /// Numbers of the things in order.
  private(set) var order: [Int]
  /// Stretches of `order` that are equal so far.
  private var ties: [Range<Int>]

  /// Things from 0 to `count` − 1, all equal.
  init(_ count: Int) {
    order = Array(0..<count)
    ties = count > 1 ? [0..<count] : []
  }

  /// Whether nothing is equal any more.
  var isStrict: Bool { ties.isEmpty }

  /// The things that are equal to another one, in rising order.
  var tied: [Int] {
    if ties == [0..<order.count] { return Array(order.indices) }
    return ties.flatMap { order[$0] }.sorted()
  }

  /// Puts what is equal in the order of further ranks, the smallest first.
  /// - Parameters:
  ///   - ranks: numbers for the things in `things`, none of them `nan`.
  ///   - things: `tied`.
  /// - Complexity: O(n) for n things that are tied in stretches, O(m log m) for short stretches of m.
  mutating func refine(by ranks: [Double], of things: [Int]) {
    var all = [UInt64](repeating: 0, count: order.count)
    all.withUnsafeMutableBufferPointer { all in
      for (thing, rank) in zip(things, ranks) { all[thing] = PlaceOrder.bits(rank) }
    }
    var left: [Range<Int>] = []
    for tie in ties {
      var entries = order[tie].map { Entry(bits: all[$0], thing: $0) }
      PlaceOrder.sort(&entries)
      var first = 0
      for (offset, entry) in entries.enumerated() {
        order[tie.lowerBound + offset] = entry.thing
        guard entry.bits != entries[first].bits else { continue }
        if offset - first > 1 { left.append(tie.lowerBound + first..<tie.lowerBound + offset) }
        first = offset
      }
      if entries.count - first > 1 { left.append(tie.lowerBound + first..<tie.upperBound) }
    }
    ties = left
  }

  private struct Entry {
    var bits: UInt64
    var thing: Int
  }

  /// Whole numbers in the same order as the numbers; both zeros are one.
  private static func bits(_ rank: Double) -> UInt64 {
    let bits = (rank + 0).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// Digits of the sort by digits; fewer entries than there are values of a digit are compared instead.
  private static let (digit, values) = (11, 1 << 11)

  /// By digits from the last, those that all entries share left out (Knuth, TAOCP 3, section 5.2.5, algorithm R).
  private static func sort(_ entries: inout [Entry]) {
    guard entries.count > values else { return entries.sort { $0.bits < $1.bits } }
    var other = entries
    let isInOther = entries.withUnsafeMutableBufferPointer { entries in
      other.withUnsafeMutableBufferPointer { other in distribute(entries, other) }
    }
    if isInOther { swap(&entries, &other) }
  }

  /// - Returns: whether what is sorted is where the other one was.
  private static func distribute(
    _ entries: UnsafeMutableBufferPointer<Entry>, _ other: UnsafeMutableBufferPointer<Entry>
  ) -> Bool {
    var (entries, other, isInOther) = (entries, other, false)
    for shift in stride(from: UInt64(0), to: UInt64(UInt64.bitWidth), by: digit) {
      let isShared = withUnsafeTemporaryAllocation(of: Int.self, capacity: values) { places in
        places.initialize(repeating: 0)
        for entry in entries { places[bucket(entry, shift)] += 1 }
        if places[bucket(entries[0], shift)] == entries.count { return true }
        var place = 0
        for value in places.indices { (places[value], place) = (place, place + places[value]) }
        for entry in entries {
          let value = bucket(entry, shift)
          other[places[value]] = entry
          places[value] += 1
        }
        return false
      }
      guard !isShared else { continue }
      swap(&entries, &other)
      isInOther.toggle()
    }
    return isInOther
  }

  private static func bucket(_ entry: Entry, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: entry.bits >> shift) & (values - 1)
  }
}
