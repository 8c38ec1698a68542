import Foundation
import Testing
import WallisCatalog
import WallisFormulas
import WallisSearch

@testable import WallisCommands

/// `coverage next`: the neighbours of what was scanned.
@Suite struct CoverageNextTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "coverage-\(UUID().uuidString)"
  ).path

  private func run(_ words: String...) -> (exit: Exit, output: String, error: String) {
    wallis(words + ["--catalog", folder + "/c.sqlite"])
  }

  @Test(
    "Neither scanned boxes nor what lies in them is proposed; counts are those of plans; the plan can be run")
  func neighbours() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let search = ["search", "dynamics", "--identify", "--quiet", "--degree"]
    #expect(wallis(search + ["1,1", "--height", "2", "--catalog", folder + "/c.sqlite"]).exit == .done)
    let answer = try JSONSerialization.jsonObject(
      with: Data(run("coverage", "next", "--json", "--limit", "50").output.utf8))
    let rows = try #require((answer as? [String: Any])?["proposals"] as? [[String: Any]])
    let new = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        (row["command"] as? String).map { ($0, row["new"] as? Int) }
      })
    // Neither a nor b is 0.
    #expect(new["search dynamics --degree 1,1 --height 3 --identify"] == 48 * 48 - 24 * 24)
    #expect(new["search dynamics --degree 2,1 --height 1 --identify"] == 26 * 8 - 8 * 8)
    #expect(new.keys.allSatisfy { !$0.contains("--degree 1,1 --height 2") && !$0.contains("height 1,1") })
    #expect(new.count == 5)

    let plan = folder + "/plan.md"
    let written = run("coverage", "next", "--time", "5m", "--limit", "1", "--output", plan)
    #expect(written.output.contains("batch '\(plan)'"))
    let session = try cells(plan)
    #expect(session.count == 1 && new.keys.contains(session[0]))
    #expect(run("coverage", "next", "--time", "eight").exit == .usage)
  }

  @Test("Without a scanned box it says how to begin") func nothing() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = run("search", "dynamics", "--a", "1..2,1", "--b", "1,0", "--quiet")
    let answer = run("coverage", "next")
    #expect(
      answer.exit == .nothing && inOneLine(answer.output).contains("search dynamics --degree 1,2 --height 2"))
  }
}

/// The cells of a session file.
private func cells(_ path: String) throws -> [String] {
  try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "```wallis\n").dropFirst()
    .compactMap {
      $0.components(separatedBy: "\n```").first
    }
}
