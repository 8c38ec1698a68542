internal import ArgumentParser
internal import Foundation
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// `search field`: many lines of a field, ranked.
struct SearchFieldVerb: SearchVerb {
  typealias View = LinesSearchView

  static let declaration = VerbDeclaration(
    "search field", "Walk along many lines of a matrix field, and rank them by δ or by speed.",
    discussion: """
      Every primitive direction with entries from 0 to --height (with --all-signs from -height) is walked from every \
      start. The best directions are refined: sums with their neighbours follow, --refine times. Fractions with their \
      closed forms go into the catalog with the line that they come from; lines whose fractions explode are kept as \
      lines. An interrupted search goes on with `resume`.
      """,
    examples: [
      .init("search field zeta3 --height 4", "the cone of directions in which δ > 0"),
      .init(
        "search field zeta2 --height 3 --starts '1,1; 1,1/2' --depth 150", "ζ(2), and Catalan's constant"),
      .init("search field pi --height 5 --sort rate --refine 0", "the fastest lines of π"),
      .init("search field 2F1 --z -1 --height 2 --plan", "what it would take"),
    ])

  @OptionGroup var options: FieldOptions

  @Option(help: "Largest entry of a direction.")
  var height = 3

  @Option(help: ArgumentHelp("Where lines begin, separated by semicolons.", valueName: "1,1; 1,1/2"))
  var starts: Word?

  @Option(help: "Steps of each walk.")
  var depth = 200

  @Option(help: "delta or rate.")
  var sort: FieldRanking = .delta

  @Option(help: "Rounds of refinement around the best.")
  var refine = 1

  @Flag(help: "Directions with negative entries too.")
  var allSigns = false

  @Option(help: "Worker threads; all cores unless given.")
  var workers: Int?

  @Flag(help: "Say what the search would do and need, without doing it.")
  var plan = false

  @Flag(help: "Search anew although the catalog has this search already.")
  var again = false

  @OptionGroup var global: GlobalOptions

  func request(in context: VerbContext) throws -> FieldRequest {
    guard (0...10).contains(refine) else {
      throw Refusal("--refine \(refine)", remedy: "from 0 to 10 rounds")
    }
    let field = try options.load()
    var definition = options.field.string
    if !field.isBuiltIn, !definition.contains("="),
      let text = try? String(contentsOfFile: definition, encoding: .utf8)
    {
      definition = text
    }
    var shape: [String: Int] = [:]
    for (name, value) in [("m", options.m), ("n", options.n), ("p", options.p), ("q", options.q)] {
      shape[name] = value
    }
    let values = try options.parameters(of: field).filter { $0.key != "z" }
    _ = try? field.values(of: values)
    let places = (starts?.string ?? "").split(separator: ";").map { $0.filter { !$0.isWhitespace } }
    return FieldRequest(
      field: definition, shape: shape, z: try options.z.map { "\(try FieldOptions.rational($0.string))" },
      parameters: values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ","),
      starts: places, height: height, isPositive: !allSigns, depth: depth, isByRate: sort == .rate,
      refinements: refine)
  }
}

/// What lines are ranked by.
enum FieldRanking: String, ExpressibleByArgument, CaseIterable, Sendable {
  case delta, rate
}
