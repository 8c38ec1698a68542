internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `catalog check`: says whether a catalog is what was written.
struct CatalogCheckVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog check", "Read everything in the catalog and say what is damaged.",
    discussion: """
      Pages, schema and checksums of all rows are checked, every key is read, and every closed form is compared with the \
      limit of its formula. The catalog is only read. Exit code 3 where anything is wrong; `catalog salvage` brings what \
      is sound into a new catalog.
      """,
    examples: [
      .init("catalog check", "the usual catalog"),
      .init("catalog check --catalog backup.sqlite", "another one"),
    ])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let path = context.catalogPath(global)
    let health: CatalogHealth
    do { health = try Catalog.check(at: path, kinds: context.kinds) } catch { throw Refusal(error) }
    return CatalogHealthView(health: health).reply
  }
}

/// What a check found.
private struct CatalogHealthView {
  let health: CatalogHealth

  var reply: Reply {
    var json: JSONValue {
      [
        "sound": .bool(health.isSound), "older": .bool(health.isOlder),
        "rows": .object(health.rows.map { .init($0.table, .integer($0.count)) }),
        "damages": .array(health.damages.map(self.json)), "more": .bool(health.isCutOff),
      ]
    }
    return Reply(document, json: json, exit: health.isSound ? .done : .badData)
  }

  private func json(_ damage: CatalogDamage) -> JSONValue {
    ["place": .string(damage.place), "row": .optional(damage.row), "detail": .string(damage.detail)]
  }

  private var document: Document {
    let older: [Block] =
      health.isOlder
      ? [.paragraph("made by an earlier version: its rows have no checksums until something is written")] : []
    guard !health.isSound else {
      let rows = health.rows.filter { $0.count > 0 }
      let fields = rows.map { Field($0.table, Text(ProgressLine.grouped($0.count), .digits)) }
      let sentence = Block.paragraph("everything is as it was written")
      return Document((fields.isEmpty ? [] : [.fields(fields)]) + older + [sentence])
    }
    let table = Table(
      [.init("in"), .init("row"), .init("what is wrong")],
      rows: health.damages.map { [Text($0.place, .name), Text($0.row ?? "–", .formula), Text($0.detail)] },
      caption: health.isCutOff ? "and more" : nil)
    let remedy: Text = "keep the file; " + Text("catalog salvage FILE", .name) + " brings over what is sound"
    return Document([.table(table)] + older + [.paragraph(remedy)])
  }
}
