internal import WallisFormulas
internal import WallisIdentification

extension KnownFormulas {
  /// Findings about one formula, with the name under which it is known.
  func naming(_ findings: [Discovery], about formula: Formula) -> [Discovery] {
    guard !findings.isEmpty, let match = match(formula) else { return findings }
    return findings.map { finding in
      var finding = finding
      finding.known = match.name
      return finding
    }
  }
}
