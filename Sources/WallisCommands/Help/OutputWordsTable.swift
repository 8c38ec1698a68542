// Words that stand beside values and above columns of outputs, for `?word`, where the words of the field do not have
// them. To add one: as in the glossary; a test compares both with the labels in the sources.

extension GlossaryTable {
  /// What labels and titles of columns mean.
  static let outputs: [GlossaryEntry] = [
    GlossaryEntry(
      "limit", ["number"], "The limit of a formula, rounded to the digits that are shown."),
    GlossaryEntry(
      "closed form", ["closedForm", "equals", "exact exponent", "with a closed form"],
      "An expression in constants and functions that a number equals, or seems to: its grade says how sure that is."
    ),
    GlossaryEntry(
      "verified", ["agrees", "checked"],
      "How a result was confirmed by a second computation; of a family, how many members its constant explains."
    ),
    GlossaryEntry(
      "evidence", ["proof", "proofs", "theorem", "reason"],
      "What supports a claim: digits, random numbers that were tried too, a proof."),
    GlossaryEntry(
      "cancelled", ["ln q reduced", "ln gcd"],
      "What p(n) and q(n) of a convergent have in common: powers of small primes in their greatest common divisor (gcd), the "
        + "logarithm of that, and the logarithm of the denominator that is left when it is divided out."),
    GlossaryEntry(
      "hub", ["linked", "links", "proved now", "in matrix fields"],
      "The simplest formula of a component, with most links: the others are linked to it, directly or through each "
        + "other, and a proof of one is carried to all."),
    GlossaryEntry(
      "novelty", ["not in known", "not known", "answer"],
      "Whether a formula or its limit is in the catalog or in the lists of known formulas that Wallis has. Not being "
        + "there is no proof of being new."),
    GlossaryEntry(
      "reference", ["source", "axes", "gives", "what it is", "what"],
      "What is said of a matrix field or a constant: its axes, the constants that it gives, where it was published."
    ),
    GlossaryEntry(
      "fraction", ["its fraction", "kept as", "limit of line", "its value"],
      "The continued fraction of a line of a matrix field, and the formula that the catalog keeps for the line."
    ),
    GlossaryEntry(
      "rate", ["digits a step"],
      "How fast a line of a matrix field converges: −ln of the error a step; in digits, too."),
    GlossaryEntry(
      "eigenvalues", ["moduli"],
      "Growth of the steps of a line, or of a recurrence, far out. Their quotient is the rate of convergence."
    ),
    GlossaryEntry(
      "rank", ["column"], "The number of rows of the matrices of a field, and of sequences that it drives."),
    GlossaryEntry(
      "conservative", [],
      "Said of a field whose products along two ways between the same points agree: proved by algebra."),
    GlossaryEntry(
      "direction", ["start", "line", "steps"],
      "Where a line of a matrix field begins, and how far each step goes."),
    GlossaryEntry(
      "convergence", [], "The class of convergence with its law; `help class` has the classes."),
    GlossaryEntry(
      "denominators", ["denominator law"],
      "The law by which reduced denominators grow, fitted to the convergents."),
    GlossaryEntry(
      "error law", [],
      """
      How convergents come near the limit L: the difference is the law times 1 + O(1/n). Its rate follows from the \
      coefficients; its constant is extrapolated, and its closed form, where one is shown, is a conjecture.
      """),
    GlossaryEntry(
      "limit of δ", ["δ > 0"],
      "What delta tends to, in closed form, where exact data say so. Above 0 it would prove that the limit is irrational."
    ),
    GlossaryEntry(
      "relation",
      [
        "link", "limits", "of the constant", "U(n)", "g1(n), g2(n)", "identity", "its limit",
        "its limit, x this one", "by",
      ],
      "How two formulas hang together: an inflation, a shift of the index, a Möbius map of the limits."),
    GlossaryEntry(
      "label", ["representative", "dynamics", "invariant", "family"],
      "A family is named by the constant that its limits are images of, or by one of its members; its members share "
        + "class, growth and reduction of their convergents.", example: "families"),
    GlossaryEntry(
      "cluster",
      [
        "clusters", "plane", "separation", "Davies–Bouldin index",
        "clusters without a name or link, for a human",
      ],
      "Formulas of like dynamics: a guess that links may confirm."),
    GlossaryEntry(
      "refuted", ["contradicted", "contradicted: said to be an image of"], "Compared, and found to differ."),
    GlossaryEntry(
      "unresolved", ["unnamed"], "Said of clusters and families for whose limit no name was found."),
    GlossaryEntry(
      "unexplained", ["open", "of them unexplained", "left without an explanation"],
      "Without a closed form although one was looked for; in comparisons, a disagreement without a known reason."
    ),
    GlossaryEntry(
      "parameters", ["lattice of parameters"],
      "Integers in the place of coefficients: a formula for each choice of them."),
    GlossaryEntry(
      "measured", ["to measure", "stored rows", "rows", "row", "of them measured"],
      "Said of a formula whose convergents were computed to the two depths, so that its figures are in the catalog. A "
        + "formula and its mirror are one row."),
    GlossaryEntry(
      "left the search as", ["funnel", "outcome of a search", "outcomes"],
      "Every formula of a search leaves it under one reason, and is counted there."),
    GlossaryEntry(
      "terms of a plan", ["units", "chunks", "time", "memory", "scanned now", "in all", "left"],
      "What a search would do: candidates, the parts they are measured in, time and memory."),
    GlossaryEntry(
      "scanned neighbour", ["in a million", "found an hour"],
      "The searched space beside a proposed one, the closed forms that the catalog has of a million of its members, and what "
        + "the proposed one would give in an hour were it as rich."),
    GlossaryEntry(
      "space", ["search", "state", "done", "engine", "closed forms", "covered spaces", "searched in"],
      "The formulas that a search goes through, as its options give them, and how far it got."),
    GlossaryEntry(
      "formula", ["formulas", "count", "statement", "example", "formulas without mirrors"],
      "The left-hand side: what is evaluated, measured and stored. What it equals is its closed form."),
    GlossaryEntry(
      "constant", ["limit of a group"], "A number with a name, such as pi; `constants` lists them."),
    GlossaryEntry(
      "reduced", ["reduction", "reduces fully, without a limit"],
      "See factorialReduction; `reduction` says full, partial, none or undecided."),
    GlossaryEntry(
      "classes", ["distinct"],
      "Formulas that inflations, mirrors, shifts or Möbius maps carry into each other count as one."),
    GlossaryEntry(
      "found", ["findings", "tried", "looked at", "for example"],
      "What a search came upon, and where it looked."),
    GlossaryEntry(
      "digits", ["digits of a value", "difference"],
      "How many digits of a value are right, or by how much two values differ."),
    GlossaryEntry(
      "deltaPlot", ["δ up, angle of the direction across"],
      "Delta of the lines of a field by their direction."),
    GlossaryEntry(
      "no relation of the form", ["with coefficients below", "exclusions"],
      "What lattice reduction has ruled out, up to a size of the coefficients."),
    GlossaryEntry(
      "fits all digits", ["expected by chance", "nearest", "expectedByChance"],
      "Simple forms that agree with all digits of a short number, and how many as simple would agree with it by chance: "
        + "counted among those that lie within a thousand times its error. Nothing is claimed of them.",
      example: "identify 1.26185950"),
    GlossaryEntry(
      "recurrence", ["order", "next", "terms", "as a formula", "solutions grow like"],
      "A law by which each number of a list follows from those before it; next are the numbers that it predicts. "
        + "After a harvest `next` are commands worth typing.", example: "massey 1 1 2 3 5 8 13 21 34 55"),
    GlossaryEntry(
      "connection", ["connection polynomial", "complexity", "channels", "preperiod"],
      "The polynomial of a linear recurrence, and its degree; channels are the laws of every second, third … number."
    ),
    GlossaryEntry(
      "signs", ["quotients", "pairs", "folds", "digits at 20/40/80", "simple", "gain"],
      "A signed continued fraction has numerators 1 or −1 with a period, and quotients with a law. Its digits after 20, "
        + "40, 80 terms stand beside those of the simple continued fraction; gain is their quotient. A pair is a number "
        + "with a period of signs.", example: "expand e --signs -+ --terms 12"),
    GlossaryEntry(
      "name of a field", ["definition of a constant", "id", "number of a family", "stands for"],
      "What a verb takes to mean a thing again."),
    GlossaryEntry(
      "catalog file", ["notes", "families of the catalog", "lines passed over"],
      "Where formulas are kept; `catalog stats` counts what is there, `catalog import` says which lines it could not read."
    ),
    GlossaryEntry(
      "theirs", ["ours", "disagreements", "rows that agree", "δ in both", "δ in neither, because it"],
      "A published table beside our measurement of the same formulas.", example: nil),
    GlossaryEntry(
      "what is wrong", ["lost", "in"],
      "What a check of the catalog found damaged, and what could not be saved."),
    GlossaryEntry(
      "configuration", ["theme", "mouse", "editing", "ascii"], "Settings of the notebook, in config.toml."),
  ]
}
