extension QueryField {
  /// Where the texts of the field are in `BestFindings`; nil for other fields.
  var bestTexts: KeyPath<BestFindings, BestFindings.Texts>? {
    switch sql {
    case QueryFieldTable.best("closedForm"): \.closedForms
    case QueryFieldTable.best("known"): \.known
    default: nil
    }
  }
}
