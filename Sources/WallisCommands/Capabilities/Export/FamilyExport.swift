internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas
internal import WallisIdentification

extension ExportSubject {
  /// A family with its generalisations: statements with their evidence.
  init(
    _ family: StoredFamily, _ members: [Family.Member], _ generalisations: [Generalisation],
    literature: @escaping () throws(Refusal) -> any KnownFormulas
  ) {
    let view = FamilyView(family: family)
    let relations = members.map { ($0, view.relation($0), FamilyView.link($0.link)) }
    self.init(
      name: "family", head: ExportSubject.head(family, generalisations),
      statements: relations.map { Statement($0.0.formula, $0.1, isProved: false, remark: $0.2) },
      table: Table(
        [.init("formula"), .init("limit"), .init("link")],
        rows: relations.map {
          [Text("\($0.0.formula)", .formula), Text("\($0.1)", .formula), Text($0.2)]
        }),
      columns: ["a", "b", "limit", "value", "matrix", "link"],
      rows: relations.map { member, limit, link in
        let (sides, matrix) = (member.formula.sides, member.map.entries.map { "\($0)" })
        return [sides.a, sides.b ?? "", "\(limit)", member.value, matrix.joined(separator: " "), link]
      },
      graph: (family.label, members.map { Link($0, label: family.label) }),
      json: ExportSubject.json(view, members, generalisations), literature: literature)
  }

  private static func json(
    _ view: FamilyView, _ members: [Family.Member], _ generalisations: [Generalisation]
  ) -> JSONValue {
    guard case .object(let object) = view.json(members: members) else { return .null }
    let general = GeneralisationView(
      label: view.family.label, limit: view.family.limit, members: members.count, found: generalisations)
    return .object(object + [.init("generalisations", general.array)])
  }

  private static func head(_ family: StoredFamily, _ generalisations: [Generalisation]) -> [String] {
    var lines = [
      "Family of \(family.label)\(family.name.map { " (\($0))" } ?? "")",
      "dynamics: \(family.invariant)",
      "evidence: \(family.checked) formulas compared, \(family.verified) verified, \(family.refuted) refuted",
    ]
    if !family.isNamed {
      lines.append("the limit has no name in the catalog; all are images of that of \(family.label)")
    }
    return lines
      + generalisations.map { "for \(GeneralisationView.parameters($0)): \(statement($0, family.limit))" }
  }

  private static func statement(_ found: Generalisation, _ limit: Expression) -> String {
    let texts = found.lattice.texts
    let limits = GeneralisationView.limit(found, limit).map { "\($0.0) = \($0.1)" }.joined(separator: "; ")
    return "L = pcf(\(texts.a), \(texts.b)), \(limits) [\(found.predictions.count) predictions outside of "
      + "\(found.members.count) members hold to \(Generalisation.digits) digits]"
  }
}

extension ExportSubject.Link {
  /// What a member was compared with, or what it inflates or shifts.
  fileprivate init(_ member: Family.Member, label: String) {
    switch member.link {
    case .checked(let digits):
      self.init(
        from: label, to: "\(member.formula)", label: "\(member.map), \(digits) digits", isExact: false)
    case .exact(let kind, let origin, let shift):
      self.init(
        from: "\(origin)", to: "\(member.formula)", label: kind == .shift ? "shift \(shift)" : "inflation",
        isExact: true)
    }
  }
}
