import Foundation

/// Ratios of an earlier run, in a file of lines `ratio<tab>digest of the answer<tab>name`: whether a change has
/// made something slower or wrong, whatever the machine.
struct KeptRatios {
  /// A figure that takes longer than this many times its kept ratio has become slower.
  static let tolerance = 1.2
  /// Figures are measured so many times at most: beside the first time something else may have run.
  static let attempts = 3
  let path: String

  /// Compares; writes the file where there is none.
  ///
  /// - Parameter again: measures the same figures once more; called where something seems wrong.
  /// - Returns: false where a figure has become slower each time, has lost its answer once, or is kept and was not measured.
  func compare(_ figures: [Figure], again: () throws -> [Figure]) throws -> Bool {
    let measured = figures.filter { $0.ratio != nil }
    guard FileManager.default.fileExists(atPath: path) else {
      let lines = measured.map { String(format: "%.4f", $0.ratio ?? 0) + "\t\($0.digest)\t\($0.name)\n" }
      try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
      print("kept \(measured.count) ratios in \(path)")
      return true
    }
    let kept = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(Kept.init)
    var measurings = [measured]
    func found() -> [String] { kept.compactMap { $0.fault(in: measurings) } }
    while measurings.count < KeptRatios.attempts, !found().isEmpty {
      print("measured again: " + found().joined(separator: "; "))
      measurings.append(try again())
    }
    let faults = found()
    for fault in faults { print(fault) }
    let isGood = faults.isEmpty
    print(isGood ? "no ratio is worse by more than 20 %" : "worse than \(path)")
    return isGood
  }

  struct BadLine: Error { let line: String }

  /// A line of the file.
  struct Kept {
    let (ratio, digest, name): (Double, String, String)

    init(_ line: Substring) throws {
      let words = line.split(separator: "\t", maxSplits: 2).map(String.init)
      guard words.count == 3, let ratio = Double(words[0]) else { throw BadLine(line: String(line)) }
      (self.ratio, digest, name) = (ratio, words[1], words[2])
    }

    /// What is wrong with the figure of this name in every measuring; nil where nothing is.
    func fault(in measurings: [[Figure]]) -> String? {
      let figures = measurings.compactMap { $0.first { $0.name == name } }
      let ratios = figures.compactMap(\.ratio)
      guard ratios.count == measurings.count, let best = ratios.min() else { return "not measured: \(name)" }
      guard figures.allSatisfy({ $0.digest == digest }) else { return "another answer: \(name)" }
      let change = best / ratio
      guard change > KeptRatios.tolerance else { return nil }
      return String(format: "slower by %.0f %%: ", (change - 1) * 100) + name
    }
  }
}
