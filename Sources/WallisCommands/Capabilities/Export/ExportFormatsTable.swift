extension ExportFormats {
  /// The formats that come with Wallis. To add one: a type that conforms to `ExportFormat`, and a line here.
  package static let standard = ExportFormats([
    TextExport(), MarkdownExport(), LaTeXExport(), ScriptExport.gp, ScriptExport.mpmath, JSONExport(),
    CSVExport(), BibTeXExport(), GraphExport(),
  ])
}
