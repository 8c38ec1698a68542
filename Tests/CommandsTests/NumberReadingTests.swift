import Foundation
import Testing

@testable import WallisCommands

/// Numbers and functions as people and programs write them, as a user of the program sees them.
@Suite struct NumberReadingTests {
  /// Words of a command with `_` for spaces inside them, exit, and what the output contains. Values by PARI and mpmath;
  /// the special points of every function are in the fixture of `FunctionValueTests`.
  @Test(arguments: [
    ("evaluate 1e-3", Exit.done, "1/1000 = 0.001000"), ("evaluate 1e-5", .done, "1/100000 ="),
    ("evaluate 2e3", .done, "2000"), ("evaluate 1e5", .done, "100000"),
    ("evaluate 6E23", .done, "600000000000000000000000"),
    ("evaluate log(1e-100)", .done, "-230.258509299404568401799145468"),
    ("evaluate 1-1e-10", .done, "9999999999/10000000000"),
    ("identify 1-1e-10", .done, "closed form 9999999999/10000000000 grade certified"),
    ("evaluate 2e", .done, "5.43656365691809047072057494271"),
    ("evaluate 3*e+5", .done, "13.1548454853771357060"), ("evaluate 3e+5", .done, "300000"),
    ("evaluate polylog(2,1)", .done, "1.64493406684822643647241516665"),
    ("evaluate polylog(3,1)", .done, "1.20205690315959428539973816151"),
    ("evaluate psi(1,-37/2+sinh(1))", .done, "13.5303270560561874611489711268"),
    ("evaluate psi(5,-5/2)", .done, "15382.1400480263038089989571953"),
    ("evaluate psi(6,-31/9)", .done, "166131.8075218257557"),
    ("evaluate ln(2)", .done, "0.693147180559945309417232121458"), ("evaluate 10!", .done, "3628800"),
    ("evaluate binomial(10,5)", .done, "252"),
    ("evaluate psi(1/4)", .done, "-4.22745353337626540808953014610"),
    ("evaluate digamma(1/4)", .done, "-4.22745353337626540808953014610"), ("evaluate abs(-3)", .done, "3"),
    ("evaluate sin_1", .usage, "sin is a function"), ("evaluate log_2", .usage, "write log(x)"),
    ("evaluate Pi", .usage, "did you mean 'pi'?"), ("evaluate Sin(1)", .usage, "did you mean 'sin'?"),
    ("evaluate 1,000,000", .done, "1000000"), ("evaluate 2(3)", .done, "6"),
    ("evaluate 10^(10^5) --digits 40", .done, "1e100000"),
    ("evaluate 2^(10^5) --digits 5", .done, "9.9900e30102 (an integer of 30103 digits)"),
    ("evaluate pcf(n/2,n)", .done, "0.689696419682660018181731063966"),
    ("evaluate i", .usage, "unknown name 'i'"),
    ("evaluate im(log(-1))", .done, "3.14159265358979323846264338328"),
    ("identify 3.14159_26535_89793_23846", .done, "pi"),
    ("identify 3,_1,_4,_1,_5,_9,_2,_6,_5,_3,_5,_8,_9,_7,_9,_3", .done, "pi"),
    ("identify 3,_1,_4,_1,_5,_9,_2,_6,_5,_3,_5,_8,_9,_7,_9,_3", .done, "read as 3.141592653589793"),
    ("identify 0.314159265358979323846_E1", .done, "pi"),
    ("identify 3.141592653589793238462643383279502884`20.", .done, "pi"),
    ("identify 3.14159265358979323846*^0", .done, "pi"), ("identify 3.14159265358979323846(3)", .done, "pi"),
    ("identify 1.234567890123_E-5", .nothing, "read as 1.234567890123e-5"),
    ("identify sqrt(3+2*sqrt(2))-1-sqrt(2)", .done, "closed form 0 grade certified"),
    ("identify zeta(2)-pi^2/6", .done, "closed form 0 grade conjecture"),
    ("identify 2*0.785398163397448309615660845820", .done, "pi/2"),
    ("identify 2*0.785398163397448309615660845820", .done, "taken as a rounded decimal"),
  ])
  func commands(_ line: String, _ exit: Exit, _ text: String) {
    let reply = wallis(line.split(separator: " ").map { String($0).replacing("_", with: " ") })
    #expect(reply.exit == exit, "\(line): \(reply)")
    #expect(inOneLine(reply.output + reply.error).contains(text), "\(line): \(reply)")
  }

  @Test func linesOfBcAreJoined() {
    let reply = wallis("identify", "3.14159265358979323846264338327950288\\\n41971693993751058209749")
    #expect(reply.exit == .done && reply.output.contains("pi"), "\(reply)")
  }

  @Test func typedDecimalsInsideExpressionsAreNotExact() {
    let reply = wallis("identify", "2*0.785398163397448309615660845820", "--json")
    #expect(!reply.output.contains("certified"))
    #expect(wallis("identify", "2*0.5").output.contains("certified"))
  }

  /// A file for one test.
  private func file(_ text: String) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "numbers-\(UUID().uuidString).txt")
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  @Test func bFilesAreReadWithoutTheirIndex() throws {
    let terms = try file(
      "# A000045\n"
        + zip(0..., [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55]).map { "\($0) \($1)" }.joined(separator: "\n"))
    defer { try? FileManager.default.removeItem(atPath: terms) }
    #expect(wallis("massey", "--file", terms).output.contains("a(n) = a(n-1)+a(n-2)"))
    // A000796: the digits of pi, offset 1.
    let digits = try file(
      zip(1..., "31415926535897932384626433832795").map { "\($0) \($1)" }.joined(separator: "\n"))
    defer { try? FileManager.default.removeItem(atPath: digits) }
    #expect(
      wallis("expand", "--file", digits).output.contains("3; 7, 15, 1, 292"),
      "\(wallis("expand", "--file", digits))")
    let bc = try file("3.14159265358979323846264338327950288\\\n41971693993751058209749\n")
    defer { try? FileManager.default.removeItem(atPath: bc) }
    #expect(wallis("expand", "--file", bc).output.contains("3; 7, 15, 1, 292"))
  }

  @Test func filesOfNumbersAreIdentifiedLineByLine() throws {
    let numbers = try file("3.14159265358979323846\n# a comment\nfoo(\n1/pcf(2n+1, n^2)\n")
    defer { try? FileManager.default.removeItem(atPath: numbers) }
    let reply = wallis("identify", "--file", numbers)
    let lines = reply.output.split(separator: "\n")
    #expect(reply.exit == .done && lines.count == 3, "\(reply)")
    #expect(
      lines[0].contains(#""input":"3.14159265358979323846""#) && lines[0].contains(#""closedForm":"pi""#))
    #expect(lines[1].contains(#""input":"foo(""#) && lines[1].contains(#""error""#))
    #expect(lines[2].contains(#""closedForm":"pi/4""#))
    let piped = wallis("identify", "-", input: "2.71828182845904523536\n")
    #expect(piped.output.contains(#""closedForm":"e""#))
    for word in [numbers, "@" + numbers] {
      #expect(wallis("identify", word).error.contains("--file"))
    }
  }

  @Test func constantsOfSeveralOptionsAreSearched() {
    let reply = wallis(
      "identify", "3.14159265358979323846264338+2*log(2)", "--with", "pi", "--with", "log(2)")
    #expect(reply.output.contains("pi+2log(2)") || reply.output.contains("2log(2)+pi"), "\(reply)")
  }

  /// The known formulas of a number do not depend on how the number is written, nor on a rational factor or a sign
  /// before it: what is sought is told by its value.
  @Test(arguments: [
    ["pi*sqrt(3)", "sqrt(3)*pi", "pi/sqrt(3)"], ["zeta(2)", "pi^2", "pi^2/6"], ["log(3)", "log(9)"],
    ["log(2)", "log(sqrt(2))", "-log(1/2)"], ["lemniscate", "pi/agm(1,sqrt(2))"],
  ])
  func spellingsFindTheSame(_ spellings: [String]) throws {
    let found = spellings.map { spelling in
      wallis(
        "find", "--constant", spelling, "--count", "1", "--catalog", "/nonexistent/c.sqlite", "--json"
      ).output.filter { !$0.isWhitespace }.components(separatedBy: "\"thecatalog\"")[0]
    }
    // What was looked at and what satisfies the demand, but for the closed form in terms of the spelling.
    func told(_ output: String) -> [String] {
      ["\"formula\":", "\"looked\":"].map { key in
        String(output.components(separatedBy: key).dropFirst().first?.prefix { $0 != "," } ?? "none")
      }
    }
    #expect(told(found[0])[1] != "0", "\(found[0])")
    #expect(found.allSatisfy { told($0) == told(found[0]) }, "\(found)")
  }
}

/// Files and lines as people have them: lists of formulas, lines of commands, files that are no sessions.
@Suite struct EverydayInputTests {
  private static let list = "# mine\npcf(2n+1, n^2)\n\nnonsense(3)\npcf(6, (2n-1)^2) # Lange\npcf(2, 0)\n"

  @Test func aListOfFractionsIsMeasuredAndStored() throws {
    let folder = try CatalogVerbTests.Folder()
    let file = folder.path + "/list.txt"
    try "\n\(Self.list.dropFirst(7))".write(toFile: file, atomically: true, encoding: .utf8)
    let reply = wallis("catalog", "import", file, "--catalog", folder.catalog, "--json")
    #expect(reply.exit == .done && reply.output.contains("\"measured\": 2"), "\(reply)")
    #expect(reply.output.contains("\"line\": 4") && reply.output.contains("nonsense"), "\(reply)")
    #expect(reply.output.contains("\"line\": 6"), "\(reply)")
    let shown = wallis("catalog", "show", "pcf(2n+1, n^2)", "--catalog", folder.catalog)
    #expect(shown.exit == .done && shown.output.contains("1.2732395447351626"), "\(shown)")
    let again = wallis("catalog", "import", "-", "--catalog", folder.catalog, input: "pcf(2n+1, n^2)\n")
    #expect(again.exit == .done, "\(again)")
    let all = wallis("catalog", "list", "--json", "--catalog", folder.catalog)
    #expect(all.output.contains("\"total\": 2"), "\(all)")
  }

  @Test func aFileOfNothingIsSaidToBeNeither() throws {
    let folder = try CatalogVerbTests.Folder()
    let reply = wallis("catalog", "import", "-", "--catalog", folder.catalog, input: "hello\npcf(1,1)\n")
    #expect(reply.exit == .badData && reply.error.contains("line 1"), "\(reply)")
    #expect(reply.error.contains("begin with a continued"), "\(reply)")
  }

  @Test func severalFormulasAreExportedTogether() throws {
    let folder = try CatalogVerbTests.Folder()
    let list = "pcf(2n+1, n^2)\npcf(6, (2n-1)^2)\npcf(4, (2n-1)^2)\n"
    _ = wallis("catalog", "import", "-", "--catalog", folder.catalog, input: list)
    _ = wallis("identify", "--query", "a.degree >= 0", "--catalog", folder.catalog)
    let found = wallis("export", "--catalog", folder.catalog)
    try #require(found.exit == .done, "\(found)")
    let two = wallis("export", "pcf(2n+1, n^2)", "pcf(6, (2n-1)^2)", "--catalog", folder.catalog)
    #expect(two.exit == .done && two.output.contains("2n+1") && two.output.contains("pcf(6"), "\(two)")
    #expect(!two.output.contains("pcf(4"))
    let split = wallis("export", "pcf(2n+1,", "n^2)", "--catalog", folder.catalog)
    #expect(split.exit == .done && !split.output.contains("pcf(6"), "\(split)")
  }

  @Test(arguments: ["--json", "--jsonl"])
  func linesOnStandardInputAreAnsweredForScripts(_ flag: String) throws {
    let reply = wallis("run", "-", flag, input: "evaluate 2+2\nx = 3\nx^2\nevaluate nothing\n")
    #expect(reply.exit == .usage)
    let objects = reply.output.replacing("}\n{", with: "}\u{0}{").split(separator: "\u{0}")
    #expect(objects.count == 3, "\(reply)")
    for object in objects {
      let value = try JSONSerialization.jsonObject(with: Data(object.utf8)) as? [String: Any]
      #expect(value?["schema"] as? Int == 2, "\(object)")
    }
    #expect(objects.last?.contains("unknown name 'nothing'") == true)
    if flag == "--jsonl" { #expect(reply.output.split(separator: "\n").count == 3) }
  }

  @Test func aFileWithoutCellsIsSaidToHaveNone() throws {
    let folder = try CatalogVerbTests.Folder()
    let file = folder.path + "/cells.txt"
    try "evaluate pi\n".write(toFile: file, atomically: true, encoding: .utf8)
    let reply = wallis("run", file)
    #expect(reply.exit == .done && reply.output == "evaluate pi\n", "\(reply)")
    #expect(reply.error.contains("no cells"), "\(reply)")
  }

  @Test func aVerbInsideAnExpressionIsCalledOne() {
    let reply = wallis("evaluate", "evaluate pi")
    #expect(reply.exit == .usage && reply.error.contains("evaluate is a verb"), "\(reply)")
    #expect(!reply.error.contains("did you mean"))
  }
}
