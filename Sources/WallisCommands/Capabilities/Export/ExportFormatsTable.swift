extension ExportFormats {
  /// The formats that come with Wallis. To add one: a type that conforms to `ExportFormat`, and a line here.
  /// A format of proofs is here by its own table.
  package static let standard = ExportFormats(
    [
      TextExport(), MarkdownExport(), LaTeXExport(), ScriptExport.gp, ScriptExport.mpmath, JSONExport(),
      JSONLinesExport(), CSVExport(), BibTeXExport(), GraphExport(),
    ] + ProofFormats.standard.all.map { ProofExport($0) })
}
