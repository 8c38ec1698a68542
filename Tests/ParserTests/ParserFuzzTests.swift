import Foundation
import TestSupport
import Testing

/// Changed inputs for every reader of text and bytes from outside: each is read or refused, in time, without an end of the
/// program. Nothing is evaluated.
///
/// `WALLIS_FUZZ_INPUTS` says how many, `WALLIS_FUZZ_SEED` from which seed, `WALLIS_FUZZ_READERS` by which readers,
/// `WALLIS_FUZZ_FOLDER` where an input lies while it is read and stays after a crash.
@Suite struct ParserFuzzTests {
  private static let variables = ProcessInfo.processInfo.environment
  private static let folder = variables["WALLIS_FUZZ_FOLDER"] ?? NSTemporaryDirectory()
  private static let count =
    variables["WALLIS_FUZZ_INPUTS"].flatMap { Int($0) }
    ?? (LongSuite.isOn ? 300_000 : 3_000)
  private static let seed = variables["WALLIS_FUZZ_SEED"].flatMap { UInt64($0) } ?? 30_112_026

  private static let all = Result { try InputReader.all() }
  private let readers: [InputReader]

  init() throws {
    let chosen = Self.variables["WALLIS_FUZZ_READERS"]?.split(separator: ",").map(String.init)
    readers = try Self.all.get().filter { chosen?.contains($0.name) ?? true }
  }

  @Test func everySeedIsRead() throws {
    for reader in readers {
      for seed in reader.seeds {
        #expect(throws: Never.self, "\(reader.name): \(String(decoding: seed, as: UTF8.self))") {
          try reader.read(seed)
        }
      }
    }
  }

  @Test func whatComesFromOutsideIsReadOrRefused() throws {
    var random = SeededGenerator(seed: Self.seed)
    let watch = try InputWatch(path: Self.folder + "/wallis-input-\(getpid())")
    var pools = readers.map(\.seeds)
    let turns = readers.indices.flatMap { repeatElement($0, count: readers[$0].share) }
    var tallies = readers.map { _ in Tally() }
    for _ in 0..<Self.count {
      let index = turns.randomElement(using: &random) ?? 0
      let (reader, pool) = (readers[index], pools[index])
      let input = InputMutator.input(
        from: pool.randomElement(using: &random) ?? [], and: pool.randomElement(using: &random) ?? [], &random
      )
      let (seconds, error) = watch.time(reader.name, input, reader.read)
      tallies[index].add(seconds, isRead: error == nil)
      if seconds > InputWatch.allowance || error is InputReader.Broken {
        let kept = try keep(input, of: reader)
        Issue.record("\(reader.name): \(seconds) s, \(error.map { "\($0)" } ?? "read"), kept in \(kept)")
      }
      // What is read is worth going on from.
      guard error == nil, Int.random(in: 0..<16, using: &random) == 0 else { continue }
      if pool.count < 2 * reader.seeds.count + 100 {
        pools[index].append(input)
      } else {
        let place = Int.random(in: reader.seeds.count..<pool.count, using: &random)
        pools[index][place] = input
      }
    }
    watch.end()
    guard Self.variables["WALLIS_FUZZ_INPUTS"] != nil else { return }
    for (reader, tally) in zip(readers, tallies) { print("\(reader.name): \(tally)") }
  }

  /// What was found once, and mended, stays so.
  @Test func whatWasFoundIsReadOrRefused() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/found")
      .path
    let watch = try InputWatch(path: Self.folder + "/wallis-found-\(getpid())")
    for reader in readers {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(reader.name)")) ?? [] {
        let input = try #require(FileManager.default.contents(atPath: "\(root)/\(reader.name)/\(name)"))
        let (seconds, error) = watch.time(reader.name, Array(input), reader.read)
        #expect(
          seconds < InputWatch.allowance && !(error is InputReader.Broken),
          "\(reader.name)/\(name): \(error.map { "\($0)" } ?? "")")
      }
    }
    watch.end()
  }

  private func keep(_ input: [UInt8], of reader: InputReader) throws -> String {
    let path = "\(Self.folder)/wallis-found-\(reader.name)-\(UInt64.random(in: .min ... .max))"
    try Data(input).write(to: URL(fileURLWithPath: path))
    return path
  }
}

/// What became of the inputs of a reader.
private struct Tally: CustomStringConvertible {
  private var (inputs, read, seconds, longest) = (0, 0, 0.0, 0.0)

  mutating func add(_ seconds: Double, isRead: Bool) {
    inputs += 1
    if isRead { read += 1 }
    self.seconds += seconds
    longest = max(longest, seconds)
  }

  var description: String {
    let mean = (seconds / Double(max(1, inputs)) * 1e7).rounded() / 10
    return "\(inputs) inputs, \(read) read, \(mean) µs each, \((longest * 1000).rounded()) ms at most"
  }
}
