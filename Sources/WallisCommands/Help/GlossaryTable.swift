// Words of the field, for `?word`. To add one: a row with the word as a user would type it (lower case, words joined
// by spaces), other spellings, and one or two sentences. A name of a metric is its name in JSON and in queries.

/// A word of the field and what it means.
struct GlossaryEntry: Sendable {
  /// The word as typed.
  let word: String
  /// Other spellings.
  let others: [String]
  /// What it means.
  let meaning: String
  /// A line of a cell that shows it; nil where none does.
  let example: String?

  init(_ word: String, _ others: [String] = [], _ meaning: String, example: String? = nil) {
    (self.word, self.others, self.meaning, self.example) = (word, others, meaning, example)
  }
}

/// The words.
enum GlossaryTable {
  /// The entry about a word, whatever the case and spelling; nil where there is none.
  static func entry(_ word: String) -> GlossaryEntry? {
    let wanted = word.lowercased()
    return all.first { entry in
      entry.word.lowercased() == wanted || entry.others.contains { $0.lowercased() == wanted }
    }
  }

  /// The words of the field, then those of outputs.
  static let all: [GlossaryEntry] = field + outputs

  private static let field: [GlossaryEntry] = [
    GlossaryEntry(
      "continued fraction", ["pcf", "polynomial continued fraction"],
      "a(0) + b(1)/(a(1) + b(2)/(a(2) + …)), where a(n) and b(n) are polynomials in n. Its convergents p/q are the "
        + "fractions that one gets by stopping.", example: "pcf(6, (2n-1)^2)"),
    GlossaryEntry(
      "matrix field", ["conservative matrix field", "cmf", "field"],
      "An invertible matrix of rational functions for each axis of a lattice, such that the product along a path depends "
        + "on its end points only. Its lines are continued fractions; `field list` shows those that are known.",
      example: "field walk zeta3 --direction 1,1"),
    GlossaryEntry(
      "trajectory", ["line of a field"],
      "A line through a matrix field, given by a start and a direction; it is kept as a formula of its own where the "
        + "coefficients of its continued fraction explode."),
    GlossaryEntry(
      "shard of a field", ["boundary"],
      "A part of the lattice of a matrix field that is cut off by hyperplanes where determinants vanish or entries have "
        + "poles; in one shard all directions from a start give the same limit."),
    GlossaryEntry(
      "conjugate pair", ["conjugate polynomials"],
      "Two polynomials f, g of x and y with f(x,y) - g(x+1,y) = f(x+1,y-1) - g(x,y-1) whose product is a function of x "
        + "plus one of y: they make a matrix field of rank 2."),
    GlossaryEntry(
      "convergent", ["p", "q", "convergents"],
      "The fraction p_n/q_n that one gets by stopping a continued fraction at depth n."),
    GlossaryEntry(
      "partial numerator", ["b", "partial numerators"],
      "b(n), above the fraction strokes; b is evaluated from n = 1."),
    GlossaryEntry(
      "partial denominator", ["a", "partial denominators"],
      "a(n), beside the fraction strokes; a is evaluated from n = 0."),
    GlossaryEntry(
      "depth", ["n"],
      "How many levels of a continued fraction are evaluated; the convergent at depth n uses a(0) to "
        + "a(n)."),
    GlossaryEntry(
      "delta", ["δ", "irrationality"],
      "How well the convergents approximate the limit L for their size: −ln|L − p/q| / ln|q/gcd| − 1. A limit of the "
        + "sequence above 0 would prove that L is irrational.", example: "measure 'pcf(2n+1, n^2)'"),
    GlossaryEntry(
      "deltaNaive", ["naive delta", "naive δ"],
      "Delta without dividing out the greatest common divisor of p and q."),
    GlossaryEntry(
      "blind delta", ["against"],
      "Delta with a deep convergent in place of the limit, so that it can be measured before anybody knows the limit: "
        + "`measure --depth n --against m`."),
    GlossaryEntry(
      "deltaLimit", [],
      "The delta that the sequence tends to, where it follows from exact data, else null. At a finite depth delta is "
        + "larger."),
    GlossaryEntry(
      "deltaPredicted", ["predicted delta", "predicted δ"],
      "The delta that the fitted growth of errors and denominators makes one expect far out, where the measured one has "
        + "not settled yet."),
    GlossaryEntry(
      "irrationality measure", ["mu", "μ"],
      "The infimum of all exponents μ for which |L − p/q| < 1/q^μ has only finitely many solutions; it is 2 for almost "
        + "all numbers. A delta above 0 proves μ ≤ 1 + 1/δ."),
    GlossaryEntry(
      "error", ["eta", "beta", "errorEta", "errorGamma", "errorBeta", "error fit"],
      "How fast a continued fraction converges: ln of its error is fitted by eta·ln n! + gamma·n + beta·ln n."
    ),
    GlossaryEntry(
      "denominator",
      ["denominator.gamma", "denominator.eta", "denominatorGamma", "denominatorEta", "gamma fit"],
      "How fast the reduced denominators q/gcd grow: ln of them is fitted by gamma·n + eta·n·ln n."),
    GlossaryEntry(
      "factorialReduction", ["factorial reduction"],
      "True where p and q share so large a divisor that the reduced denominators grow exponentially, not like a "
        + "factorial: decided by residues modulo primes. It is rare, and typical of formulas with a meaning."),
    GlossaryEntry("reductionRate", [], "How much of the size of q its common divisor with p takes away."),
    GlossaryEntry(
      "digitsPerTerm", ["digits per term", "digits a term", "digits/term"],
      "Correct decimal digits that every further level adds."),
    GlossaryEntry(
      "class",
      [
        "convergence class", "factorial", "exponential", "subexponential", "powerlaw", "logarithmic",
        "finite",
      ],
      "How fast a continued fraction converges: factorial, exponential, subexponential, powerlaw, logarithmic, or "
        + "finite where it ends."),
    GlossaryEntry(
      "status",
      ["outcome", "terminates", "diverges", "oscillates", "undetermined", "infinite", "rational", "value"],
      "What became of an evaluation: value, rational (certified), terminates, infinite, diverges, oscillates or "
        + "undetermined."),
    GlossaryEntry(
      "grade", ["verdict", "grades"],
      "How much a claim is worth: certified (proved), conjecture (far more digits agree than chance explains), "
        + "suspicious (some more), noise (what chance alone gives)."),
    GlossaryEntry("certified", [], "Grade of a claim that is proved, not only observed."),
    GlossaryEntry(
      "conjecture", [],
      "Grade of a claim that agrees to far more digits than its own length explains; not proved."),
    GlossaryEntry(
      "suspicious", [], "Grade of a claim with some digits more than chance explains: look twice."),
    GlossaryEntry("noise", [], "Grade of a claim that random digits would give as well."),
    GlossaryEntry(
      "surplus", ["digits consumed", "digitsConsumed", "digits supplied", "digitsSupplied"],
      "Digits that agree beyond those that finding the relation used up. A relation with large coefficients consumes "
        + "many digits; without surplus it says nothing.", example: "identify 2.4674011002723396547"),
    GlossaryEntry(
      "decoy", ["decoyHits", "decoys"],
      "A random number that is searched for like the real one. Hits on decoys tell how many real hits to expect by "
        + "chance."),
    GlossaryEntry(
      "look-elsewhere effect", ["look-elsewhere", "basesTried"],
      "The more relations are tried, the better the best accident looks; grades take the number tried into account."
    ),
    GlossaryEntry(
      "excluded", ["negative knowledge"],
      "Proof that no relation with smaller coefficients exists in a basis: what a search without result leaves behind."
    ),
    GlossaryEntry(
      "key", ["canonical key"],
      "The coefficients of a and b, leading one first, of the form that all equivalent formulas share."),
    GlossaryEntry(
      "inflation", ["deflation", "equivalence"],
      "Multiplying a(n) by c(n) and b(n) by c(n)·c(n−1) changes neither convergents nor limit."),
    GlossaryEntry(
      "shift", ["index shift"],
      "Starting a continued fraction at another n; the limit changes by a "
        + "fraction of linear functions with integer coefficients."),
    GlossaryEntry(
      "mobius", ["möbius", "gl2(z)"],
      "x ↦ (αx + β)/(γx + δ) with integers. Two numbers whose simple continued fractions end alike are related by one "
        + "of determinant ±1."),
    GlossaryEntry(
      "origin", ["known", "new"], "Where a formula was published, or from which published one it follows."),
    GlossaryEntry(
      "hypergeometric term", ["hypergeometric", "pochhammer", "term", "symbols"],
      "A term t(k) whose quotient t(k+1)/t(k) is a rational function of k: a rational function times z^k and symbols "
        + "poch(α, k) = α(α+1)…(α+k−1), in tables (α)_k. `search series` goes through such terms."),
    GlossaryEntry("height", [], "The largest absolute value among the coefficients of a search."),
    GlossaryEntry("degree", [], "Upper bounds for the degrees of a and b in a search, for example 1,2."),
    GlossaryEntry(
      "shard", ["chunk"],
      "A part of a search that can run on another machine: `--shard 2/5`; coverage and catalogs "
        + "are merged afterwards."),
    GlossaryEntry(
      "job", ["jobs pane"],
      "A search with its number in the catalog. It survives being cancelled, killed or left: "
        + "`resume` continues it.", example: "jobs"),
    GlossaryEntry(
      "coverage ledger", [], "Which formulas have been searched, to which depth and with which filters.",
      example: "coverage"),
    GlossaryEntry(
      "mitm", ["meet in the middle"],
      "Search that compares two tables: values of formulas and expressions in a "
        + "constant."),
    GlossaryEntry(
      "lattice", ["pslq", "lll", "integer relation"],
      "Whole numbers c_i with c_1 x_1 + … + c_k x_k = 0. Lattice reduction finds them among given digits.",
      example: "identify 4.5678 --constants pi,e"),
    GlossaryEntry(
      "percent", ["%", "result"], "% is the last result, %% the one before it, %12 the twelfth.",
      example: "% + 1"),
    GlossaryEntry(
      "assignment", ["variable", "name", "="], "name = expression keeps an expression for the cells below.",
      example: "K = pcf(6, (2n-1)^2)"),
    GlossaryEntry(
      "definition", ["own function", "function of one line"],
      "name(x, y) = expression makes a function for the cells below.", example: "f(x) = pcf(x*n + 1, n^2)"),
    GlossaryEntry(
      "series", ["infinite sum", "sums"],
      "sum(k=a..b, t) adds t for k from a to b; b may be inf, and sums may stand in sums. Terms made of rational "
        + "functions, powers, factorials, binomials, poch and H of k have digits that are proved; where t(k+1)/t(k) is a "
        + "rational function the series is a formula like a fraction: Euler's fraction has its partial sums as images of "
        + "convergents.", example: "sum(k=1..inf, H(k)/k^2)"),
    GlossaryEntry(
      "infinite product", ["products"],
      "product(k=a..b, t) multiplies; without an end for rational functions of k and for 1 + terms like z^k.",
      example: "product(k=2..inf, 1-1/k^2)"),
    GlossaryEntry(
      "integrals", ["quadrature"],
      "integral(x=a..b, f) with numbers, inf or -inf as bounds: proved where f is analytic inside and can be bounded towards "
        + "the ends, else by double exponential sums of two widths that agree, which is said.",
      example: "integral(x=0..1, 4/(1+x^2))"),
    GlossaryEntry(
      "linear recurrence", ["recurrences", "p-recursive"],
      "rec([c0, …, cr], p=[…], q=[…], from=n0): c0(n)u(n) + … + cr(n)u(n-r) = 0 for n >= n0; the limit of p/q for the "
        + "two solutions with these values before n0. Order 2 is a continued fraction with all that is known of it; for "
        + "higher orders exact products of two depths agree. With u=[…] it is a sequence that sum takes.",
      example: "rec([1, -1, -1], p=[1, 2], q=[1, 1], from=2)"),
    GlossaryEntry(
      "matrix product", ["products of matrices"],
      "matrixproduct([[…], …], start=[[…], […]], from=n0): the limit that the ratios of the columns of "
        + "start·M(n0)·M(n0+1)… have in common.",
      example: "matrixproduct([[0, n^2], [1, 2n+1]], start=[[1, 1], [0, 1]], from=1)"),
    GlossaryEntry(
      "first terms", ["irregular fraction", "interlaced fraction", "period of quotients"],
      "pcf([a0, a1, a(n)], [b1, b(n)]) has first terms of its own: entries stand at their index, the last one goes on. "
        + "cohen([…], […]) has b one lower, as PARI/GP does; cycle(p0, p1) as a or b is p_(n mod 2)(n); "
        + "cf([0; 1, (4, 8)]) is a simple fraction whose quotients in parentheses repeat.",
      example: "pcf(cycle(n+1, 1/(n+1)), 1)"),
    GlossaryEntry(
      "coefficients", ["q-fraction", "even depths", "odd depths"],
      "a and b of pcf may hold (-1)^n, which goes round like a cycle, and any function of n: powers such as 2^n, n!, "
        + "sqrt(n), irrational numbers. Such a fraction has a value for evaluate, identify and verify, and no dynamics. "
        + "Where its coefficients are positive neighbouring convergents enclose the limit; otherwise two depths have to "
        + "agree. Convergents of even and of odd depth may have limits of their own: both are shown.",
      example: "pcf(1, 2^n)"),
  ]
}
