import Foundation
import Testing

/// `run PLAN --for TIME`: an overnight plan in pieces gives what one night would have given.
@Suite struct BatchRunTests {
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

    let running = try wallis.start(["run", file, "--for", "10m"])
    usleep(500_000)
    running.process.terminate()
    let stopped = try running.wait()
    #expect(stopped.exit == 130 || stopped.exit == 0, "\(stopped.error)")

    let last = try wallis.run("run", file, "--for", "10m")
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
}
