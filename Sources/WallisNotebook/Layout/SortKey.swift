internal import WallisDocuments

/// A cell of a table as something to sort by.
struct SortKey {
  private let text: String
  private let number: Double?

  init(_ text: String) {
    self.text = text
    let figure = text.filter { $0 != "," && $0 != "%" && $0 != "…" }
    number = Double(String(figure.map { $0 == "−" ? "-" : $0 }))
  }

  private func isBefore(_ other: SortKey, asNumber: Bool) -> Bool {
    if asNumber { return (number ?? -.infinity) < (other.number ?? -.infinity) }
    return (text.lowercased(), text) < (other.text.lowercased(), other.text)
  }

  /// Places of the cells of a column in an order: by numbers where all are numbers or empty; equal ones keep their order.
  static func order(of cells: [String], _ order: OutputLook.Order) -> [Int] {
    let keys = cells.map { SortKey($0) }
    let areNumbers = keys.allSatisfy { $0.number != nil || $0.text.isEmpty }
    return keys.indices.sorted { left, right in
      if keys[left].isBefore(keys[right], asNumber: areNumbers) { return order == .ascending }
      if keys[right].isBefore(keys[left], asNumber: areNumbers) { return order == .descending }
      return left < right
    }
  }
}

extension CellOutput {
  /// The first table of fresh output; nil where there is none, and for text that a file stored.
  var table: Table? {
    guard case .live(let documents) = self else { return nil }
    return documents.lazy.flatMap(\.blocks).compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }.first
  }

  /// Fresh output with the rows of its first table in another order; what stands below them stays. Other output is as
  /// it was.
  func sorted(by column: Int, _ order: OutputLook.Order) -> CellOutput {
    guard case .live(var documents) = self else { return self }
    for document in documents.indices {
      for block in documents[document].blocks.indices {
        guard case .table(var table) = documents[document].blocks[block] else { continue }
        let cells = table.rows.map { column < $0.count ? $0[column].string : "" }
        table.rows = SortKey.order(of: cells, order).map { table.rows[$0] }
        documents[document].blocks[block] = .table(table)
        return .live(documents)
      }
    }
    return self
  }
}
