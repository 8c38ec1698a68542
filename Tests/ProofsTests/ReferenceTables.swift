import Foundation
import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisProofs

/// Tables of others, copied with their provenance.
enum ReferenceTables {
  /// A formula with its limit.
  struct Row: Sendable {
    let id: String
    let fraction: ContinuedFraction
    let limit: WallisFormulas.Expression
    /// Where it is published, of the formulas of the literature.
    var source = ""

    var known: Prover.Known { Prover.Known(fraction: fraction, closedForm: limit) }
  }

  /// 75 of the canonical forms for π of Raz and others, "From Euler to AI" (arXiv 2502.17533), from its repository
  /// RamanujanMachine/euler2ai, November 2026.
  static func forms() throws -> [Row] {
    try cells("euler-to-ai-pi").map {
      Row(
        id: $0[0], fraction: try fraction($0[1], $0[2]), limit: try WallisFormulas.Expression(parsing: $0[3]))
    }
  }

  /// 61 of the pairs that the same work proves to be related.
  static func links() throws -> [(first: ContinuedFraction, second: ContinuedFraction)] {
    try cells("unify-links").map { (try fraction($0[0], $0[1]), try fraction($0[3], $0[4])) }
  }

  /// The formulas of the catalog of the literature.
  static func known() throws -> [Row] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "catalogs/known.txt"), encoding: .utf8)
    return try text.split(separator: "\n").filter { $0.hasPrefix("pcf(") }.compactMap { (line) -> Row? in
      let parts = line.components(separatedBy: " ; ")
      guard let fraction = try WallisFormulas.Expression(parsing: parts[0]).continuedFraction(),
        let form = ClosedForm(reading: parts[1], rule: .version01).expression
      else { return nil }
      return Row(id: parts[0], fraction: fraction, limit: form, source: parts[3])
    }
  }

  private static func cells(_ name: String) throws -> [[String]] {
    let file = try #require(
      Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Fixtures"))
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.components(separatedBy: "\t")
    }
  }

  private static func fraction(_ a: String, _ b: String) throws -> ContinuedFraction {
    let sides = try [a, b].map { try WallisFormulas.Expression(parsing: $0).polynomial() }
    return ContinuedFraction(a: sides[0], b: sides[1])
  }
}

extension ContinuedFraction {
  /// The limit to some digits.
  func limit(digits: Int = 60) throws -> Ball { try #require(try evaluate(digits: digits).enclosure) }
}
