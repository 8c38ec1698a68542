/// Lets values begin with a minus sign: `--sort -delta`, `--b -n^6`, `identify -0.5772156`.
///
/// No verb has options of one dash except `-h`, so every other word of that form is a value. ArgumentParser takes
/// such words for options; a control character in front of them, which nobody can type in a shell word by accident,
/// keeps it from doing so. `LeadingMinus.restore` takes it away again.
enum LeadingMinus {
  private static let mark: Character = "\u{1}"

  /// The word as it may be given to ArgumentParser.
  static func protect(_ word: String) -> String {
    guard word.hasPrefix("-"), !word.hasPrefix("--"), word != "-", word != "-h" else { return word }
    return String(mark) + word
  }

  /// The text as it was typed.
  static func restore(_ text: String) -> String {
    text.contains(mark) ? String(text.filter { $0 != mark }) : text
  }
}
