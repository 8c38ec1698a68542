public import WallisFormulas

/// A method of search together with what it is asked to do: the value that a job is stored with, complete enough to
/// repeat it.
///
/// To add a method: a folder with a type that conforms, and its line in `SearchMethodsTable.swift`. Jobs, resuming,
/// lists, coverage and exports ask this protocol alone; nothing outside of the folder knows the type.
public protocol SearchMethod: Codable, Hashable, Sendable {
  /// The method's word, as after `wallis search`; jobs are stored with it, so it never changes.
  static var name: String { get }
  /// Exits of the funnel whose members leave nothing in the store.
  static var unmeasuredExits: Set<String> { get }
  /// What is searched; the same space is the same value.
  var space: SearchedSpace { get }
  /// What is asked in one line, for lists of jobs.
  var summaryLine: String { get }
  /// What a complete search lets one say about the space.
  var coverage: CoverageTerms { get }
  /// Whether a formula is a member of the space; false where that is not known.
  func holds(_ formula: Formula) -> Bool
  /// The units of the first round. It may take as long as the space is large, so it is called when work is planned and
  /// never to list jobs.
  /// - Throws: `SearchError` where the request makes no sense.
  func units() throws(SearchError) -> any SearchUnits
  /// Spaces that lie beside those that were searched completely by this method, and in none of them.
  static func proposals(beside spaces: [SearchedSpace]) -> [SpaceProposal]
}

extension SearchMethod {
  /// No exit: every member leaves something in the store.
  public static var unmeasuredExits: Set<String> { [] }
  /// False: nobody knows.
  public func holds(_ formula: Formula) -> Bool { false }
  /// None: the method has no notion of neighbours.
  public static func proposals(beside spaces: [SearchedSpace]) -> [SpaceProposal] { [] }
  /// The space.
  public var summaryLine: String { space.description }
  /// The method's word.
  public var name: String { Self.name }

  /// Whether the other request is of the same method and asks for the same.
  func isSame(as other: any SearchMethod) -> Bool { (other as? Self) == self }
}

/// A method whose spaces can be divided among machines.
public protocol DivisibleMethod: SearchMethod {
  /// The part that is searched; nil for the whole.
  var shard: Shard? { get set }
  /// The words behind `search NAME` that ask for the same, the part left out.
  var words: [String] { get }
}

/// The methods that a program knows: handed to whoever runs or lists jobs, so that one may know more than another.
public struct SearchMethods: Sendable {
  /// The methods in the order of the help.
  public let methods: [any SearchMethod.Type]

  /// These methods.
  public init(_ methods: [any SearchMethod.Type]) { self.methods = methods }

  /// This table with further methods.
  public func adding(_ more: [any SearchMethod.Type]) -> SearchMethods { SearchMethods(methods + more) }

  /// What a job is asked to do.
  /// - Throws: `SearchError.unknownMethod` for a word that is not in the table, `malformed` for a request that the
  ///   method cannot read.
  public func request(of job: Job) throws(SearchError) -> any SearchMethod {
    guard let method = methods.first(where: { $0.name == job.request.method }) else {
      throw .unknownMethod(job: job.number, method: job.request.method)
    }
    return try job.request.decoded(as: method)
  }
}
