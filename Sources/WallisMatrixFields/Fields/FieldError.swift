internal import WallisFormulas

/// Why a matrix field or a walk through it is refused.
public struct FieldError: Error, Sendable, Equatable {
  /// What is wrong.
  public let message: String
  /// What to try instead.
  public let remedy: String?
  /// True when the definition of the field is at fault rather than the request.
  public let isDefinition: Bool
  /// True where a line lies in a hyperplane in which the field has no inverse or no value.
  public let isSingular: Bool

  /// An error of a request, of a definition, or of a line.
  public init(
    _ message: String, remedy: String? = nil, isDefinition: Bool = false, isSingular: Bool = false
  ) {
    (self.message, self.remedy) = (message, remedy)
    (self.isDefinition, self.isSingular) = (isDefinition, isSingular)
  }

  /// An error of a definition.
  static func definition(_ message: String, remedy: String? = nil) -> FieldError {
    FieldError(message, remedy: remedy, isDefinition: true)
  }
}
