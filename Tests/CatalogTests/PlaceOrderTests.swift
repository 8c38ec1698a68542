import Testing
import WallisArithmetic

@testable import WallisCatalog

/// Orders by several keys; the sort of the standard library is the oracle.
@Suite struct PlaceOrderTests {
  @Test(arguments: [0, 1, 2, 50, 2048, 2049, 30_000], [UInt64(1), 2, 3])
  func placesAreInTheOrderOfTheirKeys(_ count: Int, _ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let keys = [
      (0..<count).map { _ in Double(Int.random(in: -3...3, using: &random)) * (seed == 1 ? 0.1 : 1e-300) },
      (0..<count).map { _ in
        seed == 3
          ? .infinity
          : [.infinity, -0.0, 0, .leastNonzeroMagnitude, -1e308, 1e308].randomElement(using: &random) ?? 0
      },
      (0..<count).map { _ in Double.random(in: -1...1, using: &random) },
    ]
    var order = PlaceOrder(count)
    for key in keys where !order.isStrict {
      let tied = order.tied
      #expect(tied == tied.sorted())
      order.refine(by: tied.map { key[$0] }, of: tied)
    }
    let sorted = (0..<count).sorted { left, right in
      for key in keys where key[left] != key[right] { return key[left] < key[right] }
      return false
    }
    #expect(order.order == sorted && order.isStrict && order.tied.isEmpty)
  }
}
