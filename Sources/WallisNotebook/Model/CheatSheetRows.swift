/// One action in one context: its keys, separated by spaces and commas, its name and description.
///
/// - Parameter isComplete: whether actions without keys are listed, as the palette calls them.
func cheatSheetRows(_ map: KeyMap, _ context: KeyContext, isComplete: Bool = false) -> [(
  keys: String, name: String, description: String
)] {
  map.actions.filter { $0.contexts.contains(context) && (isComplete || !$0.keys.isEmpty) }.map { action in
    let keys = action.keys.isEmpty ? ":\(action.name)" : action.keyNames.joined(separator: ", ")
    return (keys, action.name, action.description)
  }
}
