/// A comparison of a query as it is asked of a block of rows at once.
protocol BlockLeaf: AnyObject {
  /// The columns that it reads.
  var columns: [StoredColumn] { get }

  /// For each row of the block 1 where the comparison holds for the formula, plus 2 where it does for its mirror;
  /// whether the catalog has them is another question.
  func mask(_ block: ColumnBlock) throws -> [UInt8]
}

/// A comparison of numbers.
final class NumberLeaf: BlockLeaf {
  /// What is asked of a number; of no number only whether it is absent.
  enum Test {
    case isAbsent
    case isPresent
    case compares(QueryComparison, Double)
    case isWithin(Double, Double)
    case isOutside(Double, Double)
  }

  private let column: StoredColumn
  private let test: Test
  private let isOpposite: Bool

  /// - Parameter isOpposite: whether the mirror has the opposite number.
  init(_ column: StoredColumn, _ test: Test, isOpposite: Bool = false) {
    (self.column, self.test, self.isOpposite) = (column, test, isOpposite)
  }

  var columns: [StoredColumn] { [column] }

  func mask(_ block: ColumnBlock) throws -> [UInt8] {
    let numbers = try block.numbers(column)
    guard isOpposite else { return mask(numbers, 3) }
    let (own, mirrored) = (mask(numbers, 1), mask(numbers.map { -$0 }, 2))
    return zip(own, mirrored).map { $0 | $1 }
  }

  private func mask(_ numbers: [Double], _ bits: UInt8) -> [UInt8] {
    switch test {
    case .isAbsent: numbers.map { $0.isNaN ? bits : 0 }
    case .isPresent: numbers.map { $0.isNaN ? 0 : bits }
    case .isWithin(let low, let high): numbers.map { low <= $0 && $0 <= high ? bits : 0 }
    case .isOutside(let low, let high): numbers.map { $0 < low || high < $0 ? bits : 0 }
    case .compares(let comparison, let bound): compared(numbers, comparison, bound, bits)
    }
  }

  private func compared(
    _ numbers: [Double], _ comparison: QueryComparison, _ bound: Double, _ bits: UInt8
  ) -> [UInt8] {
    switch comparison {
    case .equal: numbers.map { $0 == bound ? bits : 0 }
    case .unequal: numbers.map { $0 < bound || bound < $0 ? bits : 0 }
    case .less: numbers.map { $0 < bound ? bits : 0 }
    case .lessOrEqual: numbers.map { $0 <= bound ? bits : 0 }
    case .greater: numbers.map { $0 > bound ? bits : 0 }
    case .greaterOrEqual: numbers.map { $0 >= bound ? bits : 0 }
    case .matches, .has: numbers.map { _ in 0 }
    }
  }
}

/// A comparison of texts, made once for each different text.
final class TextLeaf: BlockLeaf {
  private let column: StoredColumn
  private let absent: UInt8
  private let test: (ArraySlice<UInt8>) -> UInt8
  private var known = CarriedValues<UInt8>()

  /// - Parameters:
  ///   - absent: the bits of a row without text.
  ///   - test: the bits of a text.
  init(_ column: StoredColumn, absent: UInt8 = 0, _ test: @escaping (ArraySlice<UInt8>) -> UInt8) {
    (self.column, self.absent, self.test) = (column, absent, test)
  }

  var columns: [StoredColumn] { [column] }

  func mask(_ block: ColumnBlock) throws -> [UInt8] {
    let texts = try block.texts(column)
    let results = known.values(of: texts.dictionary, test) + [absent]
    return texts.codes.map { results[Int($0)] }
  }
}
