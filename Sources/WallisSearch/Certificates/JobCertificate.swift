internal import Foundation

/// What a chunk is certified to have yielded: the counts of its exits, and a residue of the rest.
package struct ChunkCertificate: Sendable, Hashable {
  /// Number of the chunk in its plan.
  package let chunk: Int
  /// Exits of its members.
  package let funnel: Funnel
  /// Residue of its formulas, findings and notes in their order, see `ResultDigest`.
  package let residue: UInt64

  /// A certificate from its parts.
  package init(chunk: Int, funnel: Funnel, residue: UInt64) {
    (self.chunk, self.funnel, self.residue) = (chunk, funnel, residue)
  }

  /// The certificate of what a chunk yielded.
  package init(_ result: ChunkResult) {
    var digest = ResultDigest()
    for formula in result.formulas { digest.add(formula) }
    for finding in result.findings { digest.add(finding) }
    for note in result.notes {
      digest.add(note.key)
      digest.add(note.text)
    }
    self.init(chunk: result.chunk, funnel: result.funnel, residue: digest.value)
  }
}

/// What a complete job is certified to have yielded: the counts of every exit, and a residue over all of its chunks, the
/// request and the engine.
package struct JobCertificate: Sendable, Hashable {
  /// Number of chunks.
  package let chunks: Int
  /// Exits of all members.
  package let exits: Funnel
  /// Residue of request, size of chunks, engine, and the certificates of the chunks in the order of their numbers.
  package let residue: UInt64

  /// The certificate of a job with these chunks, in the order of their numbers.
  package init(_ request: StoredRequest, chunkSize: Int, engine: EngineIdentity, _ chunks: [ChunkCertificate])
  {
    var (digest, exits) = (ResultDigest(), Funnel())
    for text in [request.method, request.text, engine.version, engine.machine] { digest.add(text) }
    digest.add(chunkSize)
    for chunk in chunks {
      digest.add(chunk.chunk)
      digest.add(chunk.funnel)
      digest.add(Int(Int64(bitPattern: chunk.residue)))
      exits.merge(chunk.funnel)
    }
    (self.chunks, self.exits, residue) = (chunks.count, exits, digest.value)
  }

  /// One object of JSON with sorted keys: `{"chunks":3,"exits":{…},"residue":"0f…"}`.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let exits = (try? encoder.encode(exits.counts)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    let digits = String(residue, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return "{\"chunks\":\(chunks),\"exits\":\(exits),\"residue\":\"\(padded)\"}"
  }
}
