internal import WallisCommands

extension NotebookModel {
  mutating func toggleHelp() {
    if case .help = overlay { closeOverlay() } else { overlay = .help(scroll: 0) }
  }

  /// Looks for a word among the keys.
  mutating func findKey() {
    guard case .help = overlay else { return say("F1 shows the keys, / finds one there") }
    overlay = .keySearch(Prompt())
  }

  mutating func openPalette() { overlay = .palette(Prompt()) }

  mutating func openSearch() {
    leave()
    overlay = .search(Prompt())
  }

  mutating func openHistory() {
    guard isEditing else { return }
    overlay = .history(Prompt())
  }

  mutating func closeOverlay() {
    if case .search = overlay { searched = "" }
    if case .keySearch = overlay { overlay = .help(scroll: 0) } else { overlay = nil }
  }

  /// Shows the output of a verb line over the cells; with names where it may use those above the selected cell.
  mutating func openPane(_ title: String, _ line: String, withNames: Bool = false) -> [Effect] {
    let stop = closePane()
    let run = runs.newRun()
    overlay = .pane(Pane(title: title, run: run))
    var request = CellRequest(source: line, catalog: options.catalog, width: max(20, size.columns - 4))
    if withNames { (request.bindings, request.results) = (bindings(above: selection), runs.results) }
    return stop + [.run(run, request)]
  }

  /// Shows the formulas of the catalog as points, as many columns and rows as there is room for.
  mutating func openMap() -> [Effect] {
    let (columns, rows) = (min(max(20, size.columns - 6), 1000), min(max(6, bodyRows - 8), 500))
    let size = "--columns \(columns) --rows \(rows)" + (glyphs.ascii ? " --format ascii" : "")
    return openPane("Map", "plot delta denominator.gamma \(size)")
  }

  /// Shows what runs here and the catalog's list of jobs.
  mutating func openJobs() -> [Effect] {
    let effects = openPane("Jobs", "jobs")
    guard case .pane(var pane) = overlay else { return effects }
    pane.listsJobs = true
    overlay = .pane(pane)
    return effects
  }

  mutating func closePane() -> [Effect] {
    guard case .pane(let pane) = overlay else { return [] }
    overlay = nil
    return pane.ended ? [] : [.stop(pane.run, .interrupt)]
  }

  /// Esc in an overlay.
  mutating func dismiss() -> [Effect] {
    if case .pane = overlay { return closePane() }
    closeOverlay()
    return []
  }

  /// Enter in the line at the bottom.
  mutating func accept() -> [Effect] {
    switch overlay {
    case .palette(let prompt): return performChosen(prompt)
    case .search: overlay = nil
    case .naming(let prompt, let leaving): return name(prompt.line.text, leaving: leaving)
    case .trusting(let prompt, let cell): return answerTrust(prompt.line.text, cell)
    case .history(let prompt): takeFromHistory(prompt)
    case .keySearch(let prompt): overlay = .help(scroll: 0, word: prompt.line.text)
    case .help, .pane: return dismiss()
    case nil: break
    }
    return []
  }

  /// Moves among the listed choices, or scrolls what is being read.
  mutating func choose(_ step: Int) {
    switch overlay {
    case .help(let scroll, let word): overlay = .help(scroll: scrolled(scroll, by: step), word: word)
    case .pane(var pane):
      pane.scroll = scrolled(pane.scroll, by: step)
      overlay = .pane(pane)
    case .palette(let prompt): moveChoice(step, count: paletteChoices(prompt).count)
    case .history(let prompt): moveChoice(step, count: historyChoices(prompt).count)
    case .search, .naming, .trusting, .keySearch, nil: break
    }
  }

  /// Lines above what is seen of the overlay after scrolling; the last line stays in view.
  private func scrolled(_ scroll: Int, by step: Int) -> Int {
    let most = max(0, readingLines(self).count - max(1, ScreenRows(size).body.count - 2))
    return min(max(scroll + step, 0), most)
  }

  private mutating func moveChoice(_ step: Int, count: Int) {
    guard var prompt = overlay?.prompt, count > 0 else { return }
    prompt.choice = min(max(prompt.choice + step, 0), count - 1)
    overlay?.prompt = prompt
  }

  // Palette

  /// Actions that the palette lists for what was typed: names that begin with it, then those that contain it,
  /// then descriptions that do.
  func paletteChoices(_ prompt: Prompt) -> [NotebookAction] {
    let wanted = prompt.line.text.lowercased()
    let base: KeyContext = isEditing ? .editing : .cells
    let offered = keyMap.actions.filter {
      $0.inPalette && ($0.contexts.contains(base) || $0.contexts.contains(.cells))
    }
    guard !wanted.isEmpty else { return offered }
    let ranked = offered.map { action in
      let rank = action.name.hasPrefix(wanted) ? 0 : action.name.contains(wanted) ? 1 : 2
      return (rank, action)
    }
    let matching = ranked.filter { $0.0 < 2 || $0.1.description.lowercased().contains(wanted) }
    return (0...2).flatMap { rank in matching.filter { $0.0 == rank }.map(\.1) }
  }

  /// Performs the chosen action; a line that names none is a verb line and becomes a cell that runs.
  private mutating func performChosen(_ prompt: Prompt) -> [Effect] {
    let choices = paletteChoices(prompt)
    overlay = nil
    if choices.indices.contains(prompt.choice) {
      let action = choices[prompt.choice]
      if !action.contexts.contains(context) { leave() }
      return action.perform(&self)
    }
    let line = prompt.line.text
    guard !line.allSatisfy(\.isWhitespace) else { return [] }
    insertCell(CellContent(.input, line), at: selection + 1)
    return runSelected()
  }

  // History

  func historyChoices(_ prompt: Prompt) -> [String] {
    let wanted = prompt.line.text.lowercased()
    var seen: Set<String> = []
    return inputs.reversed().filter { input in
      (wanted.isEmpty || input.range(ofIgnoringCase: wanted) != nil) && seen.insert(input).inserted
    }
  }

  private mutating func takeFromHistory(_ prompt: Prompt) {
    let choices = historyChoices(prompt)
    overlay = nil
    guard choices.indices.contains(prompt.choice) else { return say("no earlier input contains this") }
    typeText { $0.replace(0..<$0.characters.count, with: Array(choices[prompt.choice])) }
  }
}
