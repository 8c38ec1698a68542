import Foundation
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// Integer relations beside PARI/GP and mpmath on the same numbers in the same run, and one value against the whole
/// table of constants.
enum Relations {
  static func figures() throws -> [Figure] {
    let python = try mpmath()
    let small = try [100, 200, 400].map { try sixTerms(digits: $0, long: 3, bound: 1, python) }
    let large = try [100, 200, 400].map {
      try sixTerms(digits: $0, long: $0 * 7 / 60, bound: 2, python)
    }
    return small + large + [try polynomial(long: 3), try polynomial(long: 13)] + (try table())
  }

  /// A task: the numbers, and what was planted.
  private struct Task {
    let numbers: [Ball]
    let planted: [Integer]
    let gp: String
    let python: String
  }

  /// π, e, log 2, log 3, log 5 and the number that makes Σ c(i) x(i) = 0; `long` digits in each coefficient.
  private static func task(digits: Int, long: Int) -> Task {
    let bits = Int(Double(digits) * 3.3219281) + 1
    let planted = (1...6).map { Integer.powerOfTen(long) - Integer($0 * $0 * 13 + 2 * $0) }
    let constants =
      [Ball(.pi, bits: bits + 64), Ball(.e, bits: bits + 64)]
      + [2, 3, 5].map { Ball($0, bits: bits + 64).log }
    let sum = zip(constants, planted).reduce(Ball(0, bits: bits + 64)) { $0 + $1.0 * $1.1 }
    let last = sum / Ball(planted[5], bits: bits + 64)
    let list = planted.map { "\($0)" }.joined(separator: ",")
    let gp = """
      default(realprecision, \(digits)); c = [\(list)]; v = [Pi, exp(1), log(2), log(3), log(5), 0];
      v[6] = sum(i = 1, 5, c[i]*v[i])/c[6];
      """
    let python = """
      mp.dps = \(digits); c = [\(list)]
      v = [+pi, +e, log(2), log(3), log(5)]; v.append(sum(a*b for a, b in zip(c, v))/c[5])
      """
    let numbers = (constants + [last]).map { $0.rounded(toBits: bits) }
    return Task(
      numbers: numbers, planted: Array(planted[..<5]) + [-planted[5]], gp: gp, python: python)
  }

  private static func sixTerms(
    digits: Int, long: Int, bound: Double, _ python: String?
  ) throws -> Figure {
    let task = task(digits: digits, long: long)
    let theirs = try pari(task.gp, "lindep(v)")
    let mine = shortest(of: 400) { IntegerRelation.search(among: task.numbers).relation }
    let again = try pari(task.gp, "lindep(v)")
    let slow = try python.map { try pslq($0, task.python) }
    let isRight = mine.answer?.coefficients == task.planted
    var (beside, isMet, besides): (String, Bool, Double?) = ("gp is not installed", false, nil)
    if let theirs, let again {
      let best = min(theirs.seconds, again.seconds)
      let ratio = mine.seconds / best
      besides = ratio
      beside =
        "PARI's lindep \(milliseconds(best)), ratio \(String(format: "%.2f, bound %.0f", ratio, bound))"
      isMet = isRight && ratio <= bound && theirs.answer == text(task.planted)
    }
    if let slow {
      let times = slow / mine.seconds
      beside += String(format: "; mpmath's pslq %.3g ms, %.0f times, bound 50", slow * 1e3, times)
      isMet = isMet && times >= 50
    } else {
      beside += "; mpmath is measured where it is installed"
    }
    let size = long == 3 ? "3 digits each" : "70 % of the digits"
    return Figure(
      "six terms, \(digits) digits, coefficients of \(size)", ours: milliseconds(mine.seconds),
      beside: beside,
      digest: digest(text(mine.answer?.coefficients ?? [])), isMet: isMet, ratio: besides)
  }

  /// The real root of a polynomial of degree 20 with coefficients of `long` digits, to 400 digits.
  private static func polynomial(long: Int) throws -> Figure {
    let coefficients = (0...20).map { power in
      let size = Integer.powerOfTen(long) - Integer(power * power * 17 + 5 * power + 1)
      return power == 0 ? -size : size
    }
    let polynomial = Polynomial(coefficients)
    let root = polynomial.realRoots(bits: 1400).last ?? Ball(0, bits: 1400)
    let number = root.rounded(toBits: 1329)
    let mine = shortest(of: 20) {
      IntegerRelation.search(among: (0...20).map { number.power($0) }).relation?.coefficients ?? []
    }
    let digits = root.decimal(digits: 400)?.description ?? "0"
    let theirs = try pari("default(realprecision, 400); x = \(digits);", "algdep(x, 20)", runs: 3)
    let isRight = Polynomial(mine.answer) == polynomial || Polynomial(mine.answer) == -polynomial
    guard let theirs else {
      return Figure(
        "degree 20, 400 digits, coefficients of \(long) digits", ours: milliseconds(mine.seconds),
        beside: "gp is not installed", digest: digest(text(mine.answer)), isMet: false)
    }
    let ratio = mine.seconds / theirs.seconds
    return Figure(
      "degree 20, 400 digits, coefficients of \(long) digits", ours: milliseconds(mine.seconds),
      beside:
        "PARI's algdep \(milliseconds(theirs.seconds)), ratio \(String(format: "%.2f", ratio)), bound 1.5",
      digest: digest(text(mine.answer)), isMet: isRight && ratio <= 1.5, ratio: ratio)
  }

  /// A miss and the hit that comes last, with fifty typed digits and all constants.
  private static func table() throws -> [Figure] {
    let identification = Identification()
    let count = identification.constants.count
    let noise = try DecimalInput("1.9021605823172718293645546372819205463718293746152")
    let last = identification.constants[count - 1]
    let image = MoebiusMap(3, -5, 7, 2)?(last.ball(bits: 300)).decimal(digits: 50)
    guard let image else { return [] }
    let planted = DecimalInput(significand: image.significand, exponent: image.exponent)
    return [("miss", noise), ("hit of the last", planted)].map { name, input in
      let run = shortest(of: 40) { identification.identify(.digits(input)) }
      let answer = run.answer.best.map { "\($0.formula)" } ?? run.answer.verdict.word
      return Figure(
        "fifty digits against \(count) constants (Möbius), \(name)", ours: milliseconds(run.seconds),
        beside: "bound 5 ms; LIReC 80 to 270 ms (measured once)", digest: digest(answer),
        isMet: run.seconds <= 0.005 && count >= 60 && (name == "miss") == (run.answer.best == nil))
    }
  }

  private static func text(_ coefficients: [Integer]) -> String {
    let isNegative = coefficients.first.map { $0.signum < 0 } ?? false
    return coefficients.map { "\(isNegative ? -$0 : $0)" }.joined(separator: ", ")
  }

  /// The best of twenty rounds inside gp, and its answer with a positive first entry.
  private static func pari(_ setup: String, _ call: String, runs: Int = 200) throws -> (
    seconds: Double, answer: String
  )? {
    guard let gp = find("gp") else { return nil }
    let script = """
      default(parisizemax, "1G");
      \(setup.replacingOccurrences(of: "\n", with: " "))
      b = 10^9; for (i = 1, 20, t = getwalltime(); for (j = 1, \(runs), r = \(call)); b = min(b, getwalltime()-t));
      print(b); if (type(r) == "t_COL", print(Vec(if (r[1] < 0, -r, r))), print(r));
      """
    let lines = try ProgramRun(gp, ["-q", "-f"], input: script).output.split(separator: "\n").map(String.init)
    guard lines.count == 2, let best = Double(lines[0]) else { return nil }
    return (best / 1e3 / Double(runs), lines[1].trimmingCharacters(in: ["[", "]"]))
  }

  /// The Python interpreter, when it has mpmath.
  private static func mpmath() throws -> String? {
    guard let python = find("python3") else { return nil }
    return try ProgramRun(python, ["-c", "import mpmath"]).status == 0 ? python : nil
  }

  private static func pslq(_ python: String, _ setup: String) throws -> Double {
    let script = """
      import time
      from mpmath import mp, pi, e, log, pslq
      \(setup)
      best = 1e9
      for i in range(5):
          t = time.perf_counter(); r = pslq(v, maxcoeff=10**60, maxsteps=10**6); best = min(best, time.perf_counter()-t)
      print(best if r else 0)
      """
    let run = try ProgramRun(python, ["-"], input: script)
    return Double(run.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }
}
