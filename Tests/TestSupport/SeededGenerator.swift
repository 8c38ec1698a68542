public import WallisArithmetic

/// The same numbers for the same seed on every machine; tests print the seed when they fail.
public typealias SeededGenerator = SplitMix64
