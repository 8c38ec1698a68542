internal import WallisFormulas

/// A format in which statements are written for papers and other programs.
///
/// To add one: a type that conforms to this protocol, and a line in `ExportFormats.standard`. A format writes every
/// statement, or says in its place why it cannot.
package protocol ExportFormat: Sendable {
  /// The word after `--format`.
  var name: String { get }
  /// What it is, in a few words.
  var summary: String { get }
  /// The whole text, its lines ended.
  ///
  /// - Throws: a `Refusal` for a subject that the format has no form for.
  func text(of subject: ExportSubject) throws(Refusal) -> String
}

/// The formats that `export` knows, passed to it in the context.
package struct ExportFormats: Sendable {
  /// The formats in the order of the help.
  package let all: [any ExportFormat]

  /// A table of formats; names are different.
  package init(_ all: [any ExportFormat]) { self.all = all }

  /// This table with a further format.
  package func adding(_ format: any ExportFormat) -> ExportFormats { ExportFormats(all + [format]) }

  /// The names, for help and for those who mistype one.
  package var names: String { all.map(\.name).joined(separator: ", ") }

  /// The format of a name.
  ///
  /// - Throws: a `Refusal` that lists the names where there is none.
  package func format(named name: String) throws(Refusal) -> any ExportFormat {
    if let format = all.first(where: { $0.name == name }) { return format }
    let nearest = NearestName.nearest(to: name, among: all.map(\.name))
    throw Refusal(
      "there is no format '\(name)'",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "one of: \(names)")
  }
}

extension ExportFormats: CapabilityTable {}

extension VerbContext {
  /// The formats that `export` writes.
  package var exportFormats: ExportFormats {
    get { self[ExportFormats.self] }
    set { self[ExportFormats.self] = newValue }
  }
}
