import Foundation
import TestSupport
import Testing

@testable import WallisSearch

/// Jobs of a catalog that a stranger made: whatever numbers their requests hold, they are listed, and planned or refused.
@Suite struct ExtremeRequestTests {
  private static let extremes = [Int.min, -1, 0, 1 << 40, Int.max]

  @Test func numbersOfAnySizeAreListedAndPlannedOrRefused() throws {
    var listed = 0
    for (method, text) in try InputSeeds().requests {
      let numbers = text.matches(of: /[:,\[](-?\d+)/)
      for number in numbers {
        for extreme in Self.extremes {
          let changed = text.replacingCharacters(
            in: number.output.1.startIndex..<number.output.1.endIndex, with: "\(extreme)")
          let type = try #require(SearchMethods.standard.methods.first { $0.name == method })
          guard let request = try? StoredRequest(method: method, text: changed).decoded(as: type) else {
            continue
          }
          #expect(!request.summaryLine.isEmpty)
          #expect(!"\(request.coverage)".isEmpty)
          _ = (request as? any DivisibleMethod)?.words
          _ = try? request.units()
          listed += 1
        }
      }
    }
    #expect(listed > 100)
  }
}
