/// Which rows serve which purpose: a screen of few rows does without title, footer and message line.
struct ScreenRows {
  let title: Int?
  let body: Range<Int>
  let message: Int?
  let footer: Int?

  init(_ size: ScreenSize) {
    let full = size.rows > 4
    title = full ? 0 : nil
    footer = full ? size.rows - 1 : nil
    message = full ? size.rows - 2 : size.rows > 1 ? size.rows - 1 : nil
    body = (full ? 1 : 0)..<max(1, full ? size.rows - 2 : size.rows - 1)
  }
}
