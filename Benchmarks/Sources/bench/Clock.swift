import Foundation

/// Shortest of several runs, in seconds, and the answer of the last one.
func shortest<Answer>(of runs: Int, _ body: () throws -> Answer) rethrows -> (seconds: Double, answer: Answer)
{
  var best = Double.infinity
  var answer: Answer
  var remaining = runs
  repeat {
    let start = ContinuousClock.now
    answer = try body()
    let elapsed = (ContinuousClock.now - start).components
    best = min(best, Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
    remaining -= 1
  } while remaining > 0
  return (best, answer)
}

/// One line of the report: what was measured, beside what, and a digest of the answer.
struct Figure {
  let name: String
  /// Our time or rate with its unit.
  let ours: String
  /// The other side of the comparison, or the bound that is asked for.
  let beside: String
  /// Digest of the answer: a faster wrong answer changes it.
  let digest: String
  /// False when the bound was missed or the digests differ.
  let isMet: Bool

  init(_ name: String, ours: String, beside: String, digest: String, isMet: Bool) {
    (self.name, self.ours, self.beside) = (name, ours, beside)
    (self.digest, self.isMet) = (digest, isMet)
  }
}

/// FNV-1a of a text, in hexadecimal.
func digest(_ text: some StringProtocol) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return String(hash, radix: 16)
}

func milliseconds(_ seconds: Double) -> String { String(format: "%.3g ms", seconds * 1e3) }

/// A finished program: standard output, wall time and largest resident memory of all its runs so far.
struct ProgramRun {
  let output: String
  let status: Int32
  let seconds: Double

  init(_ path: String, _ arguments: [String], input: String? = nil) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let (output, feed) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = input == nil ? FileHandle.nullDevice : feed
    let start = ContinuousClock.now
    try process.run()
    if let input {
      feed.fileHandleForWriting.write(Data(input.utf8))
      try feed.fileHandleForWriting.close()
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let elapsed = (ContinuousClock.now - start).components
    seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    self.output = String(decoding: data, as: UTF8.self)
    status = process.terminationStatus
  }
}

/// Where an executable lies, by the search path; nil when it is missing.
func find(_ program: String) -> String? {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
  return path.split(separator: ":").map { "\($0)/\(program)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}
