import Foundation
import Testing

@Suite struct StreamTests {
  private let wallis: WallisProcess

  init() throws { wallis = try WallisProcess() }

  @Test func exitCodesOfTheInterface() throws {
    #expect(try wallis.run("evaluate", "pi").exit == 0)
    #expect(try wallis.run("identify", "1.2533").exit == 1)
    #expect(try wallis.run("evalute", "pi").exit == 2)
    #expect(try wallis.run("evaluate", "2+*3").exit == 2)
    #expect(try wallis.run("run", "no-such-file.md").exit == 3)
    #expect(try wallis.run("evaluate", "pi", "--digits", "1000000000").exit == 4)
  }

  @Test func answersGoToOutputAndMistakesToError() throws {
    let answer = try wallis.run("evaluate", "pcf(6, (2n-1)^2)", "--digits", "50")
    // 3 + π, digits of π from Abramowitz & Stegun, table 1.1.
    #expect(answer.output.contains("6.1415926535897932384626433832795028841971693993751"))
    #expect(answer.error.isEmpty)
    let mistake = try wallis.run("evaluate", "2+zta(3)")
    #expect(mistake.output.isEmpty)
    #expect(mistake.error.contains("\n    ^^^\n"))
  }

  @Test func noEscapesReachAPipeUnlessAskedFor() throws {
    #expect(try !wallis.run("identify", "pcf(2n+1, n^2)").output.contains("\u{1B}"))
    #expect(try wallis.run("identify", "pcf(2n+1, n^2)", "--color", "always").output.contains("\u{1B}["))
    let ascii = try wallis.run("measure", "pcf(2n+1, n^2)", "--ascii").output
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
  }

  /// On a device that takes nothing.
  @Test(arguments: [["catalog", "export"], ["evaluate", "pi"], ["run", "s.md"]])
  func anOutputThatCannotBeWrittenIsSaid(_ words: [String]) throws {
    try wallis.write("s.md", "```wallis\n1+1\n```\n")
    _ = try wallis.run("catalog", "import", "-", input: "pcf(2n+1, n^2)\n")
    let full = try wallis.shell("\"$WALLIS\" \(words.joined(separator: " ")) > /dev/full")
    #expect(full.exit == 4 && full.error.contains("standard output cannot be written"), "\(full)")
  }

  @Test func titlesOfFramesCommandNoTerminal() throws {
    let play = try wallis.run("notebook", "--keys", "-", input: "frame a\u{1B}[31m\u{9B}2J\n")
    #expect(play.exit == 0 && play.output.contains("=== a\u{FFFD}[31m\u{FFFD}2J ("), "\(play)")
    #expect(!play.output.contains("\u{1B}") && !play.output.contains("\u{9B}"))
  }

  @Test func versionNamesTheLibraries() throws {
    let version = try wallis.run("--version").output
    for name in ["wallis", "GMP", "MPFR", "FLINT", "Arb", "SQLite"] { #expect(version.contains(name)) }
  }

  @Test func theLogKeepsWhatWasAskedAndAnswered() throws {
    var wallis = wallis
    let log = wallis.folder.path + "/wallis.log"
    wallis.variables["WALLIS_LOG"] = log
    #expect(try wallis.run("evaluate", "1+1").output.contains("2"))
    let request = #"{"source":"2+3","bindings":[],"results":[],"firstResult":1,"width":80}"#
    #expect(try wallis.run("cell", input: request).exit == 0)
    #expect(try wallis.run("evaluate", "zta(3)").exit == 2)
    let text = try String(contentsOfFile: log, encoding: .utf8)
    for part in [
      #"words ["evaluate", "1+1"]"#, "exit 0 after", "request {", "event {", "refused {", "exit 2 after",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
    wallis.variables["WALLIS_LOG"] = wallis.folder.path + "/none/wallis.log"
    let run = try wallis.run("evaluate", "1+1")
    #expect(run.exit == 0 && run.error.contains("WALLIS_LOG") && run.output.contains("2"))
  }

  @Test func rubbishIsNoSession() throws {
    let file = wallis.folder.path + "/rubbish.md"
    try Data([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x00, 0xFF]).write(to: URL(fileURLWithPath: file))
    let run = try wallis.run("run", file)
    #expect(run.exit == 3 && run.error.contains("line 1"))
  }

  @Test func anUnwritableCatalogLosesNothing() throws {
    let run = try wallis.run(
      "search", "dynamics", "--degree", "0,0", "--height", "1", "--catalog", "/proc/catalog.sqlite")
    #expect(run.exit == 3 && run.error.contains("error:"))
  }
}
