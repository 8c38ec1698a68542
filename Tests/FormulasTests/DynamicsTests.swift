import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct DynamicsTests {
  @Test("reference metrics at depth 1000 against 2000", arguments: referenceMetrics)
  func metrics(_ row: ReferenceMetrics) throws {
    let reference = try #require(referenceValues.first { $0.id == row.id })
    var meter = DynamicsMeter()
    let dynamics = try meter.measure(try fraction(reference.a, reference.b))
    let (error, denominator) = (try #require(dynamics.error), try #require(dynamics.denominator))
    func close(_ x: Double?, _ y: Double, _ tolerance: Double) -> Bool {
      x.map { abs($0 - y) <= tolerance } ?? false
    }
    #expect(close(dynamics.delta, row.delta, 0.002), "delta \(dynamics.delta ?? .nan) for \(row.delta)")
    #expect(close(dynamics.deltaNaive, row.deltaNaive, 0.002), "\(dynamics.deltaNaive ?? .nan)")
    #expect(
      close(dynamics.deltaPredicted, row.deltaPredicted, 0.002),
      "predicted \(dynamics.deltaPredicted ?? .nan) for \(row.deltaPredicted)")
    #expect(
      close(error.beta, row.beta, 0.01) && close(error.gamma, row.gamma, 0.01)
        && close(error.eta, row.eta, 0.01), "\(error)")
    #expect(
      close(denominator.gamma, row.denominatorGamma, 0.01)
        && close(denominator.eta, row.denominatorEta, 0.01), "\(denominator)")
    #expect(dynamics.factorialReduction == row.factorialReduction)
    #expect(close(dynamics.digitsPerTerm.map { $0 * 1000 }, row.digits, 0.01))
  }
}
