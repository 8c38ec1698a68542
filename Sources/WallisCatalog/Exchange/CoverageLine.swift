internal import WallisSearch

/// What was covered as a line of the exchange.
enum CoverageLine {
  static let fields =
    "method space depth against digits identify version machine candidates, then reason count pairs"

  static func text(of record: CoverageRecord) -> String {
    var line = ExchangeLine("coverage")
    line.append(record.method)
    line.append(record.space)
    line.append(record.depth)
    line.append(record.against)
    line.append(record.digits)
    line.append(record.identify ? 1 : 0)
    line.append(record.engine.version)
    line.append(record.engine.machine)
    line.append(record.candidates)
    for (reason, count) in record.funnel.sorted {
      line.append(reason)
      line.append(count)
    }
    return line.text
  }

  /// Reads the fields after the first.
  static func record(_ reader: inout ExchangeReader) throws(ExchangeReader.Problem) -> CoverageRecord {
    let (method, space) = (try reader.text(), try reader.text())
    let depths = (n: try reader.integer(), m: try reader.integer())
    let (digits, identify) = (try reader.integer(), try reader.integer() == 1)
    let engine = EngineIdentity(version: try reader.text(), machine: try reader.text())
    let candidates = try reader.integer()
    var funnel = Funnel()
    while !reader.isAtEnd { funnel.add(try reader.text(), try reader.integer()) }
    return CoverageRecord(
      method: method, space: space, depths: depths, digits: digits, identify: identify, engine: engine,
      candidates: candidates, funnel: funnel)
  }
}
