import Testing

/// Tests that mostly wait go on at once, beside those that compute: in the queue of all, each step of theirs would come
/// after everybody else's, and the whole suite after the end of the others.
struct PromptTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withoutActuallyEscaping(function) { function in
      try await Task(priority: .high) { try await function() }.value
    }
  }
}

extension Trait where Self == PromptTrait {
  static var prompt: PromptTrait { PromptTrait() }
}
