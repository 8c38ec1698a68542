internal import WallisDocuments

/// One line to be drawn: stretches of text with their styles.
struct ScreenLine: Equatable {
  /// Text of one style.
  struct Stretch: Equatable {
    var text: String
    var style: Style
  }

  var stretches: [Stretch]

  init(_ stretches: [Stretch] = []) { self.stretches = stretches }

  init(_ text: String, _ style: Style = .plain) { self.init([Stretch(text: text, style: style)]) }

  init(_ text: String, _ part: InterfacePart) { self.init(text, .interface(part)) }

  /// A line of a laid out document.
  init(_ text: Text) {
    self.init(text.spans.map { Stretch(text: $0.string, style: .content($0.role)) })
  }

  var text: String { stretches.map(\.text).joined() }

  var width: Int { stretches.reduce(0) { $0 + $1.text.displayWidth } }

  static func + (left: ScreenLine, right: ScreenLine) -> ScreenLine {
    ScreenLine(left.stretches + right.stretches)
  }

  static func += (left: inout ScreenLine, right: ScreenLine) { left.stretches += right.stretches }

  /// The line with every occurrence of `needle` (in lower case) in the style of a match.
  func marking(_ needle: String) -> ScreenLine {
    guard !needle.isEmpty else { return self }
    return ScreenLine(stretches.flatMap { $0.marking(needle) })
  }
}

extension ScreenLine.Stretch {
  fileprivate func marking(_ needle: String) -> [Self] {
    var rest = text[...]
    var out: [Self] = []
    while let found = rest.range(ofIgnoringCase: needle) {
      if found.lowerBound > rest.startIndex {
        out.append(Self(text: String(rest[..<found.lowerBound]), style: style))
      }
      out.append(Self(text: String(rest[found]), style: .interface(.match)))
      rest = rest[found.upperBound...]
    }
    if !rest.isEmpty { out.append(Self(text: String(rest), style: style)) }
    return out
  }
}

extension StringProtocol {
  /// Bytes before the first occurrence of `needle`, `.some(nil)` where there is none; nil where either text is more
  /// than ASCII.
  private func asciiPlace(of needle: String) -> Int?? {
    let wanted = Array(needle.utf8)
    guard !wanted.isEmpty, wanted.allSatisfy({ $0 < 0x80 }), utf8.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    let bytes = utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return .some(bytes.firstOccurrence(of: wanted))
  }

  /// First occurrence of `needle`, which is in lower case, whatever the case here.
  func range(ofIgnoringCase needle: String) -> Range<Index>? {
    if let place = asciiPlace(of: needle) {
      return place.map {
        utf8.index(startIndex, offsetBy: $0)..<utf8.index(startIndex, offsetBy: $0 + needle.utf8.count)
      }
    }
    let wanted = Array(needle)
    guard !wanted.isEmpty else { return nil }
    var start = startIndex
    while start < endIndex {
      var (position, matched) = (start, 0)
      while position < endIndex, matched < wanted.count,
        self[position].lowercased() == String(wanted[matched])
      {
        position = index(after: position)
        matched += 1
      }
      if matched == wanted.count { return start..<position }
      start = index(after: start)
    }
    return nil
  }
}

extension [UInt8] {
  /// Index of the first occurrence; nil where there is none.
  func firstOccurrence(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      (0...(bytes.count - wanted.count)).first { start in
        bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
      }
    }
  }
}
