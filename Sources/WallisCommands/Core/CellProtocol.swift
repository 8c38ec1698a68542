package import WallisDocuments

/// What a viewer (notebook, repl, `run`) asks of an interpreter process: one cell, with the names it may use.
///
/// It travels as one JSON object on the standard input of `wallis cell`; the answers are `CellEvent`s, one JSON
/// object a line, on its standard output. That process boundary is the only channel between screen and work.
package struct CellRequest: Codable, Sendable, Equatable {
  /// The lines of the cell as typed.
  package var source: String
  /// Assignments of earlier cells, in cell order; a later one of the same name wins.
  package var bindings: [Binding]
  /// Earlier results, for `%` (the last) and `%12`.
  package var results: [NumberedResult]
  /// Number that the first result of this cell gets.
  package var firstResult: Int
  /// Path of the catalog; nil follows the environment.
  package var catalog: String?
  /// Columns available for output.
  package var width: Int
  /// The folder outside of which the lines write nothing; nil where the user answers for them.
  package var folder: String?
  /// Bytes that the process may allocate; nil for as many as there are.
  package var memory: Int?

  /// A request for `source` with the names of earlier cells.
  package init(
    source: String, bindings: [Binding] = [], results: [NumberedResult] = [], firstResult: Int = 1,
    catalog: String? = nil, width: Int = 80
  ) {
    (self.source, self.bindings, self.results) = (source, bindings, results)
    (self.firstResult, self.catalog, self.width) = (firstResult, catalog, width)
  }
}

/// A name and the expression it stands for, as text that the expression grammar reads back.
package struct Binding: Codable, Sendable, Equatable {
  /// The name.
  package var name: String
  /// The expression, without names other than the parameters.
  package var source: String
  /// Names that arguments take the place of; nil where the name stands for a number.
  package var parameters: [String]?

  /// A binding.
  package init(name: String, parameters: [String]? = nil, source: String) {
    (self.name, self.parameters, self.source) = (name, parameters, source)
  }

  /// The name as it is written with its parameters.
  package var signature: String { name + (parameters.map { "(\($0.joined(separator: ", ")))" } ?? "") }
}

/// A numbered result and the expression that recomputes it.
package struct NumberedResult: Codable, Sendable, Equatable {
  /// Number after the percent sign.
  package var number: Int
  /// The expression, without names.
  package var source: String

  /// A numbered result.
  package init(number: Int, source: String) { (self.number, self.source) = (number, source) }
}

/// One message of an interpreter process.
package enum CellEvent: Codable, Sendable, Equatable {
  /// Sampled at most ten times a second while long work runs.
  case progress(CellProgress)
  /// Something that a running search has found; its output says it again.
  case finding(Text)
  /// Something that is good to know and is not stored.
  case remark(Document)
  /// Output of one line of the cell, in order; appended below what is there.
  case output(Document)
  /// Last message: how the cell ended, and the names and results it leaves.
  case finished(CellFinish)
}

/// State of a running search as a viewer shows it.
package struct CellProgress: Codable, Sendable, Equatable {
  /// What runs, for example `search dynamics, job 3`.
  package var title: String
  /// Units done (formulas, usually).
  package var done: Int
  /// Units in all.
  package var total: Int
  /// Units a second; nil until it can be told.
  package var perSecond: Double?
  /// Seconds left; nil until they can be told.
  package var secondsLeft: Double?
  /// Findings so far.
  package var findings: Int
  /// Number of the job in the catalog; nil for work that is none.
  package var job: Int?

  /// A state.
  package init(
    title: String, done: Int, total: Int, perSecond: Double? = nil, secondsLeft: Double? = nil,
    findings: Int = 0, job: Int? = nil
  ) {
    (self.title, self.done, self.total, self.job) = (title, done, total, job)
    (self.perSecond, self.secondsLeft, self.findings) = (perSecond, secondsLeft, findings)
  }
}

/// How a cell ended.
package struct CellFinish: Codable, Sendable, Equatable {
  /// True where a line was refused because it would write outside the folder of the session.
  package var wantsTrust: Bool?
  /// Exit code as of the command line: 0 done, 1 nothing found, 2 usage, 3 bad data, 4 limit, 130 interrupted.
  package var exit: Int32
  /// Assignments made by this cell, in order.
  package var bindings: [Binding]
  /// Results of this cell, numbered from `CellRequest.firstResult`.
  package var results: [NumberedResult]
  /// What it changed in the catalog by hand, in order; nil where it changed nothing.
  package var edits: [CatalogEdit]?
  /// True where a line was refused; nil where none was.
  package var isRefused: Bool?

  /// An end.
  package init(
    exit: Int32, bindings: [Binding] = [], results: [NumberedResult] = [], edits: [CatalogEdit]? = nil
  ) {
    (self.exit, self.bindings, self.results, self.edits) = (exit, bindings, results, edits)
  }
}
