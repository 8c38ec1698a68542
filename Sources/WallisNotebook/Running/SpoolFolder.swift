internal import Foundation
internal import WallisCommands

/// The folder of the spools of searches that can go on without a notebook.
///
/// Beside every spool stand two files of the same name: `owner`, the path of the notebook it belongs to, and `log`,
/// what its process complained about.
package struct SpoolFolder: Sendable {
  let path: String

  /// A folder, which need not exist yet.
  package init(_ path: String) { self.path = path }

  /// Makes the files of a run; nil where that is impossible.
  func create(source: String, owner: String?) -> String? {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let spool = "\(path)/\(UUID().uuidString).spool"
    guard CellSpool.create(at: spool, CellSpool.Header(source: source)) else { return nil }
    SpoolFolder.set(owner: owner, of: spool)
    return spool
  }

  static func set(owner: String?, of spool: String) {
    try? Data((owner ?? "").utf8).write(to: URL(fileURLWithPath: spool + ".owner"), options: .atomic)
  }

  static func logPath(_ spool: String) -> String { spool + ".log" }

  /// Removes a spool and what stands beside it.
  static func remove(_ spool: String) {
    for path in [spool, spool + ".owner", logPath(spool)] { unlink(path) }
  }

  /// The searches that a notebook on this file left, oldest first; one without a file has its own.
  package func left(by owner: String?) -> [LeftRun] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let spools = names.filter { $0.hasSuffix(".spool") }.map { "\(path)/\($0)" }
    let own = spools.filter {
      FileManager.default.contents(atPath: $0 + ".owner") == Data((owner ?? "").utf8)
    }
    return own.sorted { modified($0) < modified($1) }.compactMap { spool in
      SpoolReader(path: spool).map { LeftRun(spool: spool, $0) }
    }
  }

  private func modified(_ path: String) -> Date {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + ".owner")
    return attributes?[.modificationDate] as? Date ?? .distantPast
  }
}

extension LeftRun {
  fileprivate init(spool: String, _ reader: SpoolReader) {
    self.init(
      spool: spool, source: reader.header.source, isAlive: reader.isAlive, findings: reader.progress?.findings
    )
  }
}
