/// The version of Wallis and of the libraries it runs on.
public enum Version {
  /// Version of Wallis.
  public static let number = "0.1.0"

  /// What `--version` prints.
  static var text: String { "wallis \(number)\n" }
}
