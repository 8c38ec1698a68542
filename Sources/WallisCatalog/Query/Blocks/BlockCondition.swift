internal import GRDB
internal import WallisFormulas

/// A condition as it is asked of blocks.
indirect enum BlockCondition {
  case all([BlockCondition])
  case any([BlockCondition])
  case not(BlockCondition)
  case leaf(any BlockLeaf)

  /// The columns that it reads.
  var columns: [StoredColumn] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.columns)
    case .not(let part): part.columns
    case .leaf(let leaf): leaf.columns
    }
  }

  /// For each row 1 where the formula satisfies it, plus 2 where its mirror does.
  func mask(_ block: ColumnBlock) throws -> [UInt8] {
    switch self {
    case .all(let parts):
      return try joined(parts, block, isDecided: { !$0.contains { $0 != 0 } }) { $0 & $1 }
    case .any(let parts):
      return try joined(parts, block, isDecided: { $0.allSatisfy { $0 == 3 } }) { $0 | $1 }
    case .not(let part): return try part.mask(block).map { $0 ^ 3 }
    case .leaf(let leaf): return try leaf.mask(block)
    }
  }

  private func joined(
    _ parts: [BlockCondition], _ block: ColumnBlock, isDecided: ([UInt8]) -> Bool,
    _ join: (UInt8, UInt8) -> UInt8
  ) throws -> [UInt8] {
    guard var mask = try parts.first?.mask(block) else { return [] }
    for part in parts.dropFirst() where !isDecided(mask) {
      let next = try part.mask(block)
      for row in mask.indices { mask[row] = join(mask[row], next[row]) }
    }
    return mask
  }
}

/// Makes conditions ready for blocks.
struct BlockConditionReader {
  let db: Database
  let kinds: FormulaKinds
  let blocks: ColumnBlocks

  func condition(_ condition: QueryCondition) throws -> BlockCondition {
    switch condition {
    case .all(let parts): .all(try parts.map(self.condition))
    case .any(let parts): .any(try parts.map(self.condition))
    case .not(let part): .not(try self.condition(part))
    case .compare(let field, let comparison, let literal): .leaf(try leaf(field, comparison, literal))
    }
  }

  private func leaf(
    _ field: QueryField, _ comparison: QueryComparison, _ literal: QueryLiteral
  ) throws -> any BlockLeaf {
    if let style = field.composedStyle { return composed(style, comparison, literal) }
    guard let column = StoredColumnTable.column(sql: field.sql) else {
      return try WrittenField(field, kept: blocks.kept).leaf(
        comparison, literal, blocks: blocks.count, in: db)
    }
    if column.isText { return text(field, column, comparison, literal) }
    if field.kind == .digits, case .text(let digits) = literal {
      return digits.isEmpty ? NumberLeaf(column, .isPresent) : DigitsLeaf(digits, in: db)
    }
    return NumberLeaf(column, number(comparison, literal), isOpposite: field.dependsOnSign)
  }

  private func number(_ comparison: QueryComparison, _ literal: QueryLiteral) -> NumberLeaf.Test {
    switch literal {
    case .missing: comparison == .equal ? .isAbsent : .isPresent
    case .flag(let flag): .compares(.equal, flag == (comparison == .equal) ? 1 : 0)
    case .near(let number, let unit):
      comparison == .equal
        ? .isWithin(number - unit, number + unit) : .isOutside(number - unit, number + unit)
    case .number(let number): .compares(comparison, number)
    case .text, .occurrence, .words: .compares(.matches, 0)
    }
  }

  private func composed(
    _ style: ComposedTexts.Style, _ comparison: QueryComparison, _ literal: QueryLiteral
  ) -> ComposedLeaf {
    let texts = ComposedTexts.kept(style, kinds, in: blocks.kept)
    guard case .text(let text) = literal else {
      let isAbsent = comparison == .equal
      return ComposedLeaf(texts, nil, accepted: !isAbsent, absent: isAbsent)
    }
    let automaton = TextAutomaton(comparison == .matches ? .contains : .equals, text)
    return ComposedLeaf(texts, automaton, accepted: comparison != .unequal)
  }

  private func text(
    _ field: QueryField, _ column: StoredColumn, _ comparison: QueryComparison, _ literal: QueryLiteral
  ) -> TextLeaf {
    let test: (ArraySlice<UInt8>) -> Bool
    switch literal {
    case .missing:
      let isAbsent = comparison == .equal
      return TextLeaf(column, absent: isAbsent ? 3 : 0) { _ in isAbsent ? 0 : 3 }
    case .text(let text):
      let automaton = TextAutomaton(comparison == .matches ? .contains : .equals, text)
      test = { automaton.accepts(automaton.state(automaton.start, after: $0)) != (comparison == .unequal) }
    case .number(let rank):
      test = { word in
        field.words.firstIndex { $0.utf8.elementsEqual(word) }
          .map { comparison.holds(Double($0), rank) } ?? false
      }
    case .flag, .near, .occurrence, .words: test = { _ in false }
    }
    guard let opposite = field.oppositeText else { return TextLeaf(column) { test($0) ? 3 : 0 } }
    return TextLeaf(column) { (test($0) ? 1 : 0) | (test(opposite($0)[...]) ? 2 : 0) }
  }
}

extension QueryField {
  /// How the text of the field is made of other columns; nil for fields that are columns.
  var composedStyle: ComposedTexts.Style? {
    switch sql {
    case "f.key": .key
    case "formulaText(f.key)": .formula
    default: nil
    }
  }

  /// The text of the mirror; nil for fields that do not depend on the sign.
  var oppositeText: ((ArraySlice<UInt8>) -> [UInt8])? {
    guard dependsOnSign else { return nil }
    if kind == .polynomial { return ComposedTexts.negated }
    return { Array(DigitsLeaf.opposite(String(decoding: $0, as: UTF8.self)).utf8) }
  }
}

extension QueryComparison {
  /// Whether the comparison of two numbers holds.
  fileprivate func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .matches, .has: false
    }
  }
}
