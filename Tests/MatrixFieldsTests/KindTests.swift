import Foundation
import TestSupport
import Testing
import WallisArithmetic
import WallisMatrixFields

@testable import WallisFormulas

/// What holds for every kind of formula.
@Suite struct KindTests {
  static let kinds = FormulaKinds.standard.adding(Geometric.self)

  /// Formulas of every kind, those with zeros and minus signs in their keys among them.
  static let keys = [
    "pcf 2,1 1,0,0", "pcf -2,-3 1,2,0", "pcf 1,0,-1 -3,0,0,0,5", "pcf 0 1", "pcf 10,-10,0 7", "pcf -1 1",
    "signed -+ . 2;2,3", "signed -+ 3 2,3;2", "signed + . 4,2", "signed + 1,1 ~1,-1,-1",
    "signed + . 3@2;1/2,1/2,1",
    "line zeta3 - 1,1 1,1", "line 2F1 z=1/3 1,1/2,2 1,-1,2", "sum -1/2 - 1 2,1", "sum 1/4 1/2:1,1:-1 1,-1 1",
    "product 1 1;0/0;1 1;1/1;0", "geometric 2", "geometric 5",
  ]

  @Test func everyKindOfTheTableIsTried() {
    let missing = FormulaKinds.standard.words.filter { word in
      !Self.keys.contains { $0.hasPrefix(word + " ") }
    }
    #expect(missing.isEmpty, "KindTests.keys has no key of these kinds")
  }

  @Test(arguments: keys) func keysAreReadBack(key: String) throws {
    let formula = try #require(Self.kinds.formula(key: key))
    let again = try #require(Self.kinds.formula(key: formula.key))
    #expect(formula.key == key && again == formula && again.hashValue == formula.hashValue)
    #expect(formula.kind == key.prefix { $0 != " " } && Self.kinds.words.contains(formula.kind))
  }

  @Test(arguments: keys) func mirrorsAreMirrored(key: String) throws {
    let formula = try #require(Self.kinds.formula(key: key))
    #expect(formula.mirror.mirror == formula)
    let representative = formula.representative
    #expect(!representative.formula.representative.isMirrored)
    #expect(
      representative.isMirrored ? representative.formula == formula.mirror : representative.formula == formula
    )
    guard representative.isMirrored else { return }
    #expect(formula.mirror.representative.formula == formula.mirror)
    #expect(
      formula.mirror.shiftKey == formula.shiftKey && formula.mirror.canonicalKey == formula.canonicalKey)
  }

  /// The rule by which the catalog writes keys of mirrors.
  @Test(arguments: keys) func columnsMakeTheKeyAndThatOfTheMirror(key: String) throws {
    let formula = try #require(Self.kinds.formula(key: key))
    guard let columns = Self.kinds.columns(key: key) else {
      #expect(formula.fraction == nil)
      return
    }
    #expect("\(formula.kind) \(columns.a) \(columns.b)" == key)
    let negated = columns.a.split(separator: ",").map { Integer($0).map { "\(-$0)" } ?? "?" }
    #expect("\(formula.kind) \(negated.joined(separator: ",")) \(columns.b)" == formula.mirror.key)
    #expect(columns.aDegree == max(0, formula.fraction?.a.degree ?? -1))
    #expect(columns.bDegree == max(0, formula.fraction?.b.degree ?? -1))
  }

  @Test func limitsOfMirrorsAreOpposite() throws {
    for key in ["pcf 2,1 1,0,0", "signed -+ . 2;2,3", "signed + . 4,2"] {
      let formula = try #require(Self.kinds.formula(key: key))
      let (limit, other) = (try #require(formula.limit), try #require(formula.mirror.limit))
      let sum = try #require(limit.enclosure(40)) + (try #require(other.enclosure(40)))
      #expect(sum.containsZero && (sum.magnitudeExponent ?? -999) < -100, "\(key): \(sum)")
    }
  }

  @Test func formulasOfTwoKindsDiffer() throws {
    let formulas = try Self.keys.map { try #require(Self.kinds.formula(key: $0)) }
    #expect(Set(formulas).count == Self.keys.count)
    #expect(formulas[0].indexShift(from: formulas[6]) == nil)
    let shifted = try #require(Self.kinds.formula(key: "pcf 2,7 1,6,9"))
    #expect(shifted.indexShift(from: formulas[0]) == 3 && shifted.shiftKey == formulas[0].shiftKey)
  }

  @Test func keysOfUnknownKindsAreNone() {
    for key in ["", "geometric 2", "pcf", "pcf 1", "pcf 1 x", "signed", "line", "pcf 1 1 1", " pcf 1 1"] {
      #expect(FormulaKinds.standard.formula(key: key) == nil, "\(key)")
    }
  }

  /// PARI/GP computes by the program that a kind writes what the kind itself computes. Independent: backward
  /// evaluation in floating point, against enclosures.
  @Test(arguments: [
    "pcf 2,1 1,0,0", "pcf -3 1,2", "signed -+ . 2;2,3", "signed -+ 3 2,3;2", "signed + . 4,2",
    "signed + . 3@2;1/2,1/2,1", "line zeta3 - 1,1 1,1", "line zeta3 - 1,1 3,2", "sum -1/2 - 1 2,1",
    "sum 1/4 1/2:1,1:-1 1,-1 1", "product 1 1;0/0;1 1;1/1;0", "geometric 2",
  ])
  func programsComputeTheLimit(key: String) throws {
    let formula = try #require(Self.kinds.formula(key: key))
    let value = try Self.gp(formula.program(in: .gp))
    let enclosure = try #require(formula.limit?.enclosure(40) ?? Self.folded(formula))
    let expected = try #require(enclosure.decimal(digits: 25))
    #expect(value.hasPrefix("\(expected)".prefix(20)), "\(value) against \(expected)")
  }

  /// The value of a signed fraction that folds into no polynomial fraction, by its convergents.
  private static func folded(_ formula: Formula) -> Ball? {
    SignedFraction(formula)?.convergent(80).map { Ball($0, bits: 256) }
  }

  private static func gp(_ program: FormulaProgram) throws -> String {
    let code =
      switch program {
      case .partials(let a, let b, let image):
        "my(x = value(n->\(a), n->\(b), 400)); (\(image[0])*x+\(image[1]))/(\(image[2])*x+\(image[3]))"
      case .expression(let text): "\(text) * 1."
      case .none(let reason): "error(\"\(reason)\")"
      }
    let script = """
      default(realprecision, 60);
      value(a, b, m) = my(t = a(m) * 1.); forstep(n = m, 1, -1, t = a(n-1) + b(n)/t); t;
      {print(\(code))}
      quit
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gp", "-q", "-f"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
