import Foundation
import WallisArithmetic
import WallisCatalog
import WallisFormulas
import WallisSearch

/// A folder of its own for one test, removed at the end.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "wallis-catalog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  /// A catalog of this name, which is empty where there is none yet: a copy, since making one takes ten times as long.
  func catalog(_ name: String = "wallis.sqlite") throws -> Catalog {
    if !FileManager.default.fileExists(atPath: path(name)) {
      try Scratch.emptyCatalog.get().write(to: folder.appending(path: name))
    }
    return try Catalog.open(at: path(name))
  }

  private static let emptyCatalog = Result {
    let scratch = try Scratch()
    do { _ = try Catalog.open(at: scratch.path("empty")) }
    return try Data(contentsOf: scratch.folder.appending(path: "empty"))
  }
}

/// Measures nothing: outcomes and numbers are a fixed function of the coefficients.
struct StandInMeasurer: CandidateMeasurer {
  mutating func measure(a: [Int], b: [Int], reduction: Reduction?) -> Dynamics {
    let mix = abs(a.reduce(7) { $0 &* 31 &+ $1 } &+ b.reduce(3) { $0 &* 17 &+ $1 })
    switch mix % 10 {
    case 0: return Dynamics(outcome: .terminates(nil), convergence: .finite)
    case 1: return Dynamics(outcome: .diverges(.complexRoots))
    case 2: return Dynamics(outcome: .infinite, convergence: .exponential)
    case 3: return Dynamics(outcome: .undetermined("a reason\twith a tab"))
    default:
      var row = Dynamics(outcome: .value, convergence: .factorial, value: "\(mix % 1000).125", digits: 6)
      row.delta = Double(mix % 1000) / 700 - 1
      row.error = ErrorFit(eta: -2, gamma: Double(mix % 17) / 13, beta: 0.25)
      row.denominator = DenominatorFit(eta: mix % 3 == 0 ? 0 : 1.5, gamma: Double(mix % 100) / 30)
      row.factorialReduction = mix % 3 == 0
      return row
    }
  }
}

/// Claims a closed form for every other formula: the fraction that the digits are.
struct StandInIdentifier: Identifier {
  mutating func identify(_ formula: Formula, dynamics: Dynamics) -> [Discovery] {
    guard let value = dynamics.value, formula.key.utf8.count.isMultiple(of: 2) else { return [] }
    let evidence = Evidence(
      digitsSupplied: 30, digitsConsumed: 4, surplus: 26, basesTried: 1, decoyHits: 0, residual: "1e-30")
    let closedForm = ClosedForm(reading: value.replacing(".125", with: "+1/8"), rule: .current)
    return [
      Discovery(
        formula: formula, value: value, closedForm: closedForm, grade: .conjecture, evidence: evidence)
    ]
  }
}

extension EngineIdentity {
  static let test = EngineIdentity(version: "test", machine: "test")
}

extension Catalog {
  /// A finished job over a small space of 576 formulas, 288 rows.
  func scan(workers: Int = 1, job: Job? = nil, chunkSize: Int = 7) throws -> SearchSummary {
    let box = try CoefficientBox(degree: 1, height: 2)
    let plan = try Plan(DynamicsRequest(a: box, b: box, identify: true), chunkSize: chunkSize)
    let job = try job ?? createJob(for: plan, engine: .test)
    return try SearchRunner(job: job, store: self, workers: workers, resources: .standIn).run()
  }

  /// Merges with stand-ins for all that computes.
  func merge(_ other: Catalog, seed: UInt64 = 7) throws -> ImportSummary {
    try merge(other, check: .standIn(seed: seed))
  }

  func exported() throws -> String {
    var text = ""
    try exportText { text += $0 }
    return text
  }
}

extension SearchResources {
  /// Stand-ins for the measurer and the identifier.
  static var standIn: SearchResources {
    var resources = SearchResources()
    resources.measurer = { _, _, _ in StandInMeasurer() }
    resources.identifier = { StandInIdentifier() }
    return resources
  }
}

extension MergeCheck {
  /// Computes again as `Catalog.scan` computes; what the stand-in does not measure is evaluated.
  static func standIn(seed: UInt64 = 7) -> MergeCheck {
    var check = MergeCheck(engine: .test, resources: .standIn, seed: seed, workers: 2)
    check.verifier = FindingVerifier { formula in
      guard let fraction = formula.fraction, let a = fraction.a.words, let b = fraction.b.words else {
        return nil
      }
      var measurer = StandInMeasurer()
      guard let value = measurer.measure(a: a, b: b, reduction: nil).value, value.hasSuffix(".125"),
        let whole = Int(value.dropLast(4))
      else { return nil }
      return .exact(Rational(Integer(8 * whole + 1), 8))
    }
    return check
  }

  /// Evaluates what is stated.
  static var evaluating: MergeCheck {
    MergeCheck(engine: .test, resources: SearchResources(), seed: 7, workers: 2)
  }
}

/// Text of version 0.1 as it is written now.
enum Version01 {
  /// 0.1 wrote 2·e as `2e`, which others read as the beginning of a power of ten.
  static func withSign(in closedForm: String) -> String {
    closedForm.replacing(/([0-9])e(?=[-+)\/]|$)/) { "\($0.1)*e" }
  }

  /// A line of an export with its closed form as it is written now.
  static func written(_ line: some StringProtocol) -> String {
    var fields = String(line).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    if fields[0] == "finding" { fields[2] = withSign(in: fields[2]) }
    return fields.joined(separator: "\t")
  }
}
