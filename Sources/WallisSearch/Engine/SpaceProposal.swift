/// A space that was not searched, beside one that was.
public struct SpaceProposal: Sendable {
  /// What to search.
  public let request: any SearchMethod
  /// The words after `wallis` that ask for it.
  public let command: String
  /// The same for proposals that lie in one another, of which a plan takes one.
  public let group: String
  /// The searched space beside it.
  public let neighbour: SearchedSpace
  /// Degrees of a and b in that one, at most.
  public let degrees: (a: Int, b: Int)
  /// Its members, mirrors counted.
  public let scanned: Int
  /// Members of the proposed space that the searched one has not, mirrors counted.
  public let new: Int
}
