import Foundation
import WallisArithmetic

/// Prints the figures and writes them to the file named first; the second argument is the release binary.
@main struct Bench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let report = arguments.first, let wallis = arguments.last else {
      FileHandle.standardError.write(Data("usage: bench REPORT WALLIS\n".utf8))
      exit(2)
    }
    var figures = Kernels.figures()
    figures += try Values.figures()
    figures += try Measurements.figures()
    figures += try Commands(wallis: wallis).figures()
    let text = render(figures)
    print(text)
    try text.write(toFile: report, atomically: true, encoding: .utf8)
    exit(figures.allSatisfy(\.isMet) ? 0 : 1)
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
