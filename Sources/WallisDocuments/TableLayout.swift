extension Layout {
  /// The lines of a table: titles, a rule, the rows; cells wrap inside their column when the table is too wide.
  func tableLines(_ table: Table) -> [Text] {
    guard !table.columns.isEmpty else { return [] }
    let titles = table.columns.map { shown(Text($0.title, .label)) }
    let rows = table.rows.map { row in
      table.columns.indices.map { $0 < row.count ? shown(row[$0]) : Text() }
    }
    let short = table.columns.indices.filter { table.columns[$0].isShortened == true }
    let widths = columnWidths(titles: titles, rows: rows, short: short)
    var lines = rowLines(titles, table.columns, widths)
    let dash = ascii ? "-" : "─"
    lines.append(widths.map { Text(String(repeating: dash, count: $0), .muted) }.joined(separator: "  "))
    lines += rows.flatMap { rowLines($0, table.columns, widths) }
    if let caption = table.caption {
      lines += wrap(shown(caption), width: width)
    }
    return lines
  }

  /// Natural widths; where their sum is too large, columns that may be shortened give way down to eight columns each,
  /// then those of prose down to ten, then the widest ones down to six.
  private func columnWidths(titles: [Text], rows: [[Text]], short: [Int]) -> [Int] {
    var widths = titles.indices.map { column in
      max(1, titles[column].displayWidth, rows.map { $0[column].displayWidth }.max() ?? 0)
    }
    let prose = titles.indices.filter { column in
      rows.contains { $0[column].spans.contains { $0.role == .plain || $0.role == .muted } }
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    func shrink(_ columns: [Int], to least: Int) {
      while excess > 0, let widest = columns.max(by: { widths[$0] < widths[$1] }), widths[widest] > least {
        widths[widest] -= 1
        excess -= 1
      }
    }
    shrink(short, to: 8)
    shrink(prose, to: 10)
    shrink(Array(titles.indices), to: 6)
    return widths
  }

  private func rowLines(_ cells: [Text], _ columns: [Table.Column], _ widths: [Int]) -> [Text] {
    let wrapped = cells.indices.map { place in
      columns[place].isShortened == true
        ? [cells[place].shortened(to: widths[place], mark: ascii ? "..." : "…")]
        : wrap(cells[place], width: widths[place])
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = cells.indices.map { column in
        aligned(
          line < wrapped[column].count ? wrapped[column][line] : Text(), columns[column], widths[column])
      }
      return parts.joined(separator: "  ").withoutTrailingSpaces
    }
  }

  private func aligned(_ text: Text, _ column: Table.Column, _ width: Int) -> Text {
    let padding = Text(String(repeating: " ", count: max(0, width - text.displayWidth)))
    return column.alignment == .left ? text + padding : padding + text
  }
}

extension Text {
  /// The text where it fits in a width, else its beginning with a mark behind.
  fileprivate func shortened(to width: Int, mark: String) -> Text {
    guard displayWidth > width else { return self }
    var (left, spans) = (width - mark.displayWidth, [Span]())
    for span in self.spans {
      var kept = ""
      for character in span.string where left >= 0 {
        left -= String(character).displayWidth
        if left >= 0 { kept.append(character) }
      }
      spans.append(Span(span.role, kept))
    }
    return Text(spans).withoutTrailingSpaces + Text(mark, .muted)
  }
}
