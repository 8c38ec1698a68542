import Foundation
import Testing

@testable import WallisCommands

/// A file of numbers is answered line by line; what is no number is told and passed over.
@Suite struct IdentifyLinesTests {
  @Test(arguments: [true, false])
  func badLinesAreReportedAndPassedOver(_ isPiped: Bool) throws {
    // Fractions with four digits above and below, 30 digits each, and every tenth line nonsense.
    let lines = (1...300).map { number -> String in
      if number % 10 == 0 { return "rubb(ish \(number)" }
      let (top, bottom) = (1000 + number * 7 % 900, 101 + number % 89)
      var (digits, rest) = ("\(top / bottom).", top % bottom)
      for _ in 0..<30 {
        digits += "\(rest * 10 / bottom)"
        rest = rest * 10 % bottom
      }
      return digits
    }
    let folder = try CatalogVerbTests.Folder()
    let path = folder.path + "/numbers.txt"
    let text = "# numbers\n\n" + lines.joined(separator: "\n") + "\n"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let reply = isPiped ? wallis("identify", "--file", "-", input: text) : wallis("identify", "--file", path)
    let answers = try reply.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(reply.exit == .done && answers.map { $0["input"] as? String } == lines.map { $0 })
    #expect(answers.count { $0["error"] != nil } == 30)
    #expect(answers.count { ($0["findings"] as? [Any])?.isEmpty == false } == 270)
    #expect(
      inOneLine(reply.error).contains("300 lines: 270 with a closed form, 30 lines passed over"),
      "\(reply.error)")
  }

  @Test func theNumberOfWorkersChangesNothing() throws {
    let folder = try CatalogVerbTests.Folder()
    let path = folder.path + "/numbers.txt"
    let lines = (1...150).map { $0 % 7 == 0 ? "1/(\($0)" : "\($0)/7 # \($0)" }
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let replies = ["1", "3"].map { wallis("identify", "--file", path, "--workers", $0) }
    #expect(replies[0].output == replies[1].output && replies[0].error == replies[1].error)
    #expect(replies[0].output.split(separator: "\n").count == 150 && replies[0].exit == .done)
    #expect(wallis("identify", "--file", path, "--workers", "0").exit == .usage)
  }

  /// Bytes that are no UTF-8, an unbalanced line and a blank one stand between numbers; each line is answered in its place.
  @Test func linesThatAreNoTextArePassedOver() throws {
    let folder = try CatalogVerbTests.Folder()
    let path = folder.path + "/numbers.txt"
    var bytes = Array("0.571428571428571428571428571428\n3.14159".utf8) + [0xFF, 0xFE]
    bytes += Array("\n\n1/(\n3.14159265358979323846264338327950288\r\n".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let reply = wallis("identify", "--file", path)
    let answers = try reply.output.split(separator: "\n").map(Self.object)
    let errors = answers.map { ($0["error"] as? [String: Any])?["message"] as? String }
    #expect(answers.count == 4 && errors.map { $0 == nil } == [true, false, false, true])
    #expect(errors[1] == "the line is no UTF-8 text")
    #expect(Self.closedForms(answers[0]) == ["4/7"] && Self.closedForms(answers[3]).first == "pi")
    #expect(inOneLine(reply.error).contains("4 lines: 2 with a closed form, 2 lines passed over"))
  }

  /// The answers are those of `identify` at the scope of the file, which each line and the last remark say.
  @Test func answersAreThoseOfSingleNumbers() throws {
    let numbers = [
      "2.4674011002723396547086227499690377838284248518102",
      "1.9021605823172718293645546372819205463718293746152",
    ]
    let reply = wallis("identify", "--file", "-", input: numbers.joined(separator: "\n"))
    let answers = try reply.output.split(separator: "\n").map(Self.object)
    #expect(answers.map { $0["scope"] as? String } == ["table", "table"])
    #expect(inOneLine(reply.error).contains("searched: the table of"))
    for (number, answer) in zip(numbers, answers) {
      let single = try Self.object(wallis("identify", number, "--scope", "table", "--json").output)
      for key in ["verdict", "digits", "basesTried"] {
        #expect("\(answer[key] ?? 0)" == "\(single[key] ?? 0)", "\(key) of \(number)")
      }
      #expect(Self.closedForms(answer) == Self.closedForms(single))
    }
    #expect(Self.closedForms(answers[0]) == ["pi^2/4"])
    let wider = wallis("identify", "--file", "-", "--scope", "wide", "--budget", "90", input: numbers[1])
    #expect(try Self.object(wider.output)["scope"] as? String == "wide")
    #expect(wallis("identify", "pi", "--wide", "--scope", "table").exit == .usage)
  }

  private static func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private static func closedForms(_ answer: [String: Any]) -> [String] {
    (answer["findings"] as? [[String: Any]] ?? []).compactMap { $0["closedForm"] as? String }
  }

  @Test func anEmptyFileIsBadData() throws {
    #expect(wallis("identify", "--file", "-", input: "# nothing\n\n").exit == .badData)
  }
}
