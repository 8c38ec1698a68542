public import ArgumentParser

/// A value of an option or argument as typed, a leading minus included.
public struct Word: ExpressibleByArgument, Sendable, Hashable {
  /// The characters as typed.
  public let string: String

  /// A value as ArgumentParser hands it over.
  public init(argument: String) { string = LeadingMinus.restore(argument) }
}
