import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

@Suite struct ScreeningTests {
  static let table = MoebiusImages()

  /// (p + q·c)/(r + s·c) to `digits` digits.
  static func planted(_ c: Constant, _ k: [Int], digits: Int) -> (form: NormalForm, input: DecimalInput)? {
    guard k[1] * k[2] != k[0] * k[3], k[2] != 0 || k[3] != 0,
      let form = NormalForm(Integer(k[0]), Integer(k[1]), over: Integer(k[2]), Integer(k[3]), of: c),
      let shown = form.ball(bits: 400).decimal(digits: digits)
    else { return nil }
    return (form, DecimalInput(significand: shown.significand, exponent: shown.exponent))
  }

  @Test("every planted image of height 20 is found, and nothing else")
  func planted() throws {
    var generator = SeededGenerator(seed: 2020)
    var found = 0
    for _ in 0..<300 {
      let constant = Constant.all[Int.random(in: 0..<Constant.all.count, using: &generator)]
      let k = (0..<4).map { _ in Int.random(in: -20...20, using: &generator) }
      guard let (form, input) = Self.planted(constant, k, digits: 30) else { continue }
      let images = try #require(Self.table.images(equalTo: input.ball(bits: 192)), "\(form)")
      #expect(images.contains(form), "\(form)")
      #expect(images.allSatisfy { $0.ball(bits: 300).overlaps(form.ball(bits: 300)) }, "\(images)")
      found += 1
    }
    #expect(found > 280)
  }

  @Test("random digits agree with no image")
  func noise() throws {
    var generator = SeededGenerator(seed: 2021)
    for digits in [20, 24, 30] {
      for _ in 0..<60 {
        let text =
          "\(Int.random(in: 0...9, using: &generator))."
          + (0..<digits).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
        let images = Self.table.images(equalTo: try DecimalInput(text).ball(bits: 192))
        #expect(images == [], "\(text) \(images ?? [])")
      }
    }
    #expect(Self.table.images(equalTo: try DecimalInput("3.14159").ball(bits: 192)) == nil)
  }

  @Test("formulas are screened: proved, a conjecture verified at sixty digits, or nothing")
  func verdicts() throws {
    let screen = ValueScreen()
    func verdict(_ text: String) throws -> ValueScreen.Verdict {
      let fraction = try #require(try Expression(parsing: text).continuedFraction())
      let value = try #require(try fraction.evaluate(digits: 30).decimal(atMost: 30))
      return screen.screen(fraction, value: try DecimalInput(value.text))
    }
    guard case .found(let brouncker) = try verdict("pcf(2n+1, n^2)") else {
      Issue.record("Brouncker's fraction is not found")
      return
    }
    #expect("\(brouncker.formula)" == "4/pi" && brouncker.grade == .conjecture)
    #expect(brouncker.evidence.decoyHits == 0 && brouncker.evidence.digitsSupplied >= 58)
    #expect(
      try verdict("pcf(n+1, n^2+n)")
        == .certified(NormalForm(try #require(QuadraticNumber(p: 1, q: 1, d: 5, r: 2)))))
    #expect(try verdict("pcf(n+2, -n-1)") == .certified(NormalForm(1)))
    // No closed form is known for the last.
    #expect(try verdict("pcf(n^2+1, 5)") == .nothing)
  }

  @Test("partial quotients are those of every number with the digits")
  func quotients() throws {
    let pi = PartialQuotients.forced(by: try DecimalInput("3.14159265358979323846264338328"))
    // OEIS A001203.
    let known = [
      3, 7, 15, 1, 292, 1, 1, 1, 2, 1, 3, 1, 14, 2, 1, 1, 2, 2, 2, 2, 1, 84, 2, 1, 1, 15, 3, 13, 1, 4,
    ]
    #expect(pi.count > 22 && Array(known.prefix(pi.count)) == pi)
    #expect(PartialQuotients.forced(by: try DecimalInput("0.5")) == [0])
    #expect(
      PartialQuotients.forced(by: try DecimalInput("-2.71828182845904523536")).prefix(4) == [-3, 3, 1, 1])
  }

  @Test("images under maps of determinant ±1 are one class, others and decoys are not")
  func classes() throws {
    var generator = SeededGenerator(seed: 77)
    var (classes, planted) = (TailClasses(), [[Int]]())
    for constant in Constant.all where constant.nature == .plain {
      guard let first = Self.planted(constant, [0, 1, 1, 0], digits: 30) else { continue }
      var members = [classes.insert(first.input)]
      for _ in 0..<3 {
        let maps = [
          [1, 1, 1, 0], [0, 1, 1, 1], [2, 1, 1, 1], [1, 2, 0, 1], [3, 2, 1, 1], [-1, 3, 1, -2],
        ]
        let map = maps[Int.random(in: 0..<maps.count, using: &generator)]
        guard let image = Self.planted(constant, map, digits: 30), map[1] * map[2] - map[0] * map[3] != 0,
          abs(map[1] * map[2] - map[0] * map[3]) == 1
        else { continue }
        members.append(classes.insert(image.input))
      }
      planted.append(members)
      // Determinant 7: not in the class.
      if let other = Self.planted(constant, [0, 7, 1, 0], digits: 30) { classes.insert(other.input) }
    }
    for _ in 0..<500 {
      let text = "0." + (0..<30).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
      classes.insert(try DecimalInput(text))
    }
    let found = classes.classes()
    for members in planted where Set(members).count > 1 {
      #expect(members.allSatisfy { classes.areEquivalent($0, members[0]) }, "\(members)")
    }
    let grouped = found.reduce(0) { $0 + $1.count }
    let expected = planted.filter { $0.count > 1 }.reduce(0) { $0 + $1.count }
    // Constants that are images of one another, such as log(phi) and others, may share a class; decoys never do.
    #expect(grouped == expected, "\(grouped) \(expected)")
  }
}
