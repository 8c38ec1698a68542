import Foundation
import Testing

@testable import WallisCommands

@Suite struct FieldVerbTests {
  /// What a verb prints as JSON, without white space.
  private func json(_ words: String...) -> (exit: Exit, output: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(words + ["--json"])
    return (exit, record.output.filter { !$0.isWhitespace })
  }

  @Test func listNamesEveryField() {
    let reply = json("field", "list")
    for name in ["zeta3", "pi-symmetric", "3F2-derived", "pFq", "meijerG", "var-root"] {
      #expect(reply.output.contains("\"name\":\"\(name)\""), "\(name)")
    }
  }

  @Test func showSaysThatTheFieldIsConservative() {
    let reply = json("field", "show", "2F1", "--z", "1/3")
    #expect(reply.exit == .done)
    #expect(reply.output.contains("\"conservative\":true"))
    #expect(reply.output.contains("\"axes\":[\"x0\",\"x1\",\"y0\"],\"rank\":2"))
    #expect(reply.output.contains("\"axis\":\"y0\",\"step\":-1"))
  }

  @Test func walkFindsAperysFraction() {
    let reply = json("field", "walk", "zeta3-library", "--start", "0,0", "--depth", "100")
    #expect(reply.exit == .done)
    #expect(reply.output.contains("\"limit\":\"-0.168092627419292531316873721178\",\"digits\":30"))
    #expect(reply.output.contains("\"a\":\"34n^3+51n^2+27n+5\",\"b\":\"-n^6\""))
    #expect(reply.output.contains("\"closedForm\":\"1/zeta(3)-1\""))
    #expect(reply.output.contains("\"known\":\"Apery\""))
    #expect(reply.output.contains("\"boundary\":0"))
  }

  @Test func valuesMayBeginWithAMinus() {
    let reply = json("field", "walk", "e", "--direction", "-1,1", "--start", "-1,0", "--depth", "60")
    #expect(reply.output.contains("\"closedForm\":\"1/gompertz-1\""))
  }

  @Test func aLongFractionIsKeptAsItsLine() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let catalog = folder.appendingPathComponent("c.sqlite").path
    let reply = wallis(
      "field", "walk", "zeta3", "--direction", "3,2", "--depth", "40", "--keep", "--catalog", catalog)
    #expect(reply.output.contains("kept as   field walk zeta3 --start 1,1 --direction 3,2"))
    #expect(wallis("field", "walk", "pi", "--depth", "40", "--keep", "--catalog", catalog).exit == .done)
    let rows = json("catalog", "query", "status = value", "--catalog", catalog)
    #expect(rows.output.contains("\"key\":\"linezeta3-1,13,2\""))
    #expect(rows.output.contains("\"total\":2"))
    let findings = json("catalog", "findings", "--catalog", catalog)
    #expect(findings.output.contains("\"name\":\"zeta(3)\""))
  }

  @Test(arguments: [
    (
      ["show", "axes x, y; x = [[x, -x], [-y, 2*x+y+2]]; y = [[1+y, -x], [-1-y, x+2*y+1]]"], Exit.badData,
      "differ at x="
    ),
    (["show", "axes x, y; x = [[x]]; y = [[1, 0], [0, 1]]"], .badData, "rank 2"),
    (["show", "zeta4"], .usage, "did you mean"),
    (["walk", "pi", "--direction", "0,0"], .usage, "direction is zero"),
    (["walk", "pi", "--direction", "1,1,1"], .usage, "3 numbers in a field of 2 axes"),
    (["walk", "pi", "--start", "1"], .usage, "start of 1 numbers"),
    (["walk", "pi", "--direction", "1,x"], .usage, "no direction"),
    (["walk", "pi", "--start", "1,y"], .usage, "no fraction"),
    (["walk", "pi", "--depth", "2"], .usage, "between 8"),
    (["walk", "log", "--with", "c7=1"], .usage, "no parameter c7"),
    (["walk", "pi", "--row", "3"], .usage, "from 1 to 1"), (["show", "pFq"], .usage, "needs p and q"),
    (["show", "meijerG", "--p", "1", "--q", "1", "--m", "2", "--n", "0"], .usage, "no function G"),
    (["walk", "zeta3-library", "--start", "0,0", "--depth", "20"], .done, "step 0 is singular"),
  ])
  func mistakes(_ words: [String], _ exit: Exit, _ part: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let status = program.run(["field"] + words)
    #expect(status == exit, "\(words)")
    #expect(
      (record.output + record.error).replacing("\n", with: " ").contains(part),
      "\(record.output)\(record.error)")
  }
}
