/// A change that the user made in the catalog, as verb lines that make it and take it back.
///
/// Searches and imports are no edits: what they add is computed or brought in, and stays.
public struct CatalogEdit: Codable, Sendable, Equatable {
  /// What was changed, for people.
  public var title: String
  /// Lines that make the change.
  public var make: [String]
  /// Lines that take it back.
  public var takeBack: [String]

  /// A change.
  public init(title: String, make: [String], takeBack: [String]) {
    (self.title, self.make, self.takeBack) = (title, make, takeBack)
  }

  /// The change that takes this one back.
  public var inverse: CatalogEdit { CatalogEdit(title: title, make: takeBack, takeBack: make) }
}

extension String {
  /// The text as one word of a verb line, see `WordSplitter`.
  var quoted: String {
    var word = "'"
    for character in self { word += character == "'" ? "'\\''" : String(character) }
    return word + "'"
  }
}
