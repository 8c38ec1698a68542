internal import WallisArithmetic

/// The units of a sieve, or of one part of it, with the members that are audited.
struct FactorialUnits: SearchUnits {
  let request: FactorialRequest
  let space: SieveSpace
  /// Numbers of the units of this part.
  private let units: Range<Int>
  /// Numbers of the audited members of the whole space, rising; the same whatever the shards.
  private let audited: [Int]

  /// Members of a space that are measured to judge the sieve: some of each hundred million, within bounds.
  private static func auditSize(_ members: Int) -> Int {
    min(members / 10 + 1, max(400, min(20_000, members / 100_000_000)))
  }
  /// Any fixed number serves.
  private static let seedOfAudit: UInt64 = 1717
  /// Members of a chunk: a few hundredths of a second with the tables, and seconds with what is measured where b splits.
  private static let membersOfChunk = 2.5e8
  /// Measured 2026-11-28 on one shared core: 4·10¹⁰ candidates/s in the sieve of degree 3, height 120; of each b some
  /// 0.3 ms for tables and survivors.
  private static let (secondsPerMember, secondsPerNumerator) = (1e-10, 3e-4)

  init(_ request: FactorialRequest) throws(SearchError) {
    guard request.depth >= 8, request.against > request.depth, request.against - request.depth >= 2,
      request.against <= 100_000
    else {
      throw .senseless(
        message: "depth \(request.depth) against \(request.against)",
        remedy: "a depth from 8, the second deeper by 2 or more, to 100000")
    }
    self.request = request
    space = try request.sieveSpace()
    let all = space.unitCount
    if let shard = request.shard {
      guard shard.count <= all else {
        throw .senseless(
          message: "\(shard.count) shards of \(all) units", remedy: "use at most \(all) shards")
      }
      func boundary(_ part: Int) -> Int {
        shard.count.dividingFullWidth(all.multipliedFullWidth(by: part)).quotient
      }
      units = boundary(shard.index - 1)..<boundary(shard.index)
    } else {
      units = 0..<all
    }
    let permutation = IndexPermutation(count: space.memberCount, seed: FactorialUnits.seedOfAudit)
    let size = FactorialUnits.auditSize(space.memberCount)
    audited = (0..<size).map { permutation[$0] }.sorted()
  }

  var count: Int { units.count }
  var members: Int {
    space.signs * (space.members(before: units.upperBound) - space.members(before: units.lowerBound))
  }
  var usualChunkSize: Int {
    let perUnit = Double(space.memberCount) / Double(space.unitCount)
    let seconds =
      perUnit * FactorialUnits.secondsPerMember
      + FactorialUnits.secondsPerNumerator / Double(space.unitsPerNumerator)
    let usual = Int(
      min(4096, max(1, FactorialUnits.membersOfChunk * FactorialUnits.secondsPerMember / seconds)))
    return max(usual, (count - 1) / Plan.mostChunks + 1)
  }

  func estimate(workers: Int) -> PlanEstimate {
    let share = Double(count) / Double(space.unitCount)
    let seconds =
      share
      * (Double(space.memberCount) * FactorialUnits.secondsPerMember
        + Double(space.numerators.count) * FactorialUnits.secondsPerNumerator)
    return PlanEstimate(
      seconds: seconds, formulas: Int(min(1e9, share * Double(space.numerators.count))) + 100,
      workers: workers,
      memoryPerWorker: ResidueTables.memory + SievePrimes.memory)
  }

  /// The unit with this number within the part.
  func unit(at index: Int) -> SieveSpace.Unit { space.unit(at: units.lowerBound + index) }

  /// Numbers within a unit of its audited members.
  func auditedMembers(ofUnit index: Int) -> [Int] {
    let (first, next) = (
      space.members(before: units.lowerBound + index), space.members(before: units.lowerBound + index + 1)
    )
    var (low, high) = (0, audited.count)
    while low < high {
      let middle = (low + high) / 2
      if audited[middle] < first { low = middle + 1 } else { high = middle }
    }
    return audited[low...].prefix { $0 < next }.map { $0 - first }
  }

  func work(_ resources: SearchResources, _ counters: SearchCounters) -> @Sendable () -> any ChunkWork {
    let (units, request) = (self, request)
    let identifiers = request.identify ? resources.screenedIdentifiers() : nil
    return {
      FactorialWork(
        units: units, known: resources.known, counters: counters,
        measurer: resources.measurer(request.depth, request.against, request.digits),
        identifier: identifiers?())
    }
  }

  func figures(of results: JobResults) throws -> FactorialFigures { try FactorialFigures(self, results) }
}
