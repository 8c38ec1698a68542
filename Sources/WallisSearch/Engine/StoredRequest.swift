internal import Foundation

/// A request as a job is stored with it: the word of its method and its values as text, which nobody has to understand
/// to list, copy or keep it.
public struct StoredRequest: Sendable, Hashable {
  /// Word of the method.
  public let method: String
  /// One object of JSON with sorted keys: `{"dynamics":{"_0":{…}}}`, the form of version 0.1.
  public let text: String

  /// A request from its stored parts.
  public init(method: String, text: String) { (self.method, self.text) = (method, text) }

  /// A request to be stored.
  /// - Throws: what the coding of the request throws.
  public init(_ request: some SearchMethod) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode([request.name: ["_0": request]])
    self.init(method: request.name, text: String(decoding: data, as: UTF8.self))
  }

  /// The request as a value.
  /// - Throws: `SearchError.malformed` for text that is none of the method's requests.
  func decoded<Method: SearchMethod>(as method: Method.Type) throws(SearchError) -> any SearchMethod {
    let detail: String
    do {
      let object = try JSONDecoder().decode([String: [String: Method]].self, from: Data(text.utf8))
      if let request = object[method.name]?["_0"] { return request }
      detail = "there is none of '\(method.name)' in it"
    } catch {
      detail = "\(error)"
    }
    throw .malformed(
      message: "the stored request of a search '\(method.name)' cannot be read: \(detail)", text: text,
      position: 0, remedy: "a version of Wallis as new as the one that began the search")
  }
}
