/// Why a matrix field or a walk through it is refused.
public struct FieldError: Error, Sendable, Equatable {
  /// What is wrong.
  public let message: String
  /// What to try instead.
  public let remedy: String?
  /// True when the definition of the field is at fault rather than the request.
  public let isDefinition: Bool

  /// An error of a request, or of a definition.
  public init(_ message: String, remedy: String? = nil, isDefinition: Bool = false) {
    (self.message, self.remedy, self.isDefinition) = (message, remedy, isDefinition)
  }

  /// An error of a definition.
  static func definition(_ message: String, remedy: String? = nil) -> FieldError {
    FieldError(message, remedy: remedy, isDefinition: true)
  }
}
