import CKernel
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
  /// Our time over that of the other side in the same run; nil where nothing ran beside it.
  let ratio: Double?

  init(
    _ name: String, ours: String, beside: String, digest: String, isMet: Bool, ratio: Double? = nil
  ) {
    (self.name, self.ours, self.beside) = (name, ours, beside)
    (self.digest, self.isMet, self.ratio) = (digest, isMet, ratio)
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

  /// Runs a program to its end. (Foundation's `Process` notices the end of a child up to 50 ms late.)
  init(_ path: String, _ arguments: [String], input: String? = nil) throws {
    var (output, feed): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard ck_pipe(&output) == 0, ck_pipe(&feed) == 0 else { throw BenchmarkFailure(path) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, feed[0], 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let start = ContinuousClock.now
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, nil, &words, environ) == 0 else { throw BenchmarkFailure(path) }
    close(output[1])
    close(feed[0])
    let (reading, writing) = (
      FileHandle(fileDescriptor: output[0], closeOnDealloc: true),
      FileHandle(fileDescriptor: feed[1], closeOnDealloc: true)
    )
    // The child may write before it has read all: both pipes have to flow.
    Thread.detachNewThread {
      try? writing.write(contentsOf: Data((input ?? "").utf8))
      try? writing.close()
    }
    let data = try reading.readToEnd() ?? Data()
    var ending: Int32 = 0
    guard waitpid(child, &ending, 0) == child else { throw BenchmarkFailure(path) }
    let elapsed = (ContinuousClock.now - start).components
    seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    self.output = String(decoding: data, as: UTF8.self)
    status = ending & 0x7f == 0 ? (ending >> 8) & 0xff : 128 + (ending & 0x7f)
  }
}

/// A program that cannot be started.
struct BenchmarkFailure: Error {
  let program: String
  init(_ program: String) { self.program = program }
}

/// Where an executable lies, by the search path; nil when it is missing.
func find(_ program: String) -> String? {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
  return path.split(separator: ":").map { "\($0)/\(program)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Largest resident memory of this process so far in bytes; nil where the system does not say.
func largestMemory() -> Int? {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 }
}
