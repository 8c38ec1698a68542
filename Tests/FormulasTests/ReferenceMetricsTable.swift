// Metrics of the rows T of `referenceValues`, computed with mpmath and exact integers as those were. To add a row: its id,
// then the metrics.

/// Metrics at n = 1000 against m = 2000; δ is good to 0.002, the others to 0.01.
struct ReferenceMetrics: Sendable, CustomStringConvertible {
  let id: String
  let delta, deltaNaive, deltaPredicted: Double
  let beta, gamma, eta: Double
  let denominatorGamma, denominatorEta: Double
  let factorialReduction: Bool
  let digits: Double

  var description: String { id }
}

let referenceMetrics: [ReferenceMetrics] = [
  ReferenceMetrics(
    id: "T1", delta: 1.00167, deltaNaive: 1.00167, deltaPredicted: 1.0019, beta: -0.07, gamma: -0.9596,
    eta: 0.000,
    denominatorGamma: 0.4808, denominatorEta: 0, factorialReduction: true, digits: 418.04),
  ReferenceMetrics(
    id: "T2", delta: 0.99833, deltaNaive: -0.86641, deltaPredicted: 0.9975, beta: -0.07, gamma: -0.9596,
    eta: 0.000,
    denominatorGamma: 0.4818, denominatorEta: 0, factorialReduction: true, digits: 418.04),
  ReferenceMetrics(
    id: "T3", delta: 1.00107, deltaNaive: 1.00107, deltaPredicted: 1.0002, beta: -0.50, gamma: -2.3697,
    eta: -0.003,
    denominatorGamma: 1.1946, denominatorEta: 0, factorialReduction: true, digits: 1038.24),
  ReferenceMetrics(
    id: "T4", delta: 1.00115, deltaNaive: 1.00115, deltaPredicted: 1.1161, beta: -2.40, gamma: -1.3659,
    eta: -2.003,
    denominatorGamma: -0.2081, denominatorEta: 0.9868, factorialReduction: false, digits: 5743.53),
  ReferenceMetrics(
    id: "T5", delta: -0.98979, deltaNaive: -0.99808, deltaPredicted: -1.0000, beta: -1.56, gamma: -0.0112,
    eta: 0.002,
    denominatorGamma: 1.2453, denominatorEta: 0, factorialReduction: true, digits: 5.51),
  ReferenceMetrics(
    id: "T8", delta: -0.99703, deltaNaive: -0.99911, deltaPredicted: -1.0000, beta: -0.36, gamma: -0.0214,
    eta: 0.003,
    denominatorGamma: 1.9890, denominatorEta: 0, factorialReduction: true, digits: 2.57),
  ReferenceMetrics(
    id: "T9", delta: -0.99241, deltaNaive: -0.99872, deltaPredicted: -1.0000, beta: -1.06, gamma: 0.0057,
    eta: -0.001,
    denominatorGamma: 0.9955, denominatorEta: 0, factorialReduction: true, digits: 3.29),
  ReferenceMetrics(
    id: "T10", delta: -0.99512, deltaNaive: -0.99886, deltaPredicted: -1.0000, beta: -0.72, gamma: -0.0070,
    eta: 0.001,
    denominatorGamma: 1.3743, denominatorEta: 0, factorialReduction: true, digits: 2.92),
  ReferenceMetrics(
    id: "T11", delta: -0.97454, deltaNaive: -0.99571, deltaPredicted: -1.0000, beta: -3.40, gamma: -0.0118,
    eta: 0.002,
    denominatorGamma: 0.9988, denominatorEta: 0, factorialReduction: true, digits: 11.05),
  ReferenceMetrics(
    id: "T13", delta: -0.98690, deltaNaive: -0.99292, deltaPredicted: -1.0000, beta: -4.12, gamma: -0.1221,
    eta: 0.018,
    denominatorGamma: -0.2811, denominatorEta: 0.5042, factorialReduction: false, digits: 18.20),
  ReferenceMetrics(
    id: "T14", delta: 0.45481, deltaNaive: 0.45481, deltaPredicted: 0.4545, beta: -0.19, gamma: -1.8395,
    eta: -0.001,
    denominatorGamma: 1.2700, denominatorEta: 0, factorialReduction: true, digits: 802.44),
  ReferenceMetrics(
    id: "T15", delta: 0.00399, deltaNaive: 0.00399, deltaPredicted: 0.0799, beta: -5.77, gamma: -0.0514,
    eta: -0.993,
    denominatorGamma: -0.6925, denominatorEta: 0.9594, factorialReduction: false, digits: 2588.18),
  ReferenceMetrics(
    id: "T17", delta: 1.00117, deltaNaive: 1.00117, deltaPredicted: 1.1151, beta: -1.69, gamma: 0.0263,
    eta: -2.004,
    denominatorGamma: -0.9287, denominatorEta: 0.9904, factorialReduction: false, digits: 5138.92),
  ReferenceMetrics(
    id: "T18", delta: -0.64081, deltaNaive: -0.89172, deltaPredicted: -0.6521, beta: -3.48, gamma: -0.6811,
    eta: -0.002,
    denominatorGamma: 1.9926, denominatorEta: 0, factorialReduction: true, digits: 311.08),
  ReferenceMetrics(
    id: "T19", delta: -0.20219, deltaNaive: -0.74051, deltaPredicted: -0.1987, beta: -0.46, gamma: -1.7440,
    eta: -0.003,
    denominatorGamma: 2.2000, denominatorEta: 0, factorialReduction: true, digits: 765.99),
  ReferenceMetrics(
    id: "T22", delta: -0.58363, deltaNaive: -0.89414, deltaPredicted: -0.5878, beta: -1.12, gamma: -0.6846,
    eta: -0.001,
    denominatorGamma: 1.6814, denominatorEta: 0, factorialReduction: true, digits: 304.01),
  ReferenceMetrics(
    id: "T23", delta: 0.00000, deltaNaive: -0.89508, deltaPredicted: -0.0014, beta: -0.31, gamma: -0.6809,
    eta: -0.002,
    denominatorGamma: 0.6941, denominatorEta: 0, factorialReduction: true, digits: 301.33),
  ReferenceMetrics(
    id: "T24", delta: 1.00118, deltaNaive: 1.00118, deltaPredicted: 1.0005, beta: -0.32, gamma: -1.7498,
    eta: -0.002,
    denominatorGamma: 0.8811, denominatorEta: 0, factorialReduction: true, digits: 765.87),
  ReferenceMetrics(
    id: "T25", delta: 1.00083, deltaNaive: 0.31072, deltaPredicted: 1.0011, beta: -0.03, gamma: -1.3156,
    eta: 0.000,
    denominatorGamma: 0.6581, denominatorEta: 0, factorialReduction: true, digits: 571.98),
]
