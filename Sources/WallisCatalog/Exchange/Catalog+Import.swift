package import WallisSearch

/// What an import added.
package struct ImportSummary: Sendable {
  /// Lines of formulas read; those that were there already are merged.
  package var formulas = 0
  /// Lines of findings read.
  package var findings = 0
  /// Proofs read that hold here.
  package var proofs = 0
  /// Proofs left out, because a step of theirs does not hold here.
  package var unproved = 0
  /// Links read; the certificate of each was checked.
  package var links = 0
  /// Lines of exclusions read: relations that a limit does not satisfy.
  package var exclusions = 0
  /// Lines of notes read.
  package var notes = 0
  /// Families read.
  package var families = 0
  /// Lines of coverage read.
  package var coverage = 0
  /// Findings whose grade was lowered, because nothing here proves them.
  package var lowered = 0
  /// Findings of which formula and closed form were evaluated again.
  package var evaluated = 0
  /// Chunks of searches that were computed again and came out the same, and their members.
  package var recomputed = (chunks: 0, members: 0)
  /// Covered spaces without a certificate: of an earlier version, or merged before.
  package var uncertified = 0
  /// Searches by another version or on another type of machine, which cannot be computed again here.
  package var foreign = 0
  /// Texts of version 0.1, which have no closing line: nobody can tell whether they are whole.
  package var textsWithoutEnd = 0

  /// Nothing was added.
  package init() {}

  /// Adds what another import added.
  package mutating func add(_ other: ImportSummary) {
    formulas += other.formulas
    findings += other.findings
    proofs += other.proofs
    links += other.links
    unproved += other.unproved
    exclusions += other.exclusions
    notes += other.notes
    families += other.families
    coverage += other.coverage
    lowered += other.lowered
    textsWithoutEnd += other.textsWithoutEnd
    evaluated += other.evaluated
    recomputed = (recomputed.chunks + other.recomputed.chunks, recomputed.members + other.recomputed.members)
    uncertified += other.uncertified
    foreign += other.foreign
  }
}

extension Catalog {
  /// Adds what `exportText` wrote, all or nothing. Importing twice, or several files in any order, gives the same.
  ///
  /// Every line is compared with what is known: see `ImportCheck`. What is added is marked as imported; what was measured
  /// or found here stays before it.
  ///
  /// - Parameters:
  ///   - verifier: evaluates the formula of every finding; nil where values are compared as they are stated.
  ///   - nextLine: the lines one after the other without their ends; nil after the last.
  /// - Throws: `CatalogError.badLine` with the number of the first line that cannot be read or cannot be true,
  ///   `incomplete` for a text that was cut or changed; then nothing was added.
  package func importText(
    verifier: FindingVerifier? = nil, from nextLine: () throws -> String?
  ) throws(CatalogError) -> ImportSummary {
    try write { db in
      var run = ImportRun(db, kinds, verifier)
      while let line = try nextLine() { try run.take(line) }
      return try run.finish()
    }
  }

  /// Adds what `exportText` wrote, from text in memory.
  package func importText(_ text: String) throws(CatalogError) -> ImportSummary {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    if lines.last?.isEmpty == true { lines.removeLast() }
    return try importText { lines.popFirst().map { String(Substring($0)) } }
  }
}
