/// What a stretch of text means; a renderer chooses how that looks.
///
/// Colour only repeats what the words already say: an error starts with "error", a grade is spelled out.
package enum Role: String, Codable, Sendable, CaseIterable {
  /// Running text.
  case plain
  /// Digits of a value; may be broken at any place when a line is full.
  case digits
  /// A formula or an expression.
  case formula
  /// A name that the user can type again: constant, verb, file, job.
  case name
  /// A word that stands out: heading, option, status.
  case keyword
  /// Left side of a field or title of a column.
  case label
  /// Grade: exact certificate or proof.
  case certified
  /// Grade: far more digits agree than the relation consumed.
  case conjecture
  /// Grade: more than chance would explain, less than a conjecture.
  case suspicious
  /// Grade: what chance alone produces.
  case noise
  /// Secondary remarks.
  case muted
  /// A warning.
  case warning
  /// An error.
  case error
}

/// A stretch of text with one role.
package struct Span: Codable, Sendable, Equatable {
  /// What the stretch means.
  package var role: Role
  /// The characters, without line breaks unless the span stands in a verbatim block.
  package var string: String
  /// The formula that the characters spell, as a tree in the encoding of whoever wrote it, for those who write it in
  /// another notation; nil for anything else.
  package var tree: String?

  /// A stretch of text with a role.
  package init(_ role: Role, _ string: String, tree: String? = nil) {
    (self.role, self.string, self.tree) = (role, string, tree)
  }
}

/// Text with meanings: a sequence of spans. A string literal is plain text; `+` concatenates.
package struct Text: Codable, Sendable, Equatable {
  /// The spans in reading order.
  package var spans: [Span]

  /// Text made of spans.
  package init(_ spans: [Span] = []) { self.spans = spans }

  /// Text of one role.
  package init(_ string: String, _ role: Role = .plain) { spans = string.isEmpty ? [] : [Span(role, string)] }

  /// The characters without their meanings.
  package var string: String { spans.map(\.string).joined() }

  /// Whether no character is there.
  package var isEmpty: Bool { spans.allSatisfy { $0.string.isEmpty } }

  /// Columns of a terminal that the text takes on one line.
  package var displayWidth: Int { spans.reduce(0) { $0 + $1.string.displayWidth } }

  /// Concatenation; equal roles at the seam become one span.
  package static func + (left: Text, right: Text) -> Text {
    var sum = left
    sum += right
    return sum
  }

  /// Appends text; equal roles at the seam become one span.
  package static func += (left: inout Text, right: Text) {
    for span in right.spans where !span.string.isEmpty {
      // No copy of the last span is held here, so that its text grows in place.
      if left.spans.last?.role == span.role, left.spans.last?.tree == nil, span.tree == nil {
        left.spans[left.spans.count - 1].string += span.string
      } else {
        left.spans.append(span)
      }
    }
  }
}

extension Text: ExpressibleByStringInterpolation {
  /// Plain text.
  package init(stringLiteral value: String) { self.init(value) }
}

extension Sequence where Element == Text {
  /// The texts one after another with `separator` between them.
  package func joined(separator: Text = "") -> Text {
    var sum = Text()
    for (index, text) in enumerated() {
      if index > 0 { sum += separator }
      sum += text
    }
    return sum
  }
}
