internal import GRDB

/// Version of the SQLite library in use, for example `3.40.1`; nil when it cannot be asked.
package func databaseLibraryVersion() -> String? {
  try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
}
