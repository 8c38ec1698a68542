import Testing
import WallisArithmetic

@Suite struct DigitsTests {
  /// The constants are the nearest doubles.
  @Test func constants() {
    let (two, ten) = (Ball(.log2, bits: 200), Ball(.log10, bits: 200))
    #expect(Digits.perBit == (two / ten).approximation && Digits.bitsEach == (ten / two).approximation)
    #expect(Digits.naturalLogOfTen == ten.approximation)
  }

  /// 10^(d − 1) < 2^b on one side, 2^b ≤ 10^d on the other.
  @Test func roundings() {
    for bits in 1...2000 {
      let power = Integer(1).shifted(left: bits)
      #expect(Integer.powerOfTen(Digits.roundedDown(bits: bits)) <= power)
      #expect(power < Integer.powerOfTen(Digits.roundedDown(bits: bits) + 1))
      #expect(Digits.roundedUp(bits: bits) == Digits.roundedDown(bits: bits) + 1)
      #expect(Digits.roundedDown(bits: -bits) == -Digits.roundedUp(bits: bits))
      let covering = Digits.covering(bits: Double(bits))
      #expect(covering > Double(bits) * Digits.perBit && covering < Double(bits) * Digits.perBit + 0.01)
    }
    for digits in 1...600 {
      let power = Integer.powerOfTen(digits)
      #expect(Digits.bits(digits) == power.bitWidth - 1)
      #expect(Digits.workingBits(digits) >= Digits.bits(digits))
    }
    #expect(Digits.roundedDown(bits: 0) == 0 && Digits.workingBits(0) == 0)
  }

  /// The numbers of the reference implementation for the seed 1234567.
  @Test func splitMix() {
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in generator.next() } == expected)
    #expect(
      SplitMix64.mixed(SplitMix64.increment)
        == {
          var g = SplitMix64(seed: 0); return g.next()
        }())
  }
}
