import Foundation
import Testing

@testable import WallisCommands

@Suite struct ReadmeTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func readme() throws -> String {
    try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
  }

  @Test func everyCommandLineParses() throws {
    let lines = try readme().split(separator: "\n").map {
      $0.hasPrefix("$ ") ? String($0.dropFirst(2)) : String($0)
    }
    let commands = lines.filter { $0.hasPrefix("wallis ") }
    #expect(commands.count >= 7)
    for command in commands {
      let line = command.dropFirst("wallis ".count).replacing(/\ > [a-z.]+$/, with: "")
      let words = try WordSplitter.words(of: String(line))
      #expect(throws: Never.self, "\(command)") { try VerbTable.standard.parse(words) }
    }
  }

  @Test func theMapNamesEveryModule() throws {
    let text = try readme()
    let modules = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Sources").path)
    for module in modules { #expect(text.contains("`\(module)`"), "\(module)") }
  }

  @Test func theTranscriptIsWhatTheProgramPrints() throws {
    let text = try readme()
    let evaluation = wallis("evaluate", "pcf(6, (2n-1)^2)", "--digits", "50")
    let identification = wallis("identify", "pcf(34n^3+51n^2+27n+5, -n^6)")
    for (line, output) in [("--digits 50\n", evaluation.output), ("-n^6)'\n", identification.output)] {
      let stands = text.contains(line + output)
      #expect(stands, "README.md has another output behind '\(line.dropLast())' than\n\(output)")
    }
  }
}
