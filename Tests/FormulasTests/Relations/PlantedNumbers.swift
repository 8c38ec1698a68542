import TestSupport
import WallisArithmetic
import WallisFormulas

/// Numbers of which it is known whether they mean anything, from a seed.
struct PlantedNumbers {
  /// A decimal with the closed form it was made from; nil for one made of random digits.
  struct Sample: Sendable {
    let text: String
    let planted: ClosedForm?
  }

  var generator: SeededGenerator

  /// Random digits: `digits` of them, the first not 0, the point anywhere near the front.
  mutating func noise(digits: Int) -> Sample {
    let whole = Int.random(in: 0...3, using: &generator)
    var text = Int.random(in: 0...1, using: &generator) == 0 ? "-" : ""
    for place in 0..<digits {
      if place == whole { text += whole == 0 ? "0." : "." }
      text += "\(Int.random(in: (place == 0 ? 1 : 0)...9, using: &generator))"
    }
    return Sample(text: text, planted: nil)
  }

  /// The Möbius image of a constant with four coefficients of up to `height` digits that together take at most
  /// half of the digits and leave 15.
  mutating func planted(digits: Int, height: Int, of constants: [Constant]) -> Sample {
    while true {
      let c = constants[Int.random(in: 0..<constants.count, using: &generator)]
      let a = (0..<4).map { _ in coefficient(height) }
      let consumed =
        a.reduce(0) { $0 + ($1.isZero ? 0 : naturalLog($1.magnitude.approximation)) } / naturalLog(10)
      guard consumed <= Double(min(digits / 2, digits - 15)), a[1] * a[2] != a[0] * a[3] else { continue }
      guard let form = ClosedForm(a[0], a[1], over: a[2], a[3], of: c) else { continue }
      guard let shown = form.ball(bits: digits * 4 + 64).decimal(digits: digits) else { continue }
      return Sample(text: "\(shown.significand)e\(shown.exponent)", planted: form)
    }
  }

  /// An integer with a random number of digits up to `height`, so that all sizes occur.
  private mutating func coefficient(_ height: Int) -> Integer {
    let bound = Integer.powerOfTen(Int.random(in: 0...height, using: &generator))
    let magnitude = Integer(Int.random(in: 0...Int.max, using: &generator)).modulo(bound + 1)
    return Int.random(in: 0...1, using: &generator) == 0 ? magnitude : -magnitude
  }
}
