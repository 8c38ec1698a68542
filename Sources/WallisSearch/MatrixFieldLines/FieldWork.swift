internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification
internal import WallisMatrixFields

/// Walks along lines; one per worker thread.
struct FieldWork: ChunkWork {
  /// Digits that a limit is asked to have.
  static let digits = 30

  let units: FieldUnits
  let known: any KnownFormulas
  let counters: SearchCounters
  let identification: Identification

  mutating func take(_ places: Range<Int>, into result: inout ChunkResult) -> Bool {
    result.mayRepeat = true
    for index in places {
      guard counters.interruption < .now else { return false }
      let before = result.findings.count
      result.funnel.add(take(index, into: &result), 1)
      counters.count(formulas: 1, findings: result.findings.count - before)
    }
    return true
  }

  /// Walks along one line; returns how it left.
  private func take(_ index: Int, into result: inout ChunkResult) -> String {
    let (start, direction) = units.place(at: index)
    do {
      let line = try units.line(from: start, along: direction)
      return try take(FieldWalk(line, depth: units.request.depth), along: line, into: &result)
    } catch let error as FieldError {
      return error.isSingular ? FieldExit.singular : FieldExit.refused(error.message)
    } catch let error as ResourceLimit {
      return FieldExit.refused(error.message)
    } catch {
      return FieldExit.refused("\(error)")
    }
  }

  private func take(
    _ walk: FieldWalk, along line: FieldLine, into result: inout ChunkResult
  ) throws -> String {
    let report = walk.limit(digits: FieldWork.digits).map { _ in
      identification.identify(walk.source, suggested: walk.suggestedConstants)
    }
    let own = Formula(Trajectory(line))
    guard let discovery = try LineDiscovery(walk, formula: own, report: report) else {
      return FieldExit.unsettled
    }
    add(discovery, to: &result)
    guard let fraction = walk.readableFraction else {
      return discovery.finding == nil ? FieldExit.unidentified : FieldExit.line
    }
    return take(fraction, of: walk, along: line, discovery, into: &result)
  }

  /// Takes the fraction of a line, which itself was added.
  private func take(
    _ fraction: ContinuedFraction, of walk: FieldWalk, along line: FieldLine, _ discovery: LineDiscovery,
    into result: inout ChunkResult
  ) -> String {
    let (formula, suggested) = (Formula(fraction), walk.suggestedConstants)
    let found: LineDiscovery?
    do {
      let source = NumberSource(limitOf: fraction)
      found = try LineDiscovery(
        walk, formula: formula, report: source.map { identification.identify($0, suggested: suggested) })
    } catch {
      // The line is stored all the same.
      return FieldExit.fractionRefused(error.message)
    }
    guard let found else {
      return discovery.finding == nil ? FieldExit.unidentified : FieldExit.lineAlone
    }
    let match = known.match(formula)
    add(found, known: match?.name, to: &result)
    result.notes.append(ChunkResult.Note(key: found.measured.key, text: "line: \(Trajectory(line))"))
    guard found.finding != nil else { return FieldExit.unidentified }
    return match == nil ? FieldExit.new : FieldExit.known
  }

  private func add(_ discovery: LineDiscovery, known: String? = nil, to result: inout ChunkResult) {
    if !result.formulas.contains(where: { $0.key == discovery.measured.key }) {
      result.formulas.append(discovery.measured)
    }
    guard var finding = discovery.finding, !result.findings.contains(where: { $0.formula == finding.formula })
    else { return }
    finding.known = known
    result.findings.append(finding)
  }
}

/// Names of the exits of a search of lines.
public enum FieldExit {
  /// A fraction with a closed form that is not among the known ones.
  public static let new = "fraction with a closed form, not known"
  /// A fraction that is known.
  public static let known = "fraction with a closed form, known"
  /// A line with a closed form whose fraction explodes.
  public static let line = "line with a closed form, its fraction too long"
  /// A line with a closed form whose fraction has no finite limit.
  public static let lineAlone = "line with a closed form, its fraction without a limit"
  /// A limit without a closed form.
  public static let unidentified = "limit without a closed form"
  /// No limit.
  public static let unsettled = "convergents do not settle"
  /// A line that cannot be walked.
  public static let singular = "line inside a singular hyperplane"

  /// A line that was refused for another reason.
  static func refused(_ reason: String) -> String { "line not walked: \(reason)" }
  /// A line that is stored without the measurement of its fraction.
  static func fractionRefused(_ reason: String) -> String { "fraction of the line not measured: \(reason)" }
}
