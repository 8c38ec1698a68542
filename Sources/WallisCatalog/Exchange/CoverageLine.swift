internal import WallisSearch

/// What was covered as a line of the exchange.
enum CoverageLine {
  static let fields =
    "method space depth against digits identify version machine candidates, then reason count pairs"

  static func text(of record: CoverageRecord) -> String {
    var line = ExchangeLine("coverage")
    let (covered, terms) = (record.covered, record.covered.terms)
    line.append(covered.method)
    line.append(covered.space.description)
    line.append(terms.depth)
    line.append(terms.against)
    line.append(terms.digits)
    line.append(terms.identify ? 1 : 0)
    line.append(record.engine.version)
    line.append(record.engine.machine)
    line.append(covered.candidates)
    for (reason, count) in record.funnel.sorted {
      line.append(reason)
      line.append(count)
    }
    return line.text
  }

  /// Reads the fields after the first.
  static func record(_ reader: inout ExchangeReader) throws(ExchangeReader.Problem) -> CoverageRecord {
    let (method, space) = (try reader.text(), SearchedSpace(parsing: try reader.text()))
    let terms = CoverageTerms(
      depth: try reader.integer(), against: try reader.integer(), digits: try reader.integer(),
      identify: try reader.integer() == 1)
    let engine = EngineIdentity(version: try reader.text(), machine: try reader.text())
    let covered = Coverage(method: method, space: space, terms: terms, candidates: try reader.integer())
    var funnel = Funnel()
    while !reader.isAtEnd { funnel.add(try reader.text(), try reader.count()) }
    return CoverageRecord(covered, engine: engine, funnel: funnel)
  }
}
