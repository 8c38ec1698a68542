internal import GRDB
internal import WallisFormulas

/// Which formulas of the catalog to show, in which order, and how many.
///
///     factorialReduction and delta > 0.9 and denominator.gamma < 0.6
///     class = exponential and (value = 3.14159 or closedForm ~ "pi") and not identified
///
/// Fields are the JSON names, see `QueryFieldTable`. A comparison with something that is not there is false; `= null`
/// asks for that. Without a sort, formulas come in the order of their keys; what a sort leaves equal does too.
package struct CatalogQuery: Sendable {
  /// Largest number of rows; nil for all.
  package var limit: Int?
  /// Rows to skip.
  package var offset: Int
  let condition: QueryCondition?
  let sort: [(field: QueryField, isDescending: Bool)]

  /// Reads a query.
  ///
  /// - Parameters:
  ///   - text: the condition; empty for all formulas.
  ///   - sort: fields separated by commas, each with `-` before it for falling order: `-delta`.
  ///   - limit: largest number of rows; nil for all.
  ///   - offset: rows to skip.
  /// - Throws: `CatalogError.query` with the place of the mistake.
  package init(_ text: String = "", sort: String? = nil, limit: Int? = nil, offset: Int = 0)
    throws(CatalogError)
  {
    do { condition = try QueryParser.condition(text) } catch { throw .query(error, text: text) }
    do { self.sort = try CatalogQuery.order(sort ?? "") } catch { throw .query(error, text: sort ?? "") }
    (self.limit, self.offset) = (limit.map { max(0, $0) }, max(0, offset))
  }

  private static func order(_ text: String) throws(SyntaxError)
    -> [(field: QueryField, isDescending: Bool)]
  {
    var order: [(field: QueryField, isDescending: Bool)] = []
    var place = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) where !text.isEmpty {
      let leading = part.prefix { $0 == " " }.count
      let word = part.drop { $0 == " " }.prefix { $0 != " " }
      let isDescending = word.hasPrefix("-") || word.hasPrefix("−")
      let name = String(isDescending || word.hasPrefix("+") ? word.dropFirst() : word)
      let start = place + leading + (word.count - name.count)
      order.append((try QueryReading.field(name, at: start..<start + name.count), isDescending))
      place += part.count + 1
    }
    return order
  }
}
