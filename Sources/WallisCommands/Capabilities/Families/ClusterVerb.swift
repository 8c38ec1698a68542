internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas

/// `cluster`: families of the formulas of the catalog.
struct ClusterVerb: Verb {
  static let declaration = VerbDeclaration(
    "cluster", "Split formulas into clusters by their dynamics and keep the verified families.",
    discussion: """
      Formulas whose coefficients give them different dynamics are apart from the start. The others are split by \
      density in the planes of --planes, the one that separates best (Davies–Bouldin) first, until the limits that are \
      known in a cluster name one constant. Every member is then compared with it at --digits; what is no image of it \
      leaves. A cluster without a name is searched for a constant, then its members are linked to each other. Equal \
      dynamics alone connect nothing. Families are stored; `families` lists them.

      Metrics of --planes: \(ClusterMetric.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    examples: [
      .init("cluster", "the whole catalog by the planes of the publication"),
      .init("cluster 'factorialReduction' --without-known", "labels by computation alone"),
      .init("cluster 'delta > 0' --planes 'delta,denominator.gamma delta,error.gamma'", "by two planes"),
    ])

  @Argument(
    help: ArgumentHelp("A condition as for catalog query; all formulas without one.", valueName: "condition"))
  var condition: [Word] = []

  @Option(help: ArgumentHelp("Pairs of metrics, separated by spaces.", valueName: "planes"))
  var planes: Word?

  @Flag(help: "Use neither stored closed forms nor known formulas.")
  var withoutKnown = false

  @Flag(help: "Only split, by all planes: label and compare nothing.")
  var unlabelled = false

  @Option(help: "Digits that links hold to at least (100).")
  var digits: Int?

  @Option(help: "Classes without a name that are compared in each labelled cluster at most (100).")
  var checks: Int?

  @Option(help: "Fewest points of a cluster (5).")
  var minimumSize: Int?

  @Option(help: "Worker threads; all cores unless given.")
  var workers: Int?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let options = try options()
    let catalog = try unlabelled ? context.readCatalog(global) : context.openCatalog(global)
    let text = condition.map(\.string).joined(separator: " ")
    let (points, rational, unmeasured) = try catalog.clusterPoints(context.query(text))
    let known = try context.knownFormulas()
    let started = context.clock()
    var isStopped = false
    var report = context.stopRequests.observe {
      FamilySearch(options: options, known: known).run(points) { done, total in
        let seconds = context.clock() - started
        let rate = seconds > 0.2 && done > 0 ? Double(done) / seconds : nil
        context.progress(
          CellProgress(
            title: "cluster", done: done, total: total, perSecond: rate,
            secondsLeft: rate.map { Double(total - done) / $0 }, findings: 0))
        isStopped = context.stopRequests.isRequested
        return !isStopped
      }
    }
    if !unlabelled { try catalog.store(report.families) }
    if rational > 0 { report.exits.append(("rational", rational)) }
    if unmeasured > 0 { report.exits.append(("no limit of 20 digits, or no metrics", unmeasured)) }
    return FamilyReportView(report: report, isFinished: !isStopped).reply
  }

  private func options() throws(Refusal) -> FamilySearch.Options {
    var options = FamilySearch.Options()
    if let planes { options.planes = try ClusterVerb.planes(planes.string) }
    (options.usesKnown, options.labels) = (!withoutKnown, !unlabelled)
    options.workers = try SearchRun.workers(workers)
    if let digits {
      guard (40...1000).contains(digits) else {
        throw Refusal("--digits \(digits)", remedy: "between 40 and 1000 digits are compared")
      }
      options.digits = digits
    }
    if let checks {
      guard checks >= 0 else { throw Refusal("--checks \(checks)", remedy: "0 or more") }
      options.checks = checks
    }
    if let minimumSize {
      guard minimumSize >= 2 else { throw Refusal("--minimum-size \(minimumSize)", remedy: "2 or more") }
      options.clustering.minimumSize = minimumSize
    }
    return options
  }

  /// Planes as `delta,denominator.eta delta,error.gamma`.
  static func planes(_ text: String) throws(Refusal) -> [ClusterPlane] {
    var planes: [ClusterPlane] = []
    for part in text.split(whereSeparator: { " ;".contains($0) }) {
      let names = part.split(separator: ",").map(String.init)
      var metrics: [ClusterMetric] = []
      for name in names { metrics.append(try metric(name)) }
      guard metrics.count == 2, metrics[0] != metrics[1] else {
        throw Refusal(
          "'\(part)' is no plane", remedy: "two metrics with a comma between them: delta,denominator.eta")
      }
      planes.append(ClusterPlane(metrics[0], metrics[1]))
    }
    guard !planes.isEmpty else {
      throw Refusal("no planes", remedy: "for example --planes delta,denominator.eta")
    }
    return planes
  }

  static func metric(_ name: String) throws(Refusal) -> ClusterMetric {
    guard let metric = ClusterMetric(rawValue: name) else {
      throw Refusal(
        "'\(name)' is no metric to cluster by",
        remedy: "one of \(ClusterMetric.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return metric
  }
}
