import Foundation
import Testing

@Suite(.besideOthers) struct TourTests {
  private let tour = WallisProcess.root.appendingPathComponent("sessions/tour.md").path

  @Test func theTourReplaysByteForByte() throws {
    let run = try WallisProcess().run("run", tour, "--check")
    #expect(run.exit == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("all outputs as stored"))
  }

  @Test func theTourRediscoversTenFormulas() throws {
    let text = try String(contentsOfFile: tour, encoding: .utf8)
    let known = ["classical", "Shalyt", "Brouncker", "Raayoni", "Apery", "Euler"]
    let rows = text.split(separator: "\n").filter { line in
      line.contains("conjecture  ") && known.contains { line.contains($0) }
    }
    #expect(rows.count >= 10)
    for constant in ["pi", "log(2)", "zeta(3)", "catalan", "closed form  e"] {
      #expect(text.contains(constant))
    }
  }
}
