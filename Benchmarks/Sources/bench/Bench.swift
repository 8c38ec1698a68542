import Foundation
import WallisArithmetic

/// Prints the figures and writes them to the file named first; the second argument is the release binary.
///
/// Names of groups after it restrict what is measured; such a partial report is printed only.
@main struct Bench {
  static let groups: [(name: String, figures: @Sendable (String) throws -> [Figure])] = [
    ("kernels", { _ in Kernels.figures() }),
    ("values", { _ in try Values.figures() }),
    ("measurements", { _ in try Measurements.figures() }),
    ("relations", { _ in try Relations.figures() }),
    ("filter", { try Filter(wallis: $0).figures() }),
    ("esma", { try Esma.figures(wallis: $0) }),
    ("fields", { _ in try Fields.figures() }),
    ("factorial", { _ in try Factorial.figures() }),
    ("proofs", { _ in try Proofs.figures() }),
    // Parts of the full set; alone they take a catalog that is there.
    ("notebook", { try Notebook.figures($0) }),
    ("harvest", { try Harvest.figures($0) }),
    ("commands", { try Commands(wallis: $0).figures() }),
    ("fullset", { try FullSet(wallis: $0).figures() }),
    // Last: starting programs takes long once these have filled the memory.
    ("dataset", { _ in try DataSet.figures() }),
    ("screening", { _ in try Screening.figures() }),
  ]

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2, arguments.dropFirst(2).allSatisfy({ groups.map(\.name).contains($0) }) else {
      let names = groups.map(\.name).joined(separator: "|")
      FileHandle.standardError.write(Data("usage: bench REPORT WALLIS [\(names)] …\n".utf8))
      exit(2)
    }
    let chosen = arguments.dropFirst(2)
    let measured = groups.filter {
      chosen.isEmpty ? !["notebook", "harvest"].contains($0.name) : chosen.contains($0.name)
    }
    func measure() throws -> [Figure] { try measured.flatMap { try $0.figures(arguments[1]) } }
    let figures = try measure()
    let text = render(figures)
    print(text)
    if chosen.isEmpty {
      try (text + attacks(in: arguments[0])).write(toFile: arguments[0], atomically: true, encoding: .utf8)
    }
    if let kept = ProcessInfo.processInfo.environment["WALLIS_BENCH_RATIOS"] {
      exit(try KeptRatios(path: kept).compare(figures, again: measure) ? 0 : 1)
    }
    exit(figures.allSatisfy(\.isMet) ? 0 : 1)
  }

  /// The counts that `attacks.py` wrote at the end of a report; they stay.
  static func attacks(in path: String) -> String {
    let heading = "\n## Attacks\n"
    guard let old = try? String(contentsOfFile: path, encoding: .utf8), let start = old.range(of: heading)
    else { return "" }
    return String(old[start.lowerBound...])
  }

  static func render(_ figures: [Figure]) -> String {
    let versions = arithmeticLibraryVersions().map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    let cores = ProcessInfo.processInfo.activeProcessorCount
    var lines = [
      "# Figures", "", "Machine: \(processor()), \(cores) cores. \(versions). Written by `make bench`.", "",
      "| what | Wallis | beside | digest of the answer | met |", "|---|---|---|---|---|",
    ]
    for figure in figures {
      let met = figure.isMet ? "yes" : "**no**"
      lines.append("| \(figure.name) | \(figure.ours) | \(figure.beside) | \(figure.digest) | \(met) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func processor() -> String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
      ?? "unknown processor"
  }
}
