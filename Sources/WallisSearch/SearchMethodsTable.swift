extension SearchMethods {
  /// The methods that come with Wallis.
  public static let standard = SearchMethods([
    DynamicsRequest.self, EsmaRequest.self, FieldRequest.self, FactorialRequest.self, SeriesRequest.self,
  ])
}
