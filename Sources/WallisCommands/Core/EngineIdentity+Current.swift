internal import WallisSearch

extension EngineIdentity {
  /// This version of Wallis on this kind of machine.
  static var current: EngineIdentity {
    #if arch(x86_64)
      let architecture = "x86_64"
    #elseif arch(arm64)
      let architecture = "aarch64"
    #else
      let architecture = "other"
    #endif
    #if os(Linux)
      return EngineIdentity(version: Version.number, machine: architecture + "-linux")
    #else
      return EngineIdentity(version: Version.number, machine: architecture)
    #endif
  }
}
