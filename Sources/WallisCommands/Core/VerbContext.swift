package import WallisDocuments
package import WallisFormulas
internal import WallisMatrixFields
internal import WallisSearch

/// What a verb may use: names and results of the session, files, time, and the ways to report and to be stopped.
package struct VerbContext: Sendable {
  /// Names and results that expressions may use.
  package var workspace: Workspace
  /// The verbs, for help.
  package var table: VerbTable
  /// The kinds of formulas that verbs read, store and show.
  package var kinds = FormulaKinds.standard
  /// Where files are.
  package var locations: Locations
  /// Path of the catalog unless the verb line says otherwise.
  package var catalog: String?
  /// Columns available for output.
  package var width: Int
  /// Requests to stop.
  package var stopRequests: StopRequests
  /// Seconds of a clock that never goes back.
  package var clock: @Sendable () -> Double
  /// Takes the state of long work; cheap enough to be called often.
  package var progress: @Sendable (CellProgress) -> Void
  /// The streams, for the verbs that use them as they go; nil inside a cell.
  package var shell: Shell?
  /// The cheat sheet, made from the notebook's table of keys; nil where there is no notebook.
  package var keys: (@Sendable () -> Document)?

  /// Takes the findings of running searches as they come, with the method; nil where nobody reads them.
  var found: (@Sendable (_ finding: Discovery, _ method: String) -> Void)?
  /// Where what a user has to know at once goes; nil where nobody listens.
  var told: (@Sendable (Document) -> Void)?
  /// The methods of search.
  var methods = SearchMethods.standard
  /// The batch run that searches belong to; nil outside of one.
  var batch: Batch?
  /// For whom the lines of a cell are answered; a line may choose for itself.
  var form = ReplyForm.document
  /// Where verb lines may write.
  var reach = Reach.everywhere
  /// Draws the seed of a check that nobody may foresee: nine decimal digits at most.
  var drawSeed: @Sendable () -> UInt64 = { UInt64.random(in: 1...999_999_999) }
  /// Tables of capabilities that are not the standard ones, by their types.
  private var tables: [ObjectIdentifier: any CapabilityTable] = [:]
  /// What this request has opened.
  var resources = RequestResources()
  /// The user's constants, or why they cannot be read.
  var own: Result<UserConstants, Refusal> = .success(UserConstants())

  /// A context.
  package init(
    workspace: Workspace = Workspace(), table: VerbTable, locations: Locations, catalog: String? = nil,
    width: Int = 80, stopRequests: StopRequests = StopRequests(), clock: @escaping @Sendable () -> Double,
    progress: @escaping @Sendable (CellProgress) -> Void = { _ in }, shell: Shell? = nil,
    keys: (@Sendable () -> Document)? = nil
  ) {
    (self.workspace, self.table, self.locations, self.catalog) = (workspace, table, locations, catalog)
    (self.width, self.stopRequests, self.clock, self.progress) = (width, stopRequests, clock, progress)
    (self.shell, self.keys) = (shell, keys)
    resources = RequestResources(now: shell?.now)
    self.workspace.verbs = table.declarations.map { $0.words[0] }
    readOwnConstants()
  }

  /// The table of a capability.
  subscript<Table: CapabilityTable>(_ type: Table.Type) -> Table {
    get { tables[ObjectIdentifier(type)] as? Table ?? .standard }
    set { tables[ObjectIdentifier(type)] = newValue }
  }

  /// Shows something on standard error at once, where there is one: remarks that a session does not store.
  /// - Parameter isNews: whether a user of a notebook has to know it too.
  func remark(_ document: Document, _ options: GlobalOptions, isNews: Bool = false) {
    guard !options.quiet else { return }
    if isNews { told?(document) }
    guard let shell else { return }
    shell.complain(Presentation(shell, options, isTerminal: shell.errorIsTerminal).render(document))
  }

  /// Path of the catalog that a verb line means.
  func catalogPath(_ options: GlobalOptions) -> String {
    locations.catalog(option: options.catalog ?? catalog)
  }
}

/// A table that one capability reads and that a context may replace, so that a test can have a row more.
protocol CapabilityTable: Sendable {
  /// The table of the program.
  static var standard: Self { get }
}
