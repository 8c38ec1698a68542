internal import Foundation
internal import WallisCatalog
package import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// How a request ended, as the exit code of the process.
package enum Exit: Int32, Codable, Sendable {
  /// Done.
  case done = 0
  /// It ran, but found nothing.
  case nothing = 1
  /// The request itself is wrong: unknown verb, option or name, malformed expression.
  case usage = 2
  /// A file or stored data is bad.
  case badData = 3
  /// It would need more memory, time or digits than allowed.
  case limit = 4
  /// Interrupted; what was done is kept.
  case interrupted = 130
}

/// A request that could not be carried out: what the user is told, and the exit code.
package struct Refusal: Error, Sendable, Equatable {
  /// What is wrong, where, and what to try.
  package var diagnostic: Diagnostic
  /// Exit code of the process.
  package var exit: Exit

  /// A refusal.
  package init(_ diagnostic: Diagnostic, exit: Exit = .usage) {
    (self.diagnostic, self.exit) = (diagnostic, exit)
  }

  /// A refusal with a message and a remedy.
  package init(_ message: String, remedy: String? = nil, exit: Exit = .usage) {
    self.init(Diagnostic(message, remedy: remedy), exit: exit)
  }

  /// What scripts read: `error` with `message`, `remedy`, and `source` with `range` where a place is known.
  var json: JSONValue {
    var error: [JSONValue.Member] = [.init("message", .string(diagnostic.message))]
    error.append(.init("remedy", .optional(diagnostic.remedy)))
    if let source = diagnostic.source { error.append(.init("source", .string(source))) }
    if let range = diagnostic.range {
      error.append(.init("range", [.integer(range.lowerBound), .integer(range.upperBound)]))
    }
    var json: JSONValue { ["error": .object(error), "exit": .integer(Int(exit.rawValue))] }
    return json.withSchema
  }
}

extension Refusal {
  /// Any error as a refusal.
  init(wrapping error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let diagnostic as Diagnostic: self.init(diagnostic, exit: .badData)
    case let error as CatalogError: self.init(error)
    case let error as SearchError: self.init(error)
    case let limit as ResourceLimit: self.init(limit)
    case let error as CocoaError: self.init(error.localizedDescription, exit: .badData)
    default: self.init("\(error)", exit: .badData)
    }
  }
}
