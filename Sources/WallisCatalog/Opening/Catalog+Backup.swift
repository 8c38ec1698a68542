internal import GRDB
internal import WallisFormulas

extension Catalog {
  /// Writes a copy of the catalog as it is at this moment; others may go on writing to it.
  /// - Throws: `CatalogError.exists` where there is a file of that name.
  package func backup(to target: String) throws(CatalogError) {
    do { try CatalogCopy(of: pool).write(to: target) } catch { throw CatalogError(error, path: target) }
  }

  /// Gives back the room of what was deleted, and puts pages in order; all or nothing.
  /// - Returns: bytes of the file before and after.
  package func compact() throws(CatalogError) -> (before: Int, after: Int) {
    func bytes() throws(CatalogError) -> Int {
      try read {
        try Int.fetchOne(
          $0, sql: "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()") ?? 0
      }
    }
    let before = try bytes()
    // Nothing is written to a file that is no longer the catalog.
    try write { try ColumnPacker($0).packAll() }
    try mapping {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "INSERT INTO words (words) VALUES ('optimize'); VACUUM; PRAGMA optimize")
      }
    }
    settle()
    return (before, try bytes())
  }
}
