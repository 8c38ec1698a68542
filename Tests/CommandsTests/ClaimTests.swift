import Foundation
import Synchronization
import TestSupport
import Testing
import WallisCatalog

@testable import WallisCommands

/// Nothing that is said claims more than is known: digits, reduction, limits of δ, findings and their number.
@Suite struct ClaimTests {

  /// Limits that are 0 have no digits to force. The first of the long ones is the needle of `DigitsTests`, which says
  /// where its digits come from.
  private static let values: [(line: String, exit: Exit, texts: [String])] = [
    (
      "evaluate pcf(1,2^n)", .done,
      ["even depths 1.63835523385747633926678506302", "odd depths 2.12451373692987608428766045844"]
    ),
    ("evaluate pcf(sqrt(2),n^2) --digits 40", .nothing, ["undetermined"]),
    ("evaluate pcf(3n+5,n^4+7n^3-n^2-42n) --digits 20", .done, ["value 0 limit 0, exactly"]),
    (
      "evaluate pcf(-3n^3+8n^2+4n+5,n^8+3n^7+27n^5-46n^4+23n^3+39n^2-22n) --digits 2", .done,
      ["value 0 limit 0, exactly"]
    ),
  ]

  private static let slow: [(line: String, exit: Exit, texts: [String])] = [
    (
      "evaluate pcf(-3n+145976,388911n^3-385243n^2+652726n+687682) --digits 50", .done,
      ["value 145985.20616387385047192178911785838670080498768327", "tail series"]
    )
  ]

  /// Limits of δ are ln|λ₁/λ₂| / (ln|λ₁| + what lcm(1…n)^k and the primes of the coefficients add) − 1, computed by PARI;
  /// exact convergents to depth 6000 come to within 0.007 of each, as 1/n. μ = 1 + 1/δ; for (2n+1)(2x+1) over −n² it is
  /// 2L/(L − 1), L = ln(2x + 1 + 2√(x² + x)).
  private static let measurements: [(line: String, exit: Exit, texts: [String])] = [
    ("10n^2+10n+3,-9n^4", "-0.476505 = log(9)/(log(9)+2)-1"),
    ("12n^2+12n+4,-32n^4", "-0.830088"), ("-17n^2-17n-6,-72n^4", "-0.971938"),
    ("(2n+1)(3n^2+3n+1),-n^6", "-0.426660"), ("(2n+1)(10n^2+10n+4),-64n^6", "-0.759849"),
    ("(2n+1)(12n^2+12n+4),-16n^6", "-0.426660"), ("(2n+1)(5n^2+5n+2),-16n^6", "-0.759849"),
    ("(2n+1)(9n^2+9n+3),27n^6", "-0.558429"), ("3n^2+3n+1,-2n^4", "-0.830088"),
    ("22n+11,n^2", "0.393391"), ("26n+13,n^2", "0.415314"), ("2n+1,6n^2", "-0.733698"),
    ("16,(2n-1)^2", "-1.000000"), ("20,(2n-1)^2", "-1.000000"), ("24,(2n-1)^2", "-1.000000"),
  ].map { ("measure pcf(\($0)) --depth 60 --against 120", .done, ["limit of δ \($1)", "reduction yes"]) }

  /// A limit does not depend on the depth of a measurement.
  private static let depths: [(line: String, exit: Exit, texts: [String])] =
    [50, 100, 150, 200, 500, 700].map {
      (
        "measure pcf(11n^2+11n+3,n^4) --depth \($0)", .done,
        ["limit of δ 0.092159 = (5log(phi)-2)/(5log(phi)+2)", "reduction yes"]
      )
    }
    + [100, 300, 700, 1000].map {
      (
        "measure pcf(34n^3+51n^2+27n+5,-n^6) --depth \($0)", .done,
        ["limit of δ 0.080529", "μ ≤ 1 + 1/δ = 13.4178", "reduction yes"]
      )
    }

  private static let measures: [(line: String, exit: Exit, texts: [String])] =
    [
      (5, "3.5475"), (7, "3.2241"), (9, "3.0597"), (11, "2.9574"), (17, "2.7919"), (25, "2.6869"),
      (41, "2.5871"),
    ].map { ("measure pcf(\($0)(2n+1),-n^2)", .done, ["would prove irrationality, μ ≤ 1 + 1/δ = \($1)"]) }
    + [
      (
        "field walk zeta3 --direction 1,1 --start 1,1", .done,
        ["would prove irrationality, μ ≤ 1 + 1/δ = 13.4178"]
      )
    ]

  /// exp(π√163) = 262537412640768743.99999999999925007…
  private static let verdicts: [(line: String, exit: Exit, texts: [String])] = [
    (
      "verify exp(pi*sqrt(163))=262537412640768744 --digits 25", .nothing,
      ["refuted: the sides differ", "difference -7.50e-13"]
    ),
    ("verify pi+1/10^150=pi --digits 200", .nothing, ["difference", "e-150"]),
    ("verify log(8)-3*log(2)=exp(-2000)", .done, [" decimals"]),
    ("verify 2*3=6", .done, ["proved: by exact arithmetic"]),
    ("verify sqrt(3+2sqrt(2))=1+sqrt(2)", .done, ["proved: algebraic numbers", "(at most 4)"]),
    ("verify 2*cos(2pi/5)=1/phi", .done, ["proved: algebraic numbers"]),
    ("verify -pcf(1,1)=phi", .nothing, ["refuted"]), ("verify -1+pi=pi-1", .done, ["agrees to 100 digits"]),
    ("identify sqrt(3+2sqrt(2))-1-sqrt(2)", .done, ["closed form 0 grade certified"]),
    ("identify zeta(2)-pi^2/6", .done, ["closed form 0 grade conjecture", "decimals agree"]),
    ("identify 0.9999999999", .done, ["closed form 1 grade suspicious", "evidence 9 digits agree"]),
  ]

  @Test(arguments: values + (LongSuite.isOn ? slow : []) + measurements + depths + measures + verdicts)
  func said(_ line: String, _ exit: Exit, _ texts: [String]) {
    let reply = wallis(line.split(separator: " ").map(String.init))
    let said = inOneLine(reply.output)
    #expect(reply.exit == exit, "\(reply)")
    for text in texts { #expect(said.contains(text), "\(line): \(reply)") }
  }

  @Test func theExamplesOfTheHelpAreMeasuredAsTheirLimitsAre() throws {
    let examples = VerbTable.standard.declarations.first { $0.name == "measure" }?.examples ?? []
    let apery = try #require(examples.first { $0.line.contains("-n^6") })
    let reply = wallis(try WordSplitter.words(of: apery.line))
    #expect(inOneLine(reply.output).contains("limit of δ 0.080529"), "\(reply)")
  }

  @Test(
    "a number is named once, however many bases hold it",
    arguments: ["0.3333333333", "0.9999999999", "1.6449"])
  func once(_ digits: String) throws {
    let names = try findings(digits).compactMap { $0["closedForm"] as? String }
    #expect(Set(names).count == names.count && !names.isEmpty, "\(names)")
  }

  @Test("sides that look different have no difference, and those that may be 0 no digits") func sides() {
    #expect(!wallis("verify", "pi = 22/7").output.contains("difference"))
    #expect(!wallis("verify", "log(8)-3*log(2) = exp(-2000)").output.contains("digits"))
  }

  /// Digits of the constants from mpmath 1.3, rounded to as many as are typed.
  @Test(
    "as many digits as are asked for are enough, and one less is not",
    arguments: [
      ("euler", 11, ["0.5772156649", "0.57721566490"]), ("pi", 11, ["3.141592654", "3.1415926536"]),
      ("1/3", 11, ["0.3333333333", "0.33333333333"]),
      ("zeta(3)", 12, ["1.2020569032", "1.20205690316", "1.202056903160"]),
    ])
  func digitsAskedFor(_ name: String, _ needed: Int, _ typed: [String]) throws {
    for digits in typed {
      let finding = try #require(try findings(digits).first, "\(digits)")
      #expect(finding["closedForm"] as? String == name)
      let count = digits.drop { "0.".contains($0) }.count { $0 != "." }
      #expect(finding["grade"] as? String == (count < needed ? "suspicious" : "conjecture"), "\(digits)")
      if count < needed { #expect(finding["reason"] as? String == "surplus is short, need \(needed) digits") }
    }
    // A last digit that does not agree is one that is missing.
    let cut = try findings("3.1415926535").first?["reason"] as? String
    #expect(cut == "surplus is short, need 12 digits")
  }

  private func findings(_ number: String) throws -> [[String: Any]] {
    try #require(try json("identify", number).object["findings"] as? [[String: Any]])
  }
}

/// What is said of a catalog: known formulas, kinds, counts.
@Suite struct CatalogClaimTests {
  private let folder: CatalogVerbTests.Folder

  init() throws { folder = try CatalogVerbTests.Folder(hasCatalog: false) }

  private func run(_ words: String...) -> (exit: Exit, output: String, error: String) {
    wallis(words + ["--catalog", folder.catalog])
  }

  @Test func withoutACatalogKnownFormulasAreKnown() {
    let reply = run("identify", "pcf(2n+1, n^2)")
    #expect(reply.exit == .done && reply.output.contains("Brouncker"), "\(reply)")
    #expect(!FileManager.default.fileExists(atPath: folder.catalog), "looking makes no catalog")
  }

  @Test func aBrokenCatalogIsAnErrorAndNotAnEmptyOne() throws {
    try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: folder.catalog))
    for reply in [run("identify", "pcf(2n+1, n^2)"), run("find", "--constant", "pi")] {
      #expect(reply.exit == .badData && reply.output.isEmpty, "\(reply)")
      #expect(reply.error.contains("it is no SQLite database"), "\(reply)")
    }
  }

  /// Findings of a running search: of `search field` and `search esma` no fractions, which they are not.
  @Test(
    "A running search shows each finding once, as what it is",
    arguments: [
      ("search esma --constant e --height 1 --periods 1..2", ["-+", "[2, 2m+3]"]),
      ("search field zeta3 --height 1 --depth 40", ["field walk zeta3 --start 1,1 --direction 1,1 = "]),
      ("search dynamics --degree 1,0 --height 1 --identify --depth 40 --against 80", []),
      (
        "search series --symbols 0 --bases=-1,1/2 --over 2k+1 --over k+1",
        ["sum(k=0..inf, (-1)^k/(2*k+1)) = pi/4"]
      ),
    ])
  func liveFindings(line: String, parts: [String]) throws {
    let shown = Mutex<[String]>([])
    let interpreter = CellInterpreter(context: .test())
    let finish = interpreter.run(CellRequest(source: line, catalog: folder.catalog)) { event in
      if case .finding(let text) = event { shown.withLock { $0.append(text.string) } }
    }
    #expect(finish.exit == 0)
    let lines = shown.withLock { $0 }
    let findings = try Catalog.open(at: folder.catalog, creating: false).findings()
    #expect(Set(lines).count == lines.count && lines.count == findings.count)
    for finding in findings {
      #expect(lines.contains { $0.hasPrefix("\(finding.formula) = \(finding.closedForm)  ") })
    }
    for part in parts { #expect(lines.contains { $0.contains(part) }, "\(lines)") }
    #expect(!lines.contains { $0.hasPrefix("pcf(field") || $0.hasPrefix("pcf([") })
  }

  @Test(
    "`stored` counts formulas, whatever the method",
    arguments: [
      "search field zeta3 --height 1 --depth 40 --refine 1",
      "search esma --constant e --height 1 --periods 1..2",
      "search series --symbols 0,1 --bases=-1,1/2 --over 2k+1 --over k+1 --depth 40 --against 80",
      "search dynamics --degree 1,0 --height 1 --depth 40 --against 80",
    ])
  func storedFormulas(line: String) throws {
    let words = line.split(separator: " ").map(String.init) + ["--catalog", folder.catalog, "--json"]
    let object = try JSONSerialization.jsonObject(with: Data(wallis(words).output.utf8)) as? [String: Any]
    let statistics = try Catalog.open(at: folder.catalog, creating: false).statistics()
    #expect(try #require(object)["stored"] as? Int == statistics.formulas, "\(object ?? [:])")
  }

  /// 4/(π − 2) = 3 + 3/(5 + 8/(7 + 15/(9 + …))) is Raayoni et al.'s.
  @Test func everyKindIsShownAskedForAndExportedAsItIs() throws {
    let list = "pcf(-2n-3, n^2+2n)\npcf(2, n)\n"
    #expect(wallis("catalog", "import", "-", "--catalog", folder.catalog, input: list).exit == .done)
    #expect(run("field", "walk", "zeta3", "--depth", "40", "--direction", "3,2", "--keep").exit == .done)
    _ = run("search", "esma", "--constant", "e", "--height", "1", "--periods", "1..2")
    _ = run("identify", "--query", "a.degree = 1")
    let line = run("catalog", "show", "line zeta3 - 1,1 3,2")
    #expect(line.exit == .done && line.output.contains("1-1/zeta(3)"), "\(line)")
    let signed = run("catalog", "show", "signed -+ . 2;2,3")
    #expect(signed.exit == .done && signed.output.contains("-+ [2, 2m+3]"), "\(signed)")
    let constant = run("catalog", "query", "a.degree = 0", "--json").output
    #expect(constant.contains("pcf(2, n)") && !constant.contains("line ") && !constant.contains("signed "))
    let latex = run("export", "--format", "latex").output
    for part in [
      #"\text{zeta3}\colon (1,1) + n\,(3,2)"#, #"\frac{4}{\pi-2} &= 3 + \cfrac{3}{5"#,
      #"e-1 &\overset{?}{=} 2 - \cfrac{1}{3 +"#,
    ] {
      #expect(latex.contains(part), "\(part) in \(latex)")
    }
    // What was asked for is written, not its mirror.
    let mirror = run("export", "pcf(-2n-3, n^2+2n)", "--format", "latex").output
    #expect(mirror.contains(#"-\frac{4}{\pi-2} &= -3 + \cfrac{3}{-5 + \cfrac{8}{-7"#), "\(mirror)")
  }
}
