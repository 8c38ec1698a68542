internal import ArgumentParser
internal import Foundation
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// `search field`: many lines of a field, ranked.
struct SearchFieldVerb: Verb {
  static let declaration = VerbDeclaration(
    "search field", "Walk along many lines of a matrix field, and rank them by δ or by speed.",
    discussion: """
      Every primitive direction with entries from 0 to --height (with --all-signs from -height) is walked from every \
      start. The best directions are refined: sums with their neighbours follow, --refine times. Fractions with their \
      closed forms go into the catalog with the line that they come from; lines whose fractions explode are kept as \
      lines. An interrupted search goes on with `resume`.
      """,
    examples: [
      .init("search field zeta3 --height 4", "the cone of directions that proves ζ(3) irrational"),
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

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    do {
      let (workers, catalog) = (try SearchRun.workers(workers), context.catalogPath(global))
      guard (0...10).contains(refine) else {
        throw Refusal("--refine \(refine)", remedy: "from 0 to 10 rounds")
      }
      let request = try request()
      let search = try Plan(.field(request), limits: PlanLimits(workers: workers))
      if plan { return PlanView(search, workers: workers).reply(unit: "lines") }
      let run = SearchRun(context: context, catalog: catalog, workers: workers)
      let first = try run.start(search)
      var (requests, reply) = ([request], first)
      for _ in 0..<refine {
        guard reply.exit == .done, let next = try refinement(of: requests, catalog) else { break }
        requests.append(next)
        reply = try run.start(try Plan(.field(next), limits: PlanLimits(workers: workers)))
      }
      guard reply.exit == .done, requests.count > 1 else { return reply }
      return FieldSummaryView.joined(first, reply, requests: requests, catalog: catalog)
    } catch let error as SearchError {
      throw Refusal(error)
    }
  }

  private func request() throws -> FieldRequest {
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
      starts: places, height: height, isPositive: !allSigns, depth: depth, isByRate: sort == .rate)
  }

  /// A request for directions around the best; nil when there are none.
  private func refinement(of requests: [FieldRequest], _ catalog: String) throws -> FieldRequest? {
    let lines = try FieldLines(requests, catalog: catalog).ranked
    var directions: [[Int]] = []
    for line in lines where !directions.contains(line.direction) { directions.append(line.direction) }
    let next = FieldRefinement.directions(around: directions)
    guard !next.isEmpty, var request = requests.first else { return nil }
    request.directions = next
    return request
  }
}

/// What lines are ranked by.
enum FieldRanking: String, ExpressibleByArgument, CaseIterable, Sendable {
  case delta, rate
}
