internal import WallisCatalog
internal import WallisDocuments

/// What an import or a merge read.
struct ImportView {
  var summary: ImportSummary
  /// What chose the chunks that were searched again; nil where none could be.
  var seed: UInt64?
  /// Files of which nothing was taken, with the reason.
  var refused: [(file: String, reason: Diagnostic)] = []

  var reply: Reply {
    Reply(
      Document(
        [.fields(fields)] + doubts.map { .paragraph(Text($0)) } + refused.map { .diagnostic($0.reason) }),
      json: json, exit: refused.isEmpty ? .done : .badData)
  }

  private var fields: [Field] {
    let fields = [
      Field("formulas", Text(ProgressLine.grouped(summary.formulas), .digits)),
      Field("findings", Text(ProgressLine.grouped(summary.findings), .digits)),
      Field("exclusions", Text(ProgressLine.grouped(summary.exclusions), .digits)),
      Field("notes", Text(ProgressLine.grouped(summary.notes), .digits)),
      Field("covered spaces", Text(ProgressLine.grouped(summary.coverage), .digits)),
    ]
    let families: [Field] =
      summary.families > 0 ? [Field("families", Text(ProgressLine.grouped(summary.families), .digits))] : []
    let proofs: [Field] =
      (summary.proofs > 0 ? [Field("proofs", Text(ProgressLine.grouped(summary.proofs), .digits))] : [])
      + (summary.links > 0 ? [Field("links", Text(ProgressLine.grouped(summary.links), .digits))] : [])
    return fields + families + proofs
  }

  private var json: JSONValue {
    let members: [JSONValue.Member] = [
      .init("formulas", .integer(summary.formulas)), .init("findings", .integer(summary.findings)),
      .init("proofs", .integer(summary.proofs)), .init("proofsLeftOut", .integer(summary.unproved)),
      .init("links", .integer(summary.links)),
      .init("exclusions", .integer(summary.exclusions)), .init("notes", .integer(summary.notes)),
      .init("families", .integer(summary.families)), .init("coverage", .integer(summary.coverage)),
      .init("lowered", .integer(summary.lowered)),
      .init("textsWithoutEnd", .integer(summary.textsWithoutEnd)),
    ]
    guard let seed else { return .object(members) }
    let checks: [JSONValue.Member] = [
      .init("evaluated", .integer(summary.evaluated)),
      .init(
        "recomputed",
        ["chunks": .integer(summary.recomputed.chunks), "members": .integer(summary.recomputed.members)]),
      .init("seed", .integer(Int(clamping: seed))), .init("uncertified", .integer(summary.uncertified)),
      .init("foreign", .integer(summary.foreign)),
      .init(
        "refused",
        .array(
          refused.map {
            [
              "file": .string($0.file), "message": .string($0.reason.message),
              "remedy": .optional($0.reason.remedy),
            ]
          })),
    ]
    return .object(members + checks)
  }

  /// What was checked, and what could not be believed as it was said.
  private var doubts: [String] {
    var doubts: [String] = []
    if summary.evaluated + summary.recomputed.chunks > 0 {
      doubts.append(
        "checked here: \(ProgressLine.counted(summary.evaluated, "finding")) evaluated again, "
          + "\(ProgressLine.counted(summary.recomputed.chunks, "chunk")) of searches with "
          + "\(ProgressLine.counted(summary.recomputed.members, "member")) searched again")
    }
    if summary.uncertified > 0 {
      doubts.append(
        "\(ProgressLine.counted(summary.uncertified, "covered space")) without a certificate: nobody can tell here "
          + "whether all was searched")
    }
    if summary.foreign > 0 {
      doubts.append(
        "\(ProgressLine.counted(summary.foreign, "job")) of another version or on another type of machine: not "
          + "searched again")
    }
    if summary.lowered > 0 {
      doubts.append(
        "\(ProgressLine.counted(summary.lowered, "finding")) with a lower grade now: what nothing here proves is a "
          + "conjecture, and what cannot be compared with its value suspicious")
    }
    if summary.unproved > 0 {
      doubts.append(
        "\(ProgressLine.counted(summary.unproved, "proof")) left out: a step of each does not hold here")
    }
    if summary.textsWithoutEnd > 0 {
      doubts.append("a text of an earlier version has no closing line: nobody can tell whether it is whole")
    }
    return doubts
  }
}
