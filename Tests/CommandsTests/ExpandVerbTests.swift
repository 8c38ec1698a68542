import Foundation
import Testing

@testable import WallisCommands

/// `expand` as a user types it, and what it says to those who ask wrongly.
@Suite struct ExpandVerbTests {
  /// Euler: e = [2; 1, 2, 1, 1, 4, 1, …]; with the signs −, + the pattern 2k + 3, 2.
  @Test(arguments: [
    (["e", "--terms", "9"], "[2; 1, 2, 1, 1, 4, 1, 1, 6, …]"),
    (["e", "--signs", "-+", "--terms", "6"], "[3; -3, 2, -5, 2, -7, …]"),
    (["-355/113"], "[-4; 1, 6, 16]"),
    (["2.718"], "[2; 1, 2, 1, 1, …]"),
    (["7"], "[7]"),
  ])
  func expansions(_ words: [String], _ expansion: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["expand"] + words) == .done)
    #expect(record.output.contains(expansion), "\(record.output)")
  }

  @Test(arguments: [
    (["2.718", "--terms", "30"], Exit.badData, "4 digits force 5 of the 30 quotients", "about 25 digits"),
    (["e", "--signs", ""], .usage, "the period of signs is empty", "--signs -+"),
    (["e", "--signs", "+x"], .usage, "'x' is no sign", "+ and - only"),
    (["e", "--signs", "-", "--nearest"], .usage, "contradict each other", "leave one"),
    (["e", "--terms", "0"], .usage, "--terms 0", "between 1 and"),
    (["foo"], .usage, "unknown name 'foo'", "assign it first"),
  ])
  func mistakes(_ words: [String], _ exit: Exit, _ message: String, _ remedy: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["expand"] + words) == exit)
    #expect(record.output.isEmpty)
    #expect(record.error.contains(message) && record.error.contains(remedy), "\(record.error)")
  }

  @Test func digitsFromStandardInputAndFiles() throws {
    let digits = "1.43312742672231175831\n71834557759918204315\n"
    let piped = wallis("expand", "-", "--terms", "12", input: digits)
    #expect(piped.exit == .done && piped.output.contains("[1; 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …]"))
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).txt").path
    try Data(digits.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let read = wallis("expand", "--file", path, "--terms", "12")
    #expect(read.exit == .done && read.output == piped.output)
    #expect(wallis("expand", "-", input: "3.14x").exit == .badData)
    #expect(wallis("expand", "--file", path + "x").exit == .badData)
    #expect(wallis("expand").exit == .usage)
  }

  /// cos(pi) is -1, which balls cannot prove: the search for further quotients ends.
  @Test(arguments: [["cos(pi)"], ["sqrt(2)^2", "--signs", "-"], ["sin(pi)", "--nearest"]])
  func numbersThatAreFractionsAsFarAsDigitsShow(_ words: [String]) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["expand"] + words) == .nothing)
    #expect(record.output.contains("where its expansion would end"), "\(record.output)")
  }
}
