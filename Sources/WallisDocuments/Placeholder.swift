/// Placeholder of the output document until its own files arrive.
public struct Document: Codable, Sendable, Equatable { public init() {} }
