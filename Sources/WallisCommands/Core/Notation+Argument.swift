public import ArgumentParser
package import WallisFormulas

extension Notation: ExpressibleByArgument {
  /// The notation with this name; `text` is plain text.
  package init?(argument: String) { self.init(rawValue: argument == "text" ? "plain" : argument) }

  /// The names, `text` for plain text.
  package static var allValueStrings: [String] { allCases.map { $0 == .plain ? "text" : $0.rawValue } }
}
