internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// A family as a file of its own: statements with their evidence, and how to check them again.
struct FamilyExport {
  let family: StoredFamily
  let members: [Family.Member]
  let generalisations: [Generalisation]

  /// The file in a format.
  func text(in format: ExportFormat) -> String {
    switch format {
    case .text: text
    case .markdown: markdown
    case .latex: latex
    case .gp: script(.gp)
    case .json: json.pretty + "\n"
    case .csv: csv
    case .mpmath: script(.mpmath)
    case .dot: dot
    }
  }

  private var view: FamilyView { FamilyView(family: family) }

  /// One statement a member: formula, limit in terms of the label.
  private var statements: [(member: Family.Member, limit: String)] { members.map { ($0, view.relation($0)) } }

  /// The same lines of head for every format.
  private var head: [String] {
    var lines = [
      "Family of \(family.label)\(family.name.map { " (\($0))" } ?? "")",
      "dynamics: \(family.invariant)",
      "evidence: \(family.checked) formulas compared, \(family.verified) verified, \(family.refuted) refuted",
    ]
    if !family.isNamed {
      lines.append("nobody has named the limit; all are images of that of \(family.label)")
    }
    lines += generalisations.map { "for \(GeneralisationView.parameters($0)): \(statement($0))" }
    return lines
  }

  private func statement(_ found: Generalisation) -> String {
    let texts = found.lattice.texts
    let limits = GeneralisationView.limit(found, family.label).map { "\($0.0) = \($0.1)" }.joined(
      separator: "; ")
    return "L = pcf(\(texts.a), \(texts.b)), \(limits) [\(found.predictions.count) predictions outside of "
      + "\(found.members.count) members hold to \(Generalisation.digits) digits]"
  }

  /// Lines that `verify FILE` reads.
  var text: String {
    comments("# ", ["Wallis family, text format 1"] + head + ["check it again: wallis verify FILE"])
      + statements.map { "\($0.member.formula) = \($0.limit)  # \(FamilyView.link($0.member.link))\n" }
      .joined()
  }

  var markdown: String {
    let table = Table(
      [.init("formula"), .init("limit"), .init("link")],
      rows: statements.map {
        [
          Text("\($0.member.formula)", .formula), Text($0.limit, .formula),
          Text(FamilyView.link($0.member.link)),
        ]
      })
    return MarkdownRenderer().render(
      Document([.heading(Text(head[0]))] + head.dropFirst().map { .paragraph(Text($0)) } + [.table(table)]))
  }

  var latex: String {
    let lines = statements.map { statement -> String in
      "\(FormulaNotation(target: .latex).text(of: statement.limit)) &= \(statement.member.formula.latex)"
    }
    return comments("% ", head) + "\\begin{align*}\n" + lines.joined(separator: " \\\\\n")
      + "\n\\end{align*}\n"
  }

  var csv: String {
    let rows = statements.map { statement -> String in
      let sides = statement.member.formula.sides
      let matrix = statement.member.map.entries.map { "\($0)" }.joined(separator: " ")
      return [
        sides.a, sides.b ?? "", statement.limit, statement.member.value, matrix,
        FamilyView.link(statement.member.link),
      ]
      .map(FamilyExport.quoted).joined(separator: ",") + "\n"
    }
    return "a,b,limit,value,matrix,link\n" + rows.joined()
  }

  private static func quoted(_ field: String) -> String {
    field.contains { ",\"\n".contains($0) } ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
  }

  var json: JSONValue {
    guard case .object(let object) = view.json(members: members) else { return .null }
    let general = GeneralisationView(label: family.label, members: members.count, found: generalisations)
    return .object(object + [.init("generalisations", general.array)])
  }

  /// A script that prints for every statement whether convergents approach the limit.
  func script(_ target: FormulaNotation.Target) -> String {
    let notation = FormulaNotation(target: target)
    let lines = statements.map { statement -> String in
      let sides = statement.member.formula.sides
      let (x, y, limit) = (
        notation.text(of: sides.a), notation.text(of: sides.b ?? ""), notation.text(of: statement.limit)
      )
      return target == .gp
        ? "check(n->\(x), n->\(y), \(limit), \"\(statement.member.formula)\");\n"
        : "check(lambda n: \(x), lambda n: \(y), \(limit), \"\(statement.member.formula)\")\n"
    }
    return target == .gp
      ? comments("\\\\ ", head) + FamilyExport.gpStart + lines.joined() + FamilyExport.gpEnd
      : comments("# ", head) + FamilyExport.pythonStart + lines.joined() + FamilyExport.pythonEnd
  }

  /// Convergents have to approach the limit, however slowly: from depth 500 to depth 4000 the distance falls, or is
  /// nothing to 60 digits.
  private static let gpStart = """
    \\\\ Run it with: gp -q FILE
    default(realprecision, 80);
    value(a, b, m) = my(t = a(m) * 1.); forstep(n = m, 1, -1, t = a(n-1) + b(n)/t); t;
    failed = 0; checked = 0;
    check(a, b, x, name) = {
      my(near = abs(value(a, b, 4000) - x), far = abs(value(a, b, 500) - x), ok);
      ok = near < 1e-60 || near < 0.95 * far; checked++; if (!ok, failed++);
      print(name, if (ok, " holds, ", " FAILS, "), strprintf("%.1e", near), " at depth 4000");
    }

    """
  private static let gpEnd = "print(checked, \" checked, \", failed, \" failed\"); quit(failed > 0)\n"

  private static let pythonStart = """
    # Run it with: python3 FILE
    from mpmath import *
    mp.dps = 80
    failed = checked = 0
    def value(a, b, m):
        t = a(m)
        for n in range(int(m), 0, -1):
            t = a(mpf(n - 1)) + b(mpf(n)) / t
        return t
    def check(a, b, x, name):
        global failed, checked
        near, far = abs(value(a, b, mpf(4000)) - x), abs(value(a, b, mpf(500)) - x)
        ok = near < mpf(10) ** -60 or near < 0.95 * far
        checked += 1
        failed += not ok
        print(name, "holds," if ok else "FAILS,", nstr(near, 2), "at depth 4000")

    """
  private static let pythonEnd = """
    print(checked, "checked,", failed, "failed")
    raise SystemExit(failed > 0)

    """

  /// The link graph: the label, the formulas that were compared with it, and what inflates or shifts these.
  var dot: String {
    var lines = ["graph family {\n", "  label = \"\(head[0])\";\n", "  \"\(family.label)\" [shape = box];\n"]
    for member in members {
      switch member.link {
      case .checked(let digits):
        lines.append(
          "  \"\(family.label)\" -- \"\(member.formula)\" [label = \"\(member.map), \(digits) digits\"];\n")
      case .exact(let kind, let origin, let shift):
        let how = kind == .shift ? "shift \(shift)" : "inflation"
        lines.append("  \"\(origin)\" -- \"\(member.formula)\" [label = \"\(how)\", style = bold];\n")
      }
    }
    return lines.joined() + "}\n"
  }

  private func comments(_ mark: String, _ lines: [String]) -> String {
    lines.map { mark + $0 + "\n" }.joined()
  }
}

extension FormulaNotation {
  /// The notation of an expression in plain text; the text itself where it cannot be read.
  func text(of plain: String) -> String {
    (try? WallisFormulas.Expression(parsing: plain)).map(text) ?? plain
  }
}
