/// The first places in the order of several keys, found without sorting all of them.
struct PlaceSelection {
  private let keys: [any PlaceKey]
  private let blocks: [ColumnBlock]
  /// Fewer places are sorted at once.
  private static let few = 1024

  init(by keys: [any PlaceKey], in blocks: [ColumnBlock]) { (self.keys, self.blocks) = (keys, blocks) }

  /// The first `count` places in order; what all keys leave equal comes in the order of signs.
  /// - Parameter places: in the order of their blocks.
  /// - Complexity: O(n) for each key that is needed.
  func first(_ count: Int, of places: [BlockPlace], key: Int = 0) throws -> [BlockPlace] {
    guard count > 0 else { return [] }
    guard places.count > PlaceSelection.few, places.count / 2 > count, key < keys.count else {
      return Array(try sorted(places, key: key).prefix(count))
    }
    let ranks = try keys[key].ranks(places, blocks)
    let bound = PlaceSelection.smallest(count, of: ranks)
    var (before, equal): ([BlockPlace], [BlockPlace]) = ([], [])
    for (place, rank) in zip(places, ranks) {
      if rank < bound { before.append(place) } else if rank == bound { equal.append(place) }
    }
    return try sorted(before, key: key) + first(count - before.count, of: equal, key: key + 1)
  }

  /// Each key is asked about the places only that all keys before it leave equal.
  private func sorted(_ places: [BlockPlace], key: Int) throws -> [BlockPlace] {
    var order = PlaceOrder(places.count)
    for key in keys[key...] where !order.isStrict {
      let tied = order.tied
      order.refine(by: try key.ranks(tied.map { places[$0] }, blocks), of: tied)
    }
    let tied = order.tied
    order.refine(by: tied.map { Double(places[$0].signs) }, of: tied)
    return order.order.map { places[$0] }
  }

  /// The number that has its place at `count` in rising order, counted from 1 (Hoare, "Algorithm 65: Find", Comm. ACM 4
  /// (1961) 321–322).
  /// - Precondition: there are at least `count` numbers, none of them is `nan`.
  static func smallest(_ count: Int, of numbers: [Double]) -> Double {
    var (numbers, low, high, sought) = (numbers, 0, numbers.count - 1, count - 1)
    while low < high {
      let (first, middle, last) = (numbers[low], numbers[low + (high - low) / 2], numbers[high])
      let pivot = max(min(first, middle), min(max(first, middle), last))
      var (left, right) = (low, high)
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        if left <= right {
          numbers.swapAt(left, right)
          (left, right) = (left + 1, right - 1)
        }
      }
      if sought <= right { high = right } else if sought >= left { low = left } else { break }
    }
    return numbers[sought]
  }
}
