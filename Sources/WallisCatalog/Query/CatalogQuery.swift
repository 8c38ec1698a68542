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
  /// Whether of a formula and its mirror that both satisfy the condition only the first in the order is a row.
  package var foldsMirrors = false
  /// Whether rows say which job found them, which takes longer.
  package var showsJobs = false
  let condition: QueryCondition?
  let sort: [(field: QueryField, isDescending: Bool)]

  /// Reads a query.
  ///
  /// - Parameters:
  ///   - text: the condition; empty for all formulas.
  ///   - sort: fields separated by commas, each with `-` before it for falling order: `-delta`.
  ///   - limit: largest number of rows; nil for all.
  ///   - offset: rows to skip.
  ///   - now: the time as text `2026-11-28T10:15:00Z`, which `yesterday` is told from; nil where nobody says.
  /// - Throws: `CatalogError.query` with the place of the mistake.
  package init(
    _ text: String = "", sort: String? = nil, limit: Int? = nil, offset: Int = 0, now: String? = nil
  ) throws(CatalogError) {
    do { condition = try QueryParser.condition(text, now: now) } catch { throw .query(error, text: text) }
    do { self.sort = try CatalogQuery.order(sort ?? "") } catch { throw .query(error, text: sort ?? "") }
    (self.limit, self.offset) = (limit.map { max(0, $0) }, max(0, offset))
  }

  /// The order in words: the same for queries whose rows come in the same order.
  var sortWords: String { sort.map { ($0.isDescending ? "-" : "") + $0.field.name }.joined(separator: ",") }

  private static func order(_ text: String) throws(SyntaxError)
    -> [(field: QueryField, isDescending: Bool)]
  {
    var order: [(field: QueryField, isDescending: Bool)] = []
    for (word, place) in names(text) {
      let isDescending = word.hasPrefix("-") || word.hasPrefix("−")
      let name = String(isDescending || word.hasPrefix("+") ? word.dropFirst() : word[...])
      order.append(
        (try QueryReading.field(name, at: place.upperBound - name.count..<place.upperBound), isDescending))
    }
    return order
  }

  /// The words of a list with commas between them, each with its place.
  fileprivate static func names(_ text: String) -> [(word: String, place: Range<Int>)] {
    guard !text.isEmpty else { return [] }
    var (names, place): ([(word: String, place: Range<Int>)], Int) = ([], 0)
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let start = place + part.prefix { $0 == " " }.count
      let word = part.drop { $0 == " " }.prefix { $0 != " " }
      names.append((String(word), start..<start + word.count))
      place += part.count + 1
    }
    return names
  }
}

extension QueryFieldTable {
  /// The fields that a list of names with commas between them means, as columns of a table.
  ///
  /// - Throws: `CatalogError.query` with the place of the mistake.
  package static func columns(_ text: String) throws(CatalogError) -> [QueryField] {
    var columns: [QueryField] = []
    for (name, place) in CatalogQuery.names(text) {
      do throws(SyntaxError) {
        let field = try QueryReading.field(name, at: place)
        guard field.value != nil else {
          throw SyntaxError(
            "\(name) is for searching only", at: place, remedy: "for example: closedForm,known,note")
        }
        columns.append(field)
      } catch {
        throw .query(error, text: text)
      }
    }
    return columns
  }
}
