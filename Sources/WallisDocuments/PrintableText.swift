extension Unicode.Scalar {
  /// Whether a terminal may take it for a command: a control character (C0, DEL, C1) other than tab and line feed.
  package var isCommandToTerminals: Bool {
    properties.generalCategory == .control && self != "\n" && self != "\t"
  }
}

extension String {
  /// The text without anything that a terminal may take for a command: each such character becomes U+FFFD. Carriage
  /// returns at line ends stay.
  package var safeForTerminals: String {
    guard unicodeScalars.contains(where: \.isCommandToTerminals) else { return self }
    return map { $0 == "\r\n" ? String($0) : $0.safeForTerminals }.joined()
  }
}

extension Character {
  fileprivate var safeForTerminals: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isCommandToTerminals ? "\u{FFFD}" : $0 }))
  }
}
