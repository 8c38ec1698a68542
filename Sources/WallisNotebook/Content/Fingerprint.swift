/// FNV-1a, 64 bit: tells texts apart that came by accident, not by intent.
enum Fingerprint {
  /// The fingerprint of bytes, or of bytes that follow others whose fingerprint is `start`.
  static func of(_ bytes: some Sequence<UInt8>, after start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
