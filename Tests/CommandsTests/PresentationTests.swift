import Testing
import WallisDocuments

@testable import WallisCommands

@Suite struct PresentationTests {
  private let unicode = ["LC_ALL": "C.UTF-8", "TERM": "xterm"]

  private func styled(_ variables: [String: String], _ color: ColorChoice, terminal: Bool) -> Bool {
    let shell = RecordedShell().shell(variables: variables, terminal: terminal)
    return Presentation(shell, color: color, isTerminal: terminal).styled
  }

  @Test func coloursOnlyWhereTheyAreWelcome() {
    #expect(styled(unicode, .auto, terminal: true))
    #expect(!styled(unicode, .auto, terminal: false))
    #expect(styled(unicode, .always, terminal: false))
    #expect(!styled(unicode, .never, terminal: true))
    #expect(!styled(unicode.merging(["NO_COLOR": "1"]) { $1 }, .auto, terminal: true))
    #expect(!styled(["TERM": "dumb"], .auto, terminal: true))
    #expect(styled(["CLICOLOR_FORCE": "1"], .auto, terminal: false))
  }

  @Test func terminalsWithoutUnicodeGetASCII() {
    let shell = RecordedShell().shell(variables: ["LANG": "C"], terminal: true)
    let document = Document([.paragraph("π")])
    #expect(Presentation(shell, isTerminal: true).render(document) == "pi\n")
    #expect(Presentation(shell, isTerminal: false).render(document) == "π\n")
  }

  @Test func noEscapesReachAPipe() {
    #expect(!wallis("help").output.contains("\u{1B}"))
    #expect(wallis("help", terminal: true).output.contains("\u{1B}"))
  }

  @Test func progressInOneLine() {
    let state = CellProgress(
      title: "search dynamics, job 3", done: 6_000, total: 16_416, perSecond: 2949.6, secondsLeft: 3.5,
      findings: 12)
    #expect(
      ProgressLine.text(state)
        == "search dynamics, job 3: 36% of 16,416, 2,950/s, 4 s left, 12 findings")
    #expect(ProgressLine.duration(7384) == "2 h 3 min")
    #expect(ProgressLine.grouped(-1_234_567) == "-1,234,567")
  }
}
