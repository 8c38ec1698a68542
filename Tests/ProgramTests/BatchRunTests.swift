import Foundation
import Testing

/// `run PLAN --for TIME`: an overnight plan in pieces gives what one night would have given.
@Suite(.besideOthers) struct BatchRunTests {
  private let plan = """
    # A plan

    ```wallis
    search dynamics --a '1..2,-3..3' --b '-3..3,-3..3,-3..3' --depth 60 --against 120
    ```

    ```wallis
    search dynamics --degree 0,1 --height 3 --identify
    ```

    """

  @Test func piecesMakeTheWhole() throws {
    let wallis = try WallisProcess()
    let file = wallis.folder.path + "/plan.md"
    try plan.write(toFile: file, atomically: true, encoding: .utf8)
    let first = try wallis.run("run", file, "--for", "0.3s", "--json")
    #expect(first.exit == 0, "\(first.error)")
    #expect(first.output.contains("\"finished\": false"), "\(first.output)")

    let running = try wallis.start(["batch", file, "--for", "10m"])
    usleep(500_000)
    running.process.terminate()
    let stopped = try running.wait()
    #expect(stopped.exit == 130 || stopped.exit == 0, "\(stopped.error)")

    let last = try wallis.run("batch", file, "--for", "10m")
    #expect(last.exit == 0, "\(last.error)")
    #expect(last.output.contains("the plan is finished"), "\(last.output)")
    let again = try wallis.run("run", file, "--for", "10m", "--json")
    #expect(again.exit == 0 && again.output.contains("\"scannedNow\": 0"), "\(again.output)")

    let other = try WallisProcess()
    #expect(try other.run("run", file, "--for", "10m").exit == 0)
    #expect(try wallis.run("catalog", "export").output == other.run("catalog", "export").output)
  }

  @Test func mistakesAreRefused() throws {
    let wallis = try WallisProcess()
    #expect(try wallis.run("run", "nowhere.md", "--for", "8h").exit == 3)
    #expect(try wallis.run("run", "-", "--for", "eight", input: "1\n").exit == 2)
    #expect(try wallis.run("run", "-", "--for", "8h", "--check", input: "1\n").exit == 2)
  }

  @Test("A cell that fails does not end a night; the report tells it, and who asked is told the end")
  func reported() throws {
    let wallis = try WallisProcess()
    let folder = wallis.folder.path
    let plan = """
      ```wallis
      search dynamics --degree 1,2 --height 1 --identify
      ```

      ```wallis
      evaluate pcf(
      ```

      ```wallis
      search dynamics --degree 0,1 --height 2 --identify
      ```
      """
    try plan.write(toFile: folder + "/plan.md", atomically: true, encoding: .utf8)
    let (page, text, told) = ("\(folder)/r.html", "\(folder)/r.md", "\(folder)/told")
    let first = try wallis.run(
      "batch", folder + "/plan.md", "--report", page, "--report", text, "--notify",
      "cat > '\(told)'; echo $WALLIS_BATCH_FAILURES >> '\(told)'")
    #expect(
      first.exit == 2 && first.output.contains("cell 2: ") && first.output.contains("degree 1,2 height 1"))
    #expect(first.output.contains("the plan is finished but for what failed"), "\(first.output)")
    let notice = try String(contentsOfFile: told, encoding: .utf8)
    #expect(notice.contains("cell 2: ") && notice.hasSuffix("1\n"), "\(notice)")
    let report = try String(contentsOfFile: text, encoding: .utf8)
    #expect(report.contains("harvest --since 20") && report.contains("coverage"), "\(report)")
    #expect(try String(contentsOfFile: page, encoding: .utf8).contains("<svg"))
    let again = try wallis.run("batch", "\(folder)/plan.md", "--json")
    #expect(
      again.output.contains("\"found\": 0") && again.output.contains("\"scannedNow\": 0"), "\(again.output)")
  }

  @Test("What a batch cannot do is refused before it begins") func refused() throws {
    let wallis = try WallisProcess()
    let plan = "```wallis\nsearch dynamics --degree 1,1 --height 1\n```\n"
    #expect(try wallis.run("batch", "-", "--for", "eight", input: plan).exit == 2)
    let unwritten = try wallis.run("batch", "-", "--report", "/nowhere/r.md", input: plan)
    #expect(unwritten.exit == 3 && !unwritten.output.contains("degree 1,1"), "\(unwritten)")
    #expect(try wallis.run("batch", "-", input: "no cells\n").exit == 2)
    // The report is there even where the command at the end fails, and reports never replace the plan.
    let told = try wallis.run("batch", "-", "--notify", "exit 3", input: plan)
    #expect(told.exit == 4 && told.output.contains("the plan is finished"), "\(told)")
    #expect(told.output.contains("--notify ended with 3"), "\(told)")
    let file = wallis.folder.path + "/plan.md"
    try plan.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try wallis.run("batch", file, "--report", file).exit != 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == plan)
  }
}
