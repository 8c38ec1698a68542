import Foundation

/// PARI/GP as an independent oracle: one run of the program judges many claims.
public enum Pari {
  /// What keeps the oracle from an answer.
  public struct Silence: Error, CustomStringConvertible {
    /// What the program said instead, or why it could not be asked.
    public let description: String
  }

  /// The claims that are not true, in their order; empty where PARI agrees with all.
  ///
  /// - Parameters:
  ///   - claims: expressions of GP that give 1 when they hold, for example `gcd(12,18)==6`.
  ///   - definitions: lines of GP that come first.
  /// - Throws: `Silence` where `gp` is missing (`make` installs it with the test packages) or stops at an error.
  public static func refuted(_ claims: [String], definitions: String = "") throws -> [String] {
    let script = FileManager.default.temporaryDirectory.appending(path: "claims-\(UUID().uuidString).gp")
    let lines = claims.map { "print(\"claim \",\($0))" }
    let text = (["default(parisizemax, \"1G\")", definitions] + lines).joined(separator: "\n") + "\nquit\n"
    try text.write(to: script, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: script) }
    let output = try run(script).split(separator: "\n")
    let answers = output.filter { $0.hasPrefix("claim ") }
    guard answers.count == claims.count else {
      let complaint = output.filter { !$0.hasPrefix("claim ") }.suffix(6).joined(separator: " ")
      throw Silence(description: "\(answers.count) answers to \(claims.count) claims: \(complaint)")
    }
    return zip(claims, answers).filter { $0.1 != "claim 1" }.map { "\($0.0) is no \($0.1)" }
  }

  private static func run(_ script: URL) throws -> String {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gp", "-q", "-f", script.path]
    (process.standardOutput, process.standardError) = (output, output)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Silence(description: "gp: \(String(decoding: data, as: UTF8.self).suffix(200))")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
