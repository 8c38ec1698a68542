public import ArgumentParser
public import WallisFormulas

extension Notation: ExpressibleByArgument {
  /// The notation with this name; `text` is plain text.
  public init?(argument: String) { self.init(rawValue: argument == "text" ? "plain" : argument) }

  /// The names, `text` for plain text.
  public static var allValueStrings: [String] { allCases.map { $0 == .plain ? "text" : $0.rawValue } }
}
