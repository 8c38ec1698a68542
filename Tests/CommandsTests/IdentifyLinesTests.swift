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

  @Test func anEmptyFileIsBadData() throws {
    #expect(wallis("identify", "--file", "-", input: "# nothing\n\n").exit == .badData)
  }
}
