import Foundation
import TestSupport
import Testing

/// The examples of the README, one after the other, on an empty catalog and with `set -e`.
@Suite(.besideOthers) struct ReadmeExamplesTests {
  /// The commands of the README's block of examples.
  private static func commands() throws -> [String] {
    let text = try String(contentsOf: WallisProcess.root.appendingPathComponent("README.md"), encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## Examples\n").dropFirst().first)
    let block = try #require(section.components(separatedBy: "```sh\n").dropFirst().first)
    return block.components(separatedBy: "\n```")[0].split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("wallis ") }
  }

  /// Minutes in a debug build, or what needs their results.
  private static let long = [
    "wallis search dynamics", "wallis harvest", "wallis catalog", "wallis identify --query", "wallis cluster",
    "wallis families", "wallis generalise", "wallis search", "wallis field find", "wallis find",
    "wallis export", "wallis unify",
  ]

  private static func run(_ commands: [String]) throws -> WallisProcess.Run {
    let script =
      "set -e; wallis() { \"$WALLIS\" \"$@\"; }\n" + commands.joined(separator: "\n")
      + "\necho reached the end\n"
    return try WallisProcess().shell(script)
  }

  @Test func theShortOnesRun() throws {
    let commands = try Self.commands()
    let short = commands.filter { command in !Self.long.contains { command.hasPrefix($0) } }
    #expect(commands.count > 20 && short.count >= 6)
    // A small search stands for that of the README, which takes longer.
    let search =
      "wallis search dynamics --a 1..3,0..3 --b -2..3,-2..2,-1..2 --identify --depth 100 --against 200"
    let harvest = commands.filter { $0.hasPrefix("wallis harvest") || $0.hasPrefix("wallis catalog query") }
    let run = try Self.run(short + [search] + harvest)
    #expect(
      run.exit == 0 && run.output.hasSuffix("reached the end\n"), "\(run.output.suffix(800))\(run.error)")
  }

  @Test(.enabled(if: LongSuite.isOn))
  func allOfThemRunInOrder() throws {
    let run = try Self.run(Self.commands())
    #expect(
      run.exit == 0 && run.output.hasSuffix("reached the end\n"), "\(run.output.suffix(800))\(run.error)")
  }
}
