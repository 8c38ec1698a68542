internal import GRDB
package import WallisFormulas
package import WallisProofs

/// What a comparison of two formulas came to, as the catalog keeps it.
package struct StoredLink: Sendable, Equatable {
  /// The formula whose limit is carried into that of the other.
  package let from: Formula
  /// The other.
  package let to: Formula
  /// The certificate as `Equivalence.text` writes it; nil where none was found.
  package let certificate: String?

  /// A comparison of two formulas, neither of them a mirror.
  package init(from: Formula, to: Formula, certificate: String?) {
    (self.from, self.to, self.certificate) = (from, to, certificate)
  }

  /// The link, its identity expanded; nil where there is none, or the certificate does not hold.
  package var checked: Equivalence? {
    guard let certificate, let first = from.fraction, let second = to.fraction else { return nil }
    return Equivalence(parsing: certificate, from: first, to: second)
  }
}

extension Catalog {
  /// All comparisons of formulas, those in vain too, in order of the keys.
  package func links() throws(CatalogError) -> [StoredLink] {
    try read { db in
      var links: [StoredLink] = []
      try LinkStore(db, kinds).forEach { links.append($0) }
      return links
    }
  }

  /// Keeps comparisons in one transaction, and numbers the components anew where there is a link among them.
  package func keep(_ links: [StoredLink]) throws(CatalogError) {
    try write { db in
      let store = LinkStore(db, kinds)
      for link in links { try store.insert(link) }
      if links.contains(where: { $0.certificate != nil }) { try store.renumber() }
    }
  }

  /// Numbers of components by the keys of their formulas.
  package func components() throws(CatalogError) -> [String: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT key, component.number FROM component JOIN formula ON formula.id = component.formula")
      return Dictionary(try rows.map { try ($0[0], $0[1]) }) { first, _ in first }
    }
  }
}
