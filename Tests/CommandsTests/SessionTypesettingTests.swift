import Foundation
import TestSupport
import Testing

@testable import WallisCommands

@Suite struct SessionTypesettingTests {
  private func formulas(_ lines: String...) -> [String] {
    var typesetter = SessionTypesetter(table: .standard)
    return lines.flatMap { typesetter.formulas(in: $0) }
  }

  @Test func inputsAreFormulas() {
    #expect(formulas("zeta(2) - pi^2/6") == ["\\zeta(2)-\\frac{\\pi^{2}}{6}"])
    let fraction = formulas("K = pcf(2n+1, n^2)", "4/K")
    #expect(fraction.count == 2 && fraction[0].hasPrefix("K = 1 + \\cfrac{1}{3 + \\cfrac{4}{5 + "))
    #expect(fraction[1] == "\\frac{4}{K}")
    #expect(formulas("f(x) = x^2").first == "f(x) = {x}^{2}")
    #expect(
      formulas("search dynamics --degree 1,2 --height 2", "# note", "%", "?pi", "K +", "zta(2)").isEmpty)
  }

  private let folder = NSTemporaryDirectory() + "wallis-typeset-" + UUID().uuidString

  private func session(_ text: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/s.md", atomically: true, encoding: .utf8)
    return folder + "/s.md"
  }

  private static let text = """
    # Of *π* and ζ(3), 50% & more…

    Prose with `code_x` and ε → 0, x ⁻¹, Ω.

    ```wallis
    K = pcf(2n+1, n^2)
    identify 4/K
    plot delta(K)
    plot sin(x) for x in 0..6
    zta(2)
    ```
    """

  @Test func outputsAreTypesetWhenCellsRun() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try session(Self.text)
    let latex = wallis("export", "session", path, "--run", "--format", "latex")
    #expect(
      latex.exit == .done && latex.output.contains("$\\pi$") && latex.output.contains("\\begin{picture}"))
    let html = wallis("export", "session", path, "--run").output
    #expect(html.components(separatedBy: "<svg").count == 3)
    _ = wallis("export", "session", path, "--run", "--output", folder + "/s.ipynb")
    let session = wallis("export", "session", folder + "/s.ipynb", "--format", "session").output
    #expect(session.contains("K = pcf(2n+1, n^2)") && session.contains("closed form  pi"))
    #expect(wallis("run", folder + "/s.ipynb", "--check").exit == .done)
    let inCell = wallis("run", "-", input: "export session \(path) --run")
    #expect(inCell.output.contains("works in a shell only"))
  }

  /// Longer: the programs of others read what is written.
  @Test(.enabled(if: LongSuite.isOn))
  func othersReadTheFormats() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try session(Self.text)
    _ = wallis("export", "session", path, "--run", "--output", folder + "/s.tex")
    _ = wallis("export", "session", path, "--run", "--output", folder + "/s.ipynb")
    let latex = [
      "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-output-directory", folder, "s.tex",
    ]
    try check(latex, "pdflatex", ["pdflatex", "--version"])
    let validate = "import nbformat, sys; nbformat.validate(nbformat.read(sys.argv[1], 4))"
    try check(["python3", "-c", validate, "s.ipynb"], "nbformat", ["python3", "-c", "import nbformat"])
  }

  /// Runs a program where it is installed, else says that it is not.
  private func check(_ words: [String], _ name: String, _ probe: [String]) throws {
    guard try execute(probe).status == 0 else {
      print("\(name) is not installed: what it would read is not checked")
      return
    }
    let end = try execute(words)
    #expect(end.status == 0, "\(end.output.suffix(2000))")
  }

  private func execute(_ words: [String]) throws -> (status: Int32, output: String) {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder)
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
