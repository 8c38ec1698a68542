internal import GRDB

extension CatalogSchema {
  /// Formulas with their dynamics, findings about them, jobs with chunks and exits, and what was covered.
  ///
  /// A row of `formula` is a mirror pair: `signs` says which of the two are in the catalog. Columns that a kind of
  /// formula has no use for stay null, so that further kinds need no other table.
  static func createFormulasFindingsJobs(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: formulaTable + findingTable + jobTables + coverageTable)
  }

  private static let formulaTable = """
    CREATE TABLE formula (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind <> ''),
      key TEXT NOT NULL UNIQUE CHECK (key <> ''),
      canonicalKey TEXT NOT NULL,
      signs INTEGER NOT NULL CHECK (signs IN (1, 2, 3)),
      status TEXT NOT NULL CHECK (status IN
        ('value', 'rational', 'terminates', 'infinite', 'diverges', 'oscillates', 'undetermined')),
      reason TEXT CHECK ((reason IS NULL) = (status NOT IN ('diverges', 'oscillates', 'undetermined'))),
      class TEXT CHECK (class IN
        ('factorial', 'exponential', 'subexponential', 'powerlaw', 'logarithmic', 'finite')),
      exact TEXT,
      value TEXT,
      number REAL,
      digits INTEGER NOT NULL CHECK (digits >= 0),
      depth INTEGER NOT NULL,
      against INTEGER NOT NULL,
      delta REAL,
      deltaNaive REAL,
      deltaPredicted REAL,
      errorEta REAL,
      errorGamma REAL,
      errorBeta REAL,
      denominatorEta REAL,
      denominatorGamma REAL,
      factorialReduction INTEGER CHECK (factorialReduction IN (0, 1)),
      reductionRate REAL,
      digitsPerTerm REAL
    );

    """

  private static let findingTable = """
    CREATE TABLE finding (
      id INTEGER PRIMARY KEY,
      formula INTEGER NOT NULL REFERENCES formula (id) ON DELETE CASCADE,
      closedForm TEXT NOT NULL CHECK (closedForm <> ''),
      value TEXT NOT NULL,
      grade TEXT NOT NULL CHECK (grade IN ('noise', 'suspicious', 'conjecture', 'certified')),
      digitsSupplied INTEGER NOT NULL,
      digitsConsumed INTEGER NOT NULL,
      surplus INTEGER NOT NULL,
      basesTried INTEGER NOT NULL,
      decoyHits INTEGER NOT NULL,
      residual TEXT NOT NULL,
      known TEXT,
      UNIQUE (formula, closedForm)
    );

    """

  private static let jobTables = """
    CREATE TABLE job (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      method TEXT NOT NULL CHECK (method <> ''),
      request TEXT NOT NULL CHECK (json_valid(request)),
      chunkSize INTEGER NOT NULL CHECK (chunkSize > 0),
      state TEXT NOT NULL CHECK (state IN ('unfinished', 'finished')),
      version TEXT NOT NULL,
      machine TEXT NOT NULL
    );
    CREATE TABLE chunk (
      job INTEGER NOT NULL REFERENCES job (number) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 0),
      PRIMARY KEY (job, number)
    ) WITHOUT ROWID;
    CREATE TABLE discovery (
      job INTEGER NOT NULL REFERENCES job (number) ON DELETE CASCADE,
      finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
      PRIMARY KEY (job, finding)
    ) WITHOUT ROWID;
    CREATE TABLE funnel (
      job INTEGER NOT NULL REFERENCES job (number) ON DELETE CASCADE,
      reason TEXT NOT NULL CHECK (reason <> ''),
      formulas INTEGER NOT NULL CHECK (formulas >= 0),
      PRIMARY KEY (job, reason)
    ) WITHOUT ROWID;

    """

  private static let coverageTable = """
    CREATE TABLE coverage (
      method TEXT NOT NULL,
      space TEXT NOT NULL,
      depth INTEGER NOT NULL,
      against INTEGER NOT NULL,
      digits INTEGER NOT NULL,
      identify INTEGER NOT NULL CHECK (identify IN (0, 1)),
      version TEXT NOT NULL,
      machine TEXT NOT NULL,
      candidates INTEGER NOT NULL,
      funnel TEXT NOT NULL CHECK (json_valid(funnel)),
      PRIMARY KEY (method, space, depth, against, digits, identify, version, machine)
    ) WITHOUT ROWID;
    """
}
