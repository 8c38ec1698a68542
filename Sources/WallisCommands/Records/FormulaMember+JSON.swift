internal import WallisDocuments
internal import WallisFormulas

extension JSONValue.Member {
  /// What a kind of formula adds to the JSON of its formulas.
  init(_ member: FormulaMember) {
    switch member.value {
    case .text(let text): self.init(member.name, .optional(text))
    case .integer(let number): self.init(member.name, .optional(number))
    case .list(let texts): self.init(member.name, .array(texts.map { .string($0) }))
    }
  }
}
