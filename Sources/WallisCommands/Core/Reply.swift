package import WallisDocuments

/// What a verb answers: the same content for people and for scripts.
///
/// Of the document and the JSON object only the one that is read is made.
package struct Reply {
  private let makeDocument: () -> Document
  private let makeJSON: () -> JSONValue?
  /// How it ended.
  package var exit: Exit
  /// Expression that recomputes the result, so that `%` can stand for it; nil where there is none.
  package var result: String?
  /// Times, rates and numbers of jobs: shown on standard error, never stored in a session.
  package var remark: Document?
  /// What was changed in the catalog by hand; nil where nothing was.
  package var edit: CatalogEdit?
  /// Whether the findings were sent as they came.
  var isStreamed = false

  /// An answer; `document` and `json` are made when they are read.
  package init(
    _ document: @autoclosure @escaping () -> Document, json: @autoclosure @escaping () -> JSONValue? = nil,
    exit: Exit = .done, result: String? = nil, remark: Document? = nil, edit: CatalogEdit? = nil
  ) {
    (makeDocument, makeJSON, self.exit) = (document, json, exit)
    (self.result, self.remark, self.edit) = (result, remark, edit)
  }

  /// For people.
  package var document: Document { makeDocument() }

  /// For scripts: one object, `schema` its first member; nil for verbs that only talk.
  package var json: JSONValue? { makeJSON()?.withSchema }

  /// The same answer with another document or object.
  func showing(
    _ document: @autoclosure @escaping () -> Document, json: @autoclosure @escaping () -> JSONValue?
  ) -> Reply {
    var reply = Reply(document(), json: json(), exit: exit, result: result, remark: remark, edit: edit)
    reply.isStreamed = isStreamed
    return reply
  }
}
