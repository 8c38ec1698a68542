internal import WallisFormulas
internal import WallisIdentification

extension UserConstants {
  /// Adds a definition such as `mine = sqrt(2)+pi`, or of a basis such as `weights = pi^2, zeta(3)`.
  ///
  /// - Returns: the name.
  /// - Throws: a `Refusal` for a name that is taken or malformed, and for what is no number.
  mutating func define(_ definition: String, in context: VerbContext) throws(Refusal) -> String {
    let (name, text) = try UserConstants.parts(definition)
    if let meaning = KnownNames.meaning(of: name) ?? Constant.named(name).map({ _ in "a constant" }) {
      throw Refusal("\(name) is \(meaning) already", remedy: "choose another name")
    }
    guard !UserConstants.isBasis(text) else {
      bases[name] = try UserConstants.basis(text, in: context)
      sources[name] = nil
      return name
    }
    let closed = try context.workspace.closed(text)
    let value = try NumberValue(closed.expression, of: closed.text, digits: 20)
    guard value.evaluation.enclosure != nil else {
      throw Refusal("\(text) is no number: it \(value.evaluation.outcome.status)", exit: .nothing)
    }
    (sources[name], bases[name]) = (closed.text, nil)
    return name
  }

  /// A list of constants that have no relation, each written out.
  private static func basis(_ text: String, in context: VerbContext) throws(Refusal) -> String {
    var (constants, texts): ([Constant], [String]) = ([], [])
    for (part, offset) in text.parts {
      let constant = try IdentifyScope.constant(part, at: offset, of: text, digits: 100, context)
      guard !constants.contains(constant) else {
        throw Refusal("\(constant) stands there twice", remedy: "leave one out")
      }
      constants.append(constant)
      texts.append(try context.workspace.closed(part).text)
    }
    guard constants.count + 2 <= SearchScope.mostTerms else {
      throw Refusal(
        "a basis of \(constants.count) constants", remedy: "at most \(SearchScope.mostTerms - 2) of them")
    }
    if let relation = SearchScope.dependence(among: constants) {
      throw Refusal("these constants are related: \(relation)", remedy: "leave one of them out")
    }
    return texts.joined(separator: ", ")
  }
}
