import TestSupport

/// Makes inputs from inputs: pieces go, come, double, change places; numbers grow; bytes flip; two become one.
struct InputMutator {
  /// Longest input, in bytes.
  private static let longest = 6_000
  /// Of longer seeds some lines of about so many bytes are taken.
  private static let window = 1_200

  private static let pieces: [[UInt8]] = [
    "1", "0", "-", "+", "*", "/", "^", "**", "!", "(", ")", "[", "]", "{", "}", "<", ">", ",", ";", ":", ".",
    "..",
    "…", "=", "==", "!=", "<=", "~", "%", "%3", "&", "|", "\\", "`", "```", "```wallis\n", "```output\n",
    "~~~", "_",
    "#", "'", "\"", "?", "@", "$", " ", "\t", "\n", "\r\n", "\r", "\n\n", "\u{0}", "\u{1B}[31m", "\u{7F}",
    "\u{85}",
    "\u{FEFF}", "\u{301}", "é", "数", "🇫🇷", "π", "√", "²", "−", "·", "∞", "ζ",
    "n", "k", "x", "i", "e", "E", "inf", "-inf", "nan", "pi", "zeta(", "sqrt(", "log(", "gamma(", "H(",
    "poch(",
    "pcf(", "pcf(2n+1, n^2)", "sum(k=1..inf, ", "product(k=1..inf, ", "integral(x=0..1, ", "hyp([1],[2],",
    "rec(",
    "matrix(", "n^", "(2n+1)", "1/", "^2", "^(-1)", "^1000000", "10^12", "2^64", "1e9", "1e-999999999",
    "1e999999999",
    "0x10", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616",
    "4611686018427387904", "00000000000000000001", "0.1", ".5", "5.", "1/0", "0/0", "1,000", "3.14159 26535",
    "(3)",
    "and ", "or ", "not ", "has ", "null", "true", "false", "delta", "closedForm", " shard 1/2", "height ",
    "degree ",
    "proof of ", "limit of ", "reduction of ", "theorem ", "from ", " by ", "terms ", "none", "pcf 2,1 1,0,0",
    "--", "--degree", "--height", "-1", "--catalog", "--output", "{}", "[]", "[[", "]]", "\":", "\",\"",
    "\\u0000",
    "\\ud800", "{\"_0\":", "[keys]", "Ctrl-", "F9", "formula\t", "finding\t", "end\t", "#>", "a.b", "$$", "|",
  ].map { Array($0.utf8) }

  /// An input from one seed and another of the same reader.
  static func input(
    from seed: [UInt8], and other: [UInt8], _ random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var input = part(of: seed, &random)
    let steps = [1, 1, 1, 2, 2, 3, 4, 6].randomElement(using: &random) ?? 1
    for _ in 0..<steps { mutate(&input, other, &random) }
    return input.count <= longest ? input : Array(input.prefix(longest))
  }

  /// The seed, or lines of it where it is long.
  private static func part(of seed: [UInt8], _ random: inout some RandomNumberGenerator) -> [UInt8] {
    guard seed.count > window, Int.random(in: 0..<8, using: &random) > 0 else {
      return Array(seed.prefix(longest))
    }
    let newline = UInt8(ascii: "\n")
    let place = Int.random(in: 0..<seed.count, using: &random)
    let start = seed[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = min(seed.count, start + Int.random(in: 1...window, using: &random))
    return Array(seed[start..<(seed[end...].firstIndex(of: newline) ?? seed.count)].prefix(longest))
  }

  private static func mutate(
    _ input: inout [UInt8], _ other: [UInt8], _ random: inout some RandomNumberGenerator
  ) {
    let range = stretch(of: input.count, &random)
    let piece = pieces.randomElement(using: &random) ?? []
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1: input.removeSubrange(range)
    case 2, 3, 4: input.insert(contentsOf: piece, at: range.lowerBound)
    case 5: input.replaceSubrange(range, with: piece)
    case 6: input.insert(contentsOf: Array(input[range]), at: Int.random(in: 0...input.count, using: &random))
    case 7:
      let rest = stretch(of: other.count, &random)
      input.replaceSubrange(range.lowerBound..., with: other[rest.lowerBound...].prefix(longest))
    case 8: input.replaceSubrange(range, with: other[stretch(of: other.count, &random)].prefix(longest))
    case 9:
      let unit = Bool.random(using: &random) ? piece : Array(input[range].prefix(40))
      let times = [2, 3, 5, 17, 60, 250, 1_200].randomElement(using: &random) ?? 2
      let many = Array(repeatElement(unit, count: min(times, longest / max(1, unit.count))).joined())
      input.insert(contentsOf: many, at: range.lowerBound)
    case 10:
      guard let place = input.indices.randomElement(using: &random) else { return }
      input[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 11:
      guard let place = input.indices.randomElement(using: &random) else { return }
      input[place] = UInt8.random(in: .min ... .max, using: &random)
    case 12: replaceNumber(in: &input, near: range.lowerBound, &random)
    default: input.removeSubrange(range.lowerBound...)
    }
  }

  /// A stretch, mostly short, of so many bytes.
  private static func stretch(of count: Int, _ random: inout some RandomNumberGenerator) -> Range<Int> {
    let start = Int.random(in: 0...count, using: &random)
    let most = [1, 4, 16, 64, count].randomElement(using: &random) ?? 1
    return start..<min(count, start + Int.random(in: 0...max(1, most), using: &random))
  }

  /// Another number in place of the digits at or behind a place.
  private static func replaceNumber(
    in input: inout [UInt8], near place: Int, _ random: inout some RandomNumberGenerator
  ) {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard let start = input[place...].firstIndex(where: isDigit) else { return }
    let end = input[start...].firstIndex { !isDigit($0) } ?? input.count
    let numbers = [
      "0", "1", "2", "3", "7", "12", "64", "255", "1000", "65536", "9223372036854775807", "1000000007",
    ]
    input.replaceSubrange(start..<end, with: Array((numbers.randomElement(using: &random) ?? "0").utf8))
  }
}
