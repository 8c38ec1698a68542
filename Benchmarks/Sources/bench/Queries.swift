import Foundation

/// Questions of every kind to the catalog of the full set: on one field and on many, by ranges and by texts, sorted by what
/// is measured and by what is written, with answers of no row, of few, and of nearly all.
struct Queries {
  let wallis: String
  let catalog: String

  private static let questions: [(text: String, more: [String])] = [
    ("factorialReduction and delta > 0.9 and denominator.gamma < 0.6", []),
    ("delta > 0 and class = exponential", ["--sort", "-delta", "--limit", "50"]),
    ("class = powerlaw", ["--limit", "50"]),
    ("value ~ 3.14159", ["--limit", "50"]),
    ("class = factorial", []),
    ("status = value", ["--sort", "-digitsPerTerm"]),
    ("error.gamma < -3 and error.beta > 1", ["--sort", "error.eta,-deltaPredicted"]),
    (
      "reductionRate > 2 or deltaNaive < -1 and not reduction = full",
      ["--sort", "value", "--offset", "1000"]
    ),
    ("value > 3 and value < 4 and a.degree = 1", ["--mirrors", "--sort", "-value"]),
    ("formula ~ 'n^2+3n'", ["--sort", "-formula"]),
    ("key ~ '5,4' and b = 'n^2' or a = '2n+1'", []),
    ("exact ~ '/7' or reason ~ complex", ["--sort", "status,exact"]),
    ("not identified and delta != null", ["--sort", "closedForm,-delta"]),
    ("value ~ 3", ["--sort", "digits"]),
  ]

  func figures() throws -> [Figure] {
    try Queries.questions.map { question in
      let arguments = ["catalog", "query", question.text] + question.more + ["--catalog", catalog, "--json"]
      let run = try shortest(of: 5) { try ProgramRun(wallis, arguments) }
      return Figure(
        "catalog query '\(question.text)' \(question.more.joined(separator: " ")) on the full set",
        ours: milliseconds(run.seconds), beside: "bound 100 ms with the total, start of the process included",
        digest: digest(run.answer.output), isMet: run.seconds <= 0.1 && run.answer.status == 0)
    }
  }
}
