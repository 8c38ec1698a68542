internal import ArgumentParser
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// `novel`: whether a formula is new.
struct NovelVerb: Verb {
  static let declaration = VerbDeclaration(
    "novel", "Say whether a continued fraction is known, the same as a known one, or in no table.",
    discussion: """
      Four answers: known (it stands in the literature, or its mirror), equivalent (an exact link carries it into a \
      known one: by which certificate), notfound (not among so many formulas of the literature), undecided (it has no \
      limit to compare). Digits alone make nothing known. The exit code is 1 unless it is known or equivalent.
      """,
    examples: [
      .init("novel 'pcf(2n+7, n^2+6n)'", "the same as a known one by a matrix of polynomials"),
      .init("novel 'pcf(n+3, -n)'", "known, with its source"),
    ])

  @Argument(
    help: ArgumentHelp(
      "A continued fraction, or a series, for which Euler's fraction stands.", valueName: "formula"))
  var formula: [Word]

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let (subject, text) = try context.formula(formula)
    guard let fraction = subject.image?.fraction else {
      throw Refusal("'\(text)' is no continued fraction and no series", remedy: "for example: pcf(2n+1, n^2)")
    }
    let search = NoveltySearch(fraction, known: try context.knownFormulas())
    let answer = search.answer(in: context)
    let (source, found, compared) = (answer.source, answer.found, answer.compared)
    var json: JSONValue {
      [
        "formula": .string(text), "answer": .string(answer.word.rawValue), "source": .optional(source),
        "certificate": found?.certificate ?? JSONValue.null, "compared": .integer(compared),
      ]
    }
    var document: Document {
      let words = NovelVerb.words(answer.word, compared: compared)
      var fields = [Field("formula", Text(text, .formula)), Field("answer", Text(words))]
      if let source { fields.append(Field("source", Text(source))) }
      if let found {
        fields.append(Field("known", Text("\(found.other.fraction)", .formula)))
        fields.append(Field("by", Text(found.how)))
        fields.append(Field("its limit", Text("\(found.equivalence.map)", .formula) + ", x this one"))
      }
      return Document([.fields(fields)])
    }
    return Reply(document, json: json, exit: source == nil ? .nothing : .done)
  }

  private static func words(_ word: NoveltySearch.Answer.Word, compared: Int) -> String {
    switch word {
    case .known: "known"
    case .equivalent: "the same as a known formula"
    case .notFound: "not found among \(compared) formulas of the literature"
    case .undecided: "undecided: it has no limit to compare, or the search was interrupted"
    }
  }
}
