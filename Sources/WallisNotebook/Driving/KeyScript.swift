/// Keys for a notebook as a text, one step a line:
///
///     size 80x24          the screen from here on
///     type pcf(6, n^2)    the rest of the line, character by character
///     paste two words     the rest of the line at once; \n stands for a line feed
///     wait 20             until nothing runs, at most 20 seconds (60 without a number)
///     frame a title       the screen goes to the frames
///     sees some text      the screen must show it,
///     misses some text    or must not
///     until some text     waits for the screen to show it, a minute at most
///     j Enter Alt-Enter   keys by name
///
/// Lines that begin with `#` and empty lines say nothing.
package struct KeyScript: Sendable {
  /// One line.
  package enum Step: Equatable, Sendable {
    /// Give the screen this size.
    case size(ScreenSize)
    /// Type text.
    case type(String)
    /// Paste text.
    case paste(String)
    /// Wait until nothing runs.
    case wait(Double)
    /// Keep the screen.
    case frame(String)
    /// The screen must show a text, or must not.
    case expect(String, isThere: Bool)
    /// Wait until the screen shows a text.
    case until(String)
    /// Press keys.
    case keys([Key])
  }

  /// A line that is no step.
  package struct Mistake: Error, Equatable {
    /// What is wrong with it.
    package var text: String
  }

  /// The steps in order.
  package var steps: [Step]

  /// Reads a script.
  ///
  /// - Throws: a `Mistake` that names the line.
  package init(_ text: String) throws(Mistake) {
    steps = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { continue }
      guard let step = KeyScript.step(line) else { throw Mistake(text: "line \(number + 1): \(line)") }
      steps.append(step)
    }
  }

  private static func step(_ line: Substring) -> Step? {
    let word = line.prefix { $0 != " " }
    let rest = String(line.dropFirst(word.count + 1))
    switch word {
    case "size": return ScreenSize(rest).map(Step.size)
    case "type": return .type(rest)
    case "paste":
      return .paste(rest.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n"))
    case "wait": return rest.isEmpty ? .wait(60) : Double(rest).map(Step.wait)
    case "frame": return .frame(rest)
    case "sees": return rest.isEmpty ? nil : .expect(rest, isThere: true)
    case "until": return rest.isEmpty ? nil : .until(rest)
    case "misses": return rest.isEmpty ? nil : .expect(rest, isThere: false)
    default: break
    }
    var keys: [Key] = []
    for name in line.split(separator: " ") {
      guard let key = Key(named: String(name)) else { return nil }
      keys.append(key)
    }
    return .keys(keys)
  }
}

extension HeadlessNotebook {
  /// Plays a script.
  ///
  /// - Parameter keep: gets every frame with its title.
  /// - Returns: what the screen failed to show or showed against expectation, with the screen, in words.
  @discardableResult
  package func play(_ script: KeyScript, keep: (String, Frame) -> Void = { _, _ in }) -> [String] {
    var failures: [String] = []
    for step in script.steps {
      switch step {
      case .size(let size): send(.resize(size))
      case .type(let text): type(text)
      case .paste(let text): paste(text)
      case .wait(let seconds): settle(seconds: seconds)
      case .frame(let title): keep(title, frame)
      case .expect(let text, let isThere):
        let shown = screen
        guard shown.contains(text) != isThere else { continue }
        failures.append("the screen \(isThere ? "does not show" : "shows"): \(text)\n\(shown)")
      case .until(let text):
        if !wait(seconds: 60, until: { $0.screen.contains(text) }) {
          failures.append("the screen never showed: \(text)\n\(screen)")
        }
      case .keys(let keys): for key in keys { send(.key(key)) }
      }
    }
    return failures
  }
}
