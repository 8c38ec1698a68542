extension StringProtocol {
  /// Columns that a terminal gives the string on one line; control characters count nothing.
  package var displayWidth: Int {
    var columns = 0
    for byte in utf8 {
      // Most texts are ASCII, and need not be divided into characters.
      guard byte < 0x80 else { return reduce(0) { $0 + $1.displayWidth } }
      if byte >= 0x20, byte < 0x7F { columns += 1 }
    }
    return columns
  }
}

extension Character {
  /// Columns that a terminal gives the character: 0 for a lone combining mark, 2 for ideographs and emoji.
  package var displayWidth: Int {
    if let ascii = asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
    let scalars = unicodeScalars
    if scalars.count > 1, scalars.contains(where: \.joinsEmoji) { return 2 }
    return scalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension Unicode.Scalar {
  /// Zero-width joiner, emoji presentation, skin tone or flag letter: the cluster is drawn as one emoji.
  fileprivate var joinsEmoji: Bool {
    switch value {
    case 0x200D, 0xFE0F, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: true
    default: false
    }
  }

  fileprivate var displayWidth: Int {
    if value < 0x300 { return value >= 0xA0 && value != 0xAD ? 1 : (value >= 0x20 && value < 0x7F ? 1 : 0) }
    // Greek and Cyrillic letters, boxes, braille: what screens are full of.
    switch value {
    case 0x370...0x482, 0x2500...0x25FC, 0x2800...0x28FF: return 1
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) { return 0 }
    return isWide ? 2 : 1
  }

  private var isWide: Bool {
    guard value >= 0x1100 else { return false }
    var (low, high) = (0, wideScalarRanges.count)
    while low < high {
      let middle = (low + high) / 2
      if wideScalarRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideScalarRanges.count && wideScalarRanges[low].contains(value)
  }
}
