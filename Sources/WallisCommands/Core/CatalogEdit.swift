/// A change that the user made in the catalog, as verb lines that make it and take it back.
///
/// Searches and imports are no edits: what they add is computed or brought in, and stays.
package struct CatalogEdit: Codable, Sendable, Equatable {
  /// What was changed, for people.
  package var title: String
  /// Lines that make the change.
  package var make: [String]
  /// Lines that take it back.
  package var takeBack: [String]

  /// A change.
  package init(title: String, make: [String], takeBack: [String]) {
    (self.title, self.make, self.takeBack) = (title, make, takeBack)
  }

  /// The change that takes this one back.
  package var inverse: CatalogEdit { CatalogEdit(title: title, make: takeBack, takeBack: make) }
}

extension String {
  /// The text as one word of a verb line, see `WordSplitter`.
  package var quoted: String {
    var word = "'"
    for character in self { word += character == "'" ? "'\\''" : String(character) }
    return word + "'"
  }
}
