internal import ArgumentParser

/// A value of an option or argument as typed, a leading minus included.
package struct Word: ExpressibleByArgument, Sendable, Hashable, CustomStringConvertible {
  /// The characters as typed.
  package let string: String

  /// As typed: what the help says of a default.
  package var description: String { string }

  /// A value as ArgumentParser hands it over.
  package init(argument: String) { string = LeadingMinus.restore(argument) }
}
