internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification

/// The cores of a request, or of one part of it.
struct SeriesUnits: SearchUnits {
  let request: SeriesRequest
  private let space: SeriesSpace
  /// Numbers of the cores of this part.
  private let cores: Range<Int>
  private let chosen: [Expression]?

  /// Seconds that the sums of a term take, and the lattice of each constant, to 60 digits with R linear.
  /// Measured 2026-11-29 on a shared 2-core x86_64 machine: 25 ms over 1,428 terms and all constants, 2.6 ms over 800
  /// terms and four of them.
  private static let (secondsPerTerm, secondsPerConstant) = (0.002, 0.00018)
  /// Constants where none are chosen, about.
  private static let usualConstants = 130

  init(_ request: SeriesRequest) throws(SearchError) {
    try SeriesUnits.check(request)
    (self.request, space, chosen) = (request, try SeriesSpace(request), try request.expressions())
    guard let shard = request.shard else {
      cores = 0..<space.count
      return
    }
    guard shard.count <= space.count else {
      throw .senseless(
        message: "\(shard.count) shards of \(space.count) terms", remedy: "use at most \(space.count) shards")
    }
    let all = space.count
    func boundary(_ part: Int) -> Int {
      shard.count.dividingFullWidth(all.multipliedFullWidth(by: part)).quotient
    }
    cores = boundary(shard.index - 1)..<boundary(shard.index)
  }

  private static func check(_ request: SeriesRequest) throws(SearchError) {
    guard (0...8).contains(request.degree) else {
      throw .senseless(message: "degree \(request.degree)", remedy: "polynomials of degree 0 to 8")
    }
    guard (40...1000).contains(request.digits) else {
      throw .senseless(message: "\(request.digits) digits", remedy: "between 40 and 1000, 60 as usual")
    }
    guard request.depth >= 8, request.against > request.depth, request.against - request.depth >= 2,
      request.against <= 100_000
    else {
      throw .senseless(
        message: "depth \(request.depth) against \(request.against)",
        remedy: "a depth from 8, the second deeper by 2 or more, to 100000")
    }
  }

  var count: Int { cores.count }
  var members: Int { cores.count }
  var usualChunkSize: Int { max(8, (count - 1) / Plan.mostChunks + 1) }

  /// Candidates of the whole space, whatever its parts: terms with constants.
  var candidates: Int { space.count.multipliedClamped(by: chosen?.count ?? SeriesUnits.usualConstants) }

  func estimate(workers: Int) -> PlanEstimate {
    let scale = Double(request.digits) / 60 * Double(request.degree + 3) / 4
    let constants = Double(chosen?.count ?? SeriesUnits.usualConstants)
    return PlanEstimate(
      seconds: Double(count) * (SeriesUnits.secondsPerTerm + constants * SeriesUnits.secondsPerConstant)
        * scale * scale,
      formulas: count / 16 + 1, workers: workers)
  }

  /// The core with this number within the part; nil where a smaller number of symbols has it.
  func core(at index: Int) -> HypergeometricCore? { space.core(at: cores.lowerBound + index) }

  func work(_ resources: SearchResources, _ counters: SearchCounters) -> @Sendable () -> any ChunkWork {
    let bits = Digits.bits(request.digits) + 64
    let constants =
      chosen.map { SeriesConstants($0, bits: bits) } ?? SeriesConstants(bits: bits)
    let (units, identification) = (self, resources.identification())
    return {
      SeriesWork(
        units: units, constants: constants, identification: identification, known: resources.known,
        counters: counters)
    }
  }

  func figures(of results: JobResults) throws -> SeriesFigures { try SeriesFigures(results) }
}
