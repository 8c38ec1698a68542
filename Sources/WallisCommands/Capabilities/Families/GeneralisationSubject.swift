internal import WallisArithmetic
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas

/// Formulas of the catalog that are to be generalised.
struct GeneralisationSubject {
  /// What their limits are images of, in words.
  var label: String
  /// What the label names.
  var limit: WallisFormulas.Expression
  var members: [GeneralisationMember]
  /// Encloses the constant; nil for quadratic irrationals.
  var constant: (@Sendable (Int) -> Ball)?

  /// All families of a label, given by it or by one of them.
  ///
  /// - Throws: a `Refusal` when there is none.
  init(family word: String, in catalog: Catalog) throws {
    var families = try catalog.families(labelled: word)
    if families.isEmpty { families = try catalog.families(labelled: catalog.requiredFamily(word).label) }
    try self.init(families, label: families.first?.label ?? word, in: catalog)
  }

  /// These families of one label.
  init(_ families: [StoredFamily], label: String, in catalog: Catalog) throws {
    (self.label, limit) = (label, families.first?.limit ?? .name(label))
    members = try families.flatMap { try catalog.members(of: $0) }.compactMap { member in
      member.formula.image.flatMap {
        GeneralisationMember($0.fraction, map: $0.map.inverse.after(member.map))
      }
    }
    let limit = limit
    guard (try? limit.evaluate(digits: 10).enclosure) != nil else {
      throw Refusal("the label \(label) cannot be evaluated")
    }
    constant = { bits in
      (try? limit.evaluate(digits: bits * 3 / 10 + 4).enclosure) ?? Ball(0, bits: bits).inverse
    }
  }

  /// The formulas of a query whose limits are quadratic irrationals, as far as their digits say.
  init(rootsAmong query: CatalogQuery, in catalog: Catalog) throws {
    var members: [GeneralisationMember] = []
    try catalog.visit(query) { row in
      guard let fraction = row.formula.fraction, fraction.a.leading.signum > 0,
        row.dynamics.outcome == .value, let value = row.dynamics.value,
        GeneralisationSubject.looksQuadratic(value), let member = GeneralisationMember(root: fraction)
      else { return }
      members.append(member)
    }
    (label, limit, self.members) = ("quadratic irrationals", .name("x"), members)
  }

  /// Whether stored digits fit a quadratic equation with small coefficients; the formula is evaluated again afterwards.
  private static func looksQuadratic(_ digits: String) -> Bool {
    guard let input = try? DecimalInput(digits), input.digits >= 20 else { return false }
    let value = input.ball(bits: 192)
    return IntegerRelation.search(among: [Ball(1, bits: 192), value, value * value]).relation != nil
  }
}
