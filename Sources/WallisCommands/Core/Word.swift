internal import ArgumentParser

/// A value of an option or argument as typed, a leading minus included.
package struct Word: ExpressibleByArgument, Sendable, Hashable {
  /// The characters as typed.
  package let string: String

  /// A value as ArgumentParser hands it over.
  package init(argument: String) { string = LeadingMinus.restore(argument) }
}
