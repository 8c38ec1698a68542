internal import Synchronization
internal import WallisCatalog
internal import WallisFormulas
internal import WallisIdentification
internal import WallisSearch

extension MergeCheck {
  /// The check of this program, with the methods and known formulas that it searches with.
  ///
  /// - Parameters:
  ///   - seed: chooses what is computed again; nil draws one.
  ///   - workers: threads.
  /// - Throws: a `Refusal`.
  init(_ context: VerbContext, seed: UInt64?, workers: Int) throws(Refusal) {
    var resources = SearchResources(known: try context.knownFormulas())
    // Prepared once for all catalogs, and only where one holds something to identify.
    let prepared = PreparedIdentification()
    resources.identification = { prepared.value }
    self.init(
      engine: .current, resources: resources, seed: seed ?? context.drawSeed(), workers: workers)
    methods = context.methods
  }
}

/// A search for closed forms that is prepared when it is first asked for.
private final class PreparedIdentification: Sendable {
  private let prepared = Mutex<Identification?>(nil)

  var value: Identification {
    prepared.withLock { prepared in
      let value = prepared ?? Identification()
      prepared = value
      return value
    }
  }
}
