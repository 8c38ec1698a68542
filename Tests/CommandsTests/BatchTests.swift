import Foundation
import Testing
import WallisDocuments

@testable import WallisCommands

/// `run FILE --for TIME`: plans that go on where they stopped.
@Suite struct BatchTests {
  @Test(
    "lengths of time",
    arguments: [
      ("90s", 90.0), ("30m", 1800), ("8h", 28_800), ("1h30m", 5_400), ("2d", 172_800), ("0.5h", 1800),
    ])
  func spans(_ text: String, _ seconds: Double) { #expect(TimeSpan(text)?.seconds == seconds) }

  @Test("what is no length of time", arguments: ["", "8", "h", "-1h", "8 h", "0s", "1e9d", "8x", "1h30"])
  func noSpans(_ text: String) { #expect(TimeSpan(text) == nil) }
}
