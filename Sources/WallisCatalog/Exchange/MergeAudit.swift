internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// What another catalog states about its searches, compared with its own certificates and with what comes out here.
///
/// Every row has to be as it was written. The chunks of a certified job have to add up to its exits, to what its
/// certificate says and to what it covered; one chunk in a hundred, at least one, is computed again and has to yield the
/// same. Jobs of an earlier version have no certificate, and those of another engine may differ: they are counted.
struct MergeAudit {
  /// A job that is as it is certified.
  struct CertifiedJob {
    let job: Job
    let record: CoverageRecord
    let certificate: JobCertificate
    let request: any SearchMethod
  }

  private let catalog: Catalog
  private let source: Database
  private let check: MergeCheck
  private(set) var certified: [CertifiedJob] = []
  private(set) var recomputed = (chunks: 0, members: 0)
  private(set) var uncertified = 0
  private(set) var foreign = 0

  init(of catalog: Catalog, _ source: Database, _ check: MergeCheck) {
    (self.catalog, self.source, self.check) = (catalog, source, check)
  }

  /// - Throws: `CatalogError.differs` for the first thing that is not as it should be.
  mutating func run() throws {
    try checkRows()
    for job in try Catalog.jobs(where: "state = 'finished'", in: source) {
      if let job = try certify(job) { certified.append(job) }
    }
    for record in try CoverageRecord.all(in: source) { try compare(record) }
  }

  /// What was seen so far, as the beginning of a summary.
  func summary(evaluated: Int) -> ImportSummary {
    var summary = ImportSummary()
    (summary.recomputed, summary.uncertified) = (recomputed, uncertified)
    (summary.foreign, summary.evaluated) = (foreign, evaluated)
    return summary
  }

  func differs(_ part: String?, _ detail: String) -> CatalogError {
    .differs(path: catalog.path, part: part, detail: detail)
  }

  private func checkRows() throws {
    for name in try CheckedTable.present(in: source) {
      let table = try CheckedTable(name, in: source)
      let key = table.keyColumns.map { "quote(\($0))" }.joined(separator: " || ' ' || ")
      let what = name == "formula" ? "key" : key
      let row = try Row.fetchOne(
        source,
        sql: """
          SELECT \(what), checksum IS NOT \(table.checksum()) FROM \(name)
          WHERE checksum IS NOT \(table.checksum()) OR \(table.isMistyped)
          """)
      guard let row else { continue }
      let (place, isChanged): (String?, Bool) = try (row[0], row[1])
      let fault = isChanged ? "is not what was written" : "holds a value of another kind than belongs there"
      throw differs(nil, "a row of \(name) \(fault): \(place ?? "")")
    }
  }

  // MARK: Jobs

  /// The job where it is certified; nil where it has no certificate, or its method is not known here.
  private mutating func certify(_ job: Job) throws -> CertifiedJob? {
    let store = CertificateStore(source)
    guard let stored = try store.stored(ofJob: job.number),
      let request = try? check.methods.request(of: job)
    else { return nil }
    let name = MergeAudit.name(of: request)
    guard let chunks = try store.chunks(ofJob: job.number) else {
      throw differs(name, "a chunk of it has no certificate")
    }
    let certificate = JobCertificate(job.request, chunkSize: job.chunkSize, engine: job.engine, chunks)
    guard certificate.exits == job.funnel else {
      throw differs(
        name, "its chunks do not add up to its exits: \(job.funnel.difference(certificate.exits))")
    }
    guard certificate.text == stored else {
      throw differs(name, "its chunks are not those that its certificate is about")
    }
    guard chunks.map(\.chunk) == Array(chunks.indices) else { throw differs(name, "it lacks chunks") }
    try recompute(job, request, name, chunks)
    let record = CoverageRecord(
      Coverage(request, candidates: certificate.exits.total), engine: job.engine, funnel: certificate.exits)
    return CertifiedJob(job: job, record: record, certificate: certificate, request: request)
  }

  /// What a message calls a search.
  static func name(of request: any SearchMethod) -> String {
    guard let shard = request.space.shard else { return "\(request.name) \(request.space)" }
    return "shard \(shard) of \(request.name) \(request.space.whole)"
  }

  private mutating func recompute(
    _ job: Job, _ request: any SearchMethod, _ name: String, _ chunks: [ChunkCertificate]
  ) throws {
    guard job.shards == nil else { return }
    guard job.engine == check.engine else { return foreign += 1 }
    let again = try ChunkRecomputation(request, chunkSize: job.chunkSize, resources: check.resources)
    let first = chunks.prefix(again.size.chunks)
    let members = first.reduce(0) { $0.addedClamped($1.funnel.total) }
    guard first.count == again.size.chunks, members == again.size.candidates else {
      throw differs(
        name,
        "\(again.size.candidates) members in \(again.size.chunks) chunks are its first round, and it states "
          + "\(members) in \(first.count)")
    }
    let numbers = ChunkRecomputation.sample(of: first.count, seed: check.seed)
    for result in again.results(ofChunks: numbers, workers: check.workers) {
      try compare(result, with: chunks[result.chunk], name)
      recomputed.chunks += 1
      recomputed.members += result.funnel.total
    }
  }

  private func compare(_ result: ChunkResult, with stated: ChunkCertificate, _ name: String) throws {
    let (own, place) = (
      ChunkCertificate(result), "chunk \(result.chunk), computed again with seed \(check.seed),"
    )
    guard own.funnel == stated.funnel else {
      throw differs(name, "\(place) has other exits: \(stated.funnel.difference(own.funnel))")
    }
    guard own.residue == stated.residue else {
      throw differs(name, "\(place) yields other formulas, digits or closed forms than it certifies")
    }
    for formula in result.formulas {
      guard let row = try catalog.measured(formula.key, in: source) else {
        throw differs(name, "\(place) yields \(formula.key), which is missing")
      }
      guard row.isAsGood(as: formula) else {
        throw differs(name, "\(place) yields other figures for \(formula.key) than the row says")
      }
    }
    let findings = FindingStore(source, catalog.kinds)
    for finding in result.findings {
      guard try findings.finding("\(finding.closedForm)", ofKey: finding.formula.key) != nil else {
        throw differs(name, "\(place) yields \(finding.claim), which is missing")
      }
    }
  }

  // MARK: Coverage

  /// Compares what is said to be covered with the certified jobs that covered it.
  private mutating func compare(_ record: CoverageRecord) throws {
    guard let own = stated(for: record) else { return uncertified += 1 }
    guard own.funnel == record.funnel, own.covered.candidates == record.covered.candidates else {
      throw differs(
        MergeAudit.name(method: record.covered.method, record.covered.space),
        "what it covered is not what its chunks counted: \(record.funnel.difference(own.funnel))")
    }
  }

  private static func name(method: String, _ space: SearchedSpace) -> String {
    space.shard.map { "shard \($0) of \(method) \(space.whole)" } ?? "\(method) \(space)"
  }

  /// The record that certified jobs make: one about the same, or all parts of it together; nil where they are not there.
  private func stated(for record: CoverageRecord) -> CoverageRecord? {
    let own = certified.map(\.record).filter { $0.belongs(toSameWholeAs: record) }
    if let same = own.first(where: { $0.covered.space.shard == record.covered.space.shard }) { return same }
    guard record.covered.space.shard == nil else { return nil }
    let parts = Dictionary(grouping: own.filter { $0.covered.space.shard != nil }) {
      $0.covered.space.shard?.count ?? 0
    }
    for (count, parts) in parts.sorted(by: { $0.key < $1.key }) {
      var seen: Set<Int> = []
      let different = parts.filter { seen.insert($0.covered.space.shard?.index ?? 0).inserted }
      if different.count == count { return record.whole(of: different) }
    }
    return nil
  }
}

extension MeasuredFormula {
  /// Whether a row may stand for a measurement: the same figures, or deeper ones.
  fileprivate func isAsGood(as own: MeasuredFormula) -> Bool {
    guard signs.isSuperset(of: own.signs) else { return false }
    guard (depth, against) == (own.depth, own.against) else {
      return (depth, against) > (own.depth, own.against)
    }
    let (row, other) = (dynamics, own.dynamics)
    guard row.outcome == other.outcome, row.convergence == other.convergence, row.value == other.value,
      row.digits == other.digits, row.reduction == other.reduction || other.reduction == nil
    else { return false }
    return zip(row.metrics, other.metrics).allSatisfy { stated, own in
      guard let stated else { return own.map { !$0.isFinite } ?? true }
      guard let own else { return false }
      return abs(stated - own) <= 1e-7 * max(1, abs(own))
    }
  }
}

extension Dynamics {
  /// Figures whose last bits may differ between machines.
  fileprivate var metrics: [Double?] {
    [
      delta, deltaNaive, deltaPredicted, error?.eta, error?.gamma, error?.beta, denominator?.eta,
      denominator?.gamma, reductionRate, digitsPerTerm,
    ]
  }
}

extension Funnel {
  /// The first exit that two funnels count differently, in words; this one is what is stated.
  func difference(_ own: Funnel) -> String {
    let reasons = Set(counts.keys).union(own.counts.keys).sorted()
    guard let reason = reasons.first(where: { self[$0] != own[$0] }) else { return "the totals" }
    return "\(self[reason]) of '\(reason)' are stated, \(own[reason]) come out"
  }
}

extension MergeAudit {
  /// What a message calls the search of the catalog; nil where it holds several, or none.
  var onlySearch: String? { certified.count == 1 ? MergeAudit.name(of: certified[0].request) : nil }

  /// The certified job that is the shard asked for.
  /// - Throws: `CatalogError.differs` where there is none.
  func job(of part: MergedShard) throws -> CertifiedJob {
    let name = MergeAudit.name(of: part.request)
    let request = try StoredRequest(part.request)
    guard let job = certified.first(where: { $0.job.request == request }) else {
      throw differs(name, "nothing in it certifies that this shard was searched to its end")
    }
    return job
  }
}
