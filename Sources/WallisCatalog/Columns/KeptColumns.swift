internal import Synchronization

/// Columns of packed blocks as they were read, for whoever asks about the same catalog again and again: the next question
/// does not unpack them anew. They are those of one moment of the catalog; whoever keeps them drops them with it.
///
/// The columns that were used last stay as long as all together are below `limit` bytes.
final class KeptColumns: Sendable {
  /// The values of one column in one block.
  enum Values: Sendable {
    case numbers([Double])
    case texts(TextColumn)

    /// Bytes in memory, roughly.
    fileprivate var size: Int {
      switch self {
      case .numbers(let numbers): 8 * numbers.count
      case .texts(let texts):
        2 * texts.codes.count + texts.dictionary.bytes.count + 4 * texts.dictionary.count
      }
    }
  }

  private struct Column {
    var values: [Int: Values] = [:]
    var size = 0
    var lastUse = 0
  }

  private struct Kept {
    var columns: [Int: Column] = [:]
    var best: BestFindings?
    var others: [String: any AnyObject & Sendable] = [:]
    var uses = 0
  }

  private let limit: Int
  private let kept = Mutex(Kept())

  /// - Parameter limit: bytes; one column stays in any case.
  init(limit: Int) { self.limit = limit }

  /// Room for as much, with nothing in it.
  var emptied: KeptColumns { KeptColumns(limit: limit) }

  /// The values of a column in a block; nil where they are not kept.
  func values(_ column: StoredColumn, block: Int) -> Values? {
    kept.withLock { kept in
      guard let values = kept.columns[column.number]?.values[block] else { return nil }
      kept.uses += 1
      kept.columns[column.number]?.lastUse = kept.uses
      return values
    }
  }

  /// Keeps the values of a column in a block.
  func keep(_ values: Values, _ column: StoredColumn, block: Int) {
    kept.withLock { kept in
      kept.uses += 1
      var grown = kept.columns.removeValue(forKey: column.number) ?? Column()
      grown.size += values.size - (grown.values.updateValue(values, forKey: block)?.size ?? 0)
      grown.lastUse = kept.uses
      kept.columns[column.number] = grown
      while kept.columns.count > 1, kept.columns.values.reduce(0, { $0 + $1.size }) > limit {
        guard let oldest = kept.columns.min(by: { $0.value.lastUse < $1.value.lastUse }) else { break }
        kept.columns[oldest.key] = nil
      }
    }
  }

  /// Something else that was found from the columns, by a name of its own; made by whoever asks first.
  func other<Value: AnyObject & Sendable>(_ name: String, _ make: () -> Value) -> Value {
    if let known = kept.withLock({ $0.others[name] }) as? Value { return known }
    let value = make()
    kept.withLock { $0.others[name] = value }
    return value
  }

  /// What the best findings say, read once.
  func bestFindings(_ read: () throws -> BestFindings) throws -> BestFindings {
    if let best = kept.withLock(\.best) { return best }
    let best = try read()
    kept.withLock { $0.best = best }
    return best
  }
}
