package import ArgumentParser

/// A verb: its options are the stored properties, its name and help the declaration.
///
/// To add one: a file in `Verbs` with a type like the others there, and a line in `VerbTable.standard`. Help,
/// completion, the cheat sheet and the check that every example parses follow from the declaration.
package protocol Verb: ParsableCommand {
  /// Name, help and examples.
  static var declaration: VerbDeclaration { get }
  /// The options that every verb takes.
  var global: GlobalOptions { get }
  /// Carries the request out.
  ///
  /// - Throws: a `Refusal`.
  func reply(in context: VerbContext) throws -> Reply
}

extension Verb {
  /// What ArgumentParser needs to know, taken from the declaration.
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "wallis " + declaration.name, abstract: declaration.abstract,
      discussion: declaration.helpDiscussion)
  }
}

/// Name and help of a verb.
package struct VerbDeclaration: Sendable {
  /// Words after `wallis`, for example `search dynamics`.
  package let name: String
  /// One sentence.
  package let abstract: String
  /// Conventions and limits that the user should know; may be empty.
  package let discussion: String
  /// Complete command lines without `wallis`, as they stand in a cell.
  package let examples: [Example]
  /// Whether help and completion leave the verb out.
  package let isHidden: Bool
  /// Whether the verb uses the streams of a process, so that it cannot stand in a cell.
  package let isShellOnly: Bool

  /// A worked example.
  package struct Example: Sendable {
    /// The line as it stands in a cell.
    package let line: String
    /// What it shows.
    package let remark: String

    /// An example.
    package init(_ line: String, _ remark: String) { (self.line, self.remark) = (line, remark) }
  }

  /// A declaration.
  package init(
    _ name: String, _ abstract: String, discussion: String = "", examples: [Example], isHidden: Bool = false,
    isShellOnly: Bool = false
  ) {
    (self.name, self.abstract, self.discussion) = (name, abstract, discussion)
    (self.examples, self.isHidden, self.isShellOnly) = (examples, isHidden, isShellOnly)
  }

  /// The words of the name.
  package var words: [String] { name.split(separator: " ").map(String.init) }

  /// The discussion, then the examples.
  var helpDiscussion: String {
    let shown = examples.map { "  \($0.line)\n      \($0.remark)" }.joined(separator: "\n")
    let parts = [discussion, examples.isEmpty ? "" : "EXAMPLES (in a shell, after `wallis`):\n" + shown]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
