/// A value of a file in TOML, as far as settings need it.
enum TOMLValue: Equatable {
  /// A string of any of the four kinds.
  case string(String)
  /// `true` or `false`.
  case bool(Bool)
  /// A number, a date or a time: no setting is one.
  case other(String)
  /// A list.
  case array([TOMLValue])
  /// A table, under a heading or in braces.
  case table(TOMLTable)

  /// The text; nil for anything else.
  var string: String? { if case .string(let text) = self { text } else { nil } }
  /// Whether it is true; nil for anything else.
  var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  /// The values of a list; nil for anything else.
  var array: [TOMLValue]? { if case .array(let values) = self { values } else { nil } }
  /// The table; nil for anything else.
  var table: TOMLTable? { if case .table(let table) = self { table } else { nil } }
}

/// Names and their values, in the order of the file.
struct TOMLTable: Equatable {
  /// Why a name cannot be given a value.
  enum Conflict: Error {
    case standsTwice(String)
    case isNoTable(String)
  }

  /// The names.
  private(set) var keys: [String] = []
  private var values: [String: TOMLValue] = [:]
  /// Whether it had a heading of its own, which may not stand again.
  private var hasHeading = false
  /// Whether it stood in braces: nothing can be added.
  private var isWhole = false

  /// Reads a file in TOML 1.0.
  /// - Throws: a `TOMLReader.Fault` at the first place that is none.
  init(reading text: String) throws(TOMLReader.Fault) {
    var reader = TOMLReader(text)
    self = try reader.document()
  }

  /// An empty table.
  init() {}

  /// The value of a name; nil where it has none.
  subscript(_ name: String) -> TOMLValue? { values[name] }

  /// This table as it stands in braces.
  var whole: TOMLTable {
    var table = self
    table.isWhole = true
    return table
  }

  /// Gives a value to a name in this table or, where the path is longer, in those below it, which are made.
  mutating func set(_ path: ArraySlice<String>, to value: TOMLValue) throws(Conflict) {
    guard let name = path.first else { return }
    guard path.count > 1 else {
      guard values[name] == nil else { throw .standsTwice(name) }
      return put(value, name)
    }
    try within(name) { table throws(Conflict) in try table.set(path.dropFirst(), to: value) }
  }

  /// Makes the table of a heading, or, where `isEntry`, one more table of a list of tables, and gives it what stands below.
  mutating func add(_ path: ArraySlice<String>, isEntry: Bool, _ below: TOMLTable) throws(Conflict) {
    guard let name = path.first else { return }
    guard path.count == 1 else {
      return try within(name) { table throws(Conflict) in
        try table.add(path.dropFirst(), isEntry: isEntry, below)
      }
    }
    var below = below
    below.hasHeading = true
    switch (values[name], isEntry) {
    case (nil, _): put(isEntry ? .array([.table(below)]) : .table(below), name)
    case (.array(let entries), true) where entries.last?.table?.hasHeading == true:
      values[name] = .array(entries + [.table(below)])
    case (.table(var table), false) where !table.hasHeading && !table.isWhole:
      for key in below.keys { try table.set([key], to: below.values[key] ?? .bool(false)) }
      table.hasHeading = true
      values[name] = .table(table)
    default: throw .standsTwice(name)
    }
  }

  /// Changes the table of a name, the last one of a list of tables; one that is not there is made.
  private mutating func within(
    _ name: String, _ change: (inout TOMLTable) throws(Conflict) -> Void
  ) throws(Conflict) {
    switch values[name] {
    case nil:
      var table = TOMLTable()
      try change(&table)
      put(.table(table), name)
    case .table(var table) where !table.isWhole:
      try change(&table)
      values[name] = .table(table)
    case .array(var entries):
      guard case .table(var table)? = entries.last, !table.isWhole else { throw .isNoTable(name) }
      try change(&table)
      entries[entries.count - 1] = .table(table)
      values[name] = .array(entries)
    case .table: throw .standsTwice(name)
    default: throw .isNoTable(name)
    }
  }

  private mutating func put(_ value: TOMLValue, _ name: String) {
    if values.updateValue(value, forKey: name) == nil { keys.append(name) }
  }
}
