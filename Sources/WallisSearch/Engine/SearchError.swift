/// Why a search cannot be planned or read.
public enum SearchError: Error, Sendable, Equatable {
  /// Text that a space cannot be read from: what is wrong, at which character (from 0) of which text, what to try.
  case malformed(message: String, text: String, position: Int, remedy: String)
  /// A request that asks for nothing or contradicts itself.
  case senseless(message: String, remedy: String)
  /// A space whose size exceeds what the limits allow; the message says what it would need.
  case tooLarge(message: String, remedy: String)
  /// A job of a method that is not in the table of methods.
  case unknownMethod(job: Int, method: String)
}
