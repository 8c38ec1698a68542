public import WallisDocuments

/// What a verb answers: the same content for people and for scripts.
public struct Reply: Sendable, Equatable {
  /// For people.
  public var document: Document
  /// For scripts: one object, `schema` its first member; nil for verbs that only talk.
  public var json: JSONValue? {
    didSet { json = json?.withSchema }
  }
  /// How it ended.
  public var exit: Exit
  /// Expression that recomputes the result, so that `%` can stand for it; nil where there is none.
  public var result: String?
  /// Times, rates and numbers of jobs: shown on standard error, never stored in a session.
  public var remark: Document?
  /// What was changed in the catalog by hand; nil where nothing was.
  public var edit: CatalogEdit?
  /// Whether the findings were sent as they came.
  var isStreamed = false

  /// An answer.
  public init(
    _ document: Document, json: JSONValue? = nil, exit: Exit = .done, result: String? = nil,
    remark: Document? = nil, edit: CatalogEdit? = nil
  ) {
    (self.document, self.json, self.exit) = (document, json?.withSchema, exit)
    (self.result, self.remark, self.edit) = (result, remark, edit)
  }
}
