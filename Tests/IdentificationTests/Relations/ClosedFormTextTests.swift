import Foundation
import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

@Suite struct ClosedFormTextTests {
  /// Plain, Unicode and LaTeX text of every sample by the printers of version 0.1; see the head of the file.
  private func lines() throws -> [[Substring]] {
    let url = try #require(
      Bundle.module.url(forResource: "closed-forms-0.1", withExtension: "txt", subdirectory: "Fixtures"))
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
  }

  /// What version 0.1 got wrong: it wrote five times 2^√2 as 52^{\sqrt{2}}, and left out the parentheses of
  /// `1/(pi*sqrt(2))` below some sums. √e, √π and π√2 are
  /// constants of the table: no search makes them of others.
  private func isMistaken(_ line: [Substring], for sample: NormalForm) -> Bool {
    if line[2].contains(/[0-9]2\^\{\\sqrt\{2\}\}/)
      || ["√(e)", "√(π)", "π·√"].contains(where: { line[1].contains($0) })
    {
      return true
    }
    guard "\(sample)" != line[0] else { return false }
    let meant = ClosedForm(reading: String(line[0]), rule: .version01).ball(digits: 30)
    return meant?.overlaps(sample.ball(bits: 100)) == false
  }

  /// Version 0.1 wrote 2·e as `2e`, which others read as the beginning of a power of ten.
  private func withSign(_ sign: String, in text: Substring) -> String {
    String(text.replacing(/([0-9])e(?=[-+)\/−]|$)/) { "\($0.1)\(sign)e" })
  }

  @Test func allShapesAreWrittenAsBefore() throws {
    let (samples, lines) = (ClosedFormSamples.all(), try lines())
    #expect(samples.count == 3286)
    var (wrong, mistaken): ([String], Int) = ([], 0)
    for (sample, line) in zip(samples, lines) {
      if isMistaken(line, for: sample) {
        mistaken += 1
        continue
      }
      let expected = [
        withSign("*", in: line[0]), withSign("·", in: line[1]), String(line[2]),
      ]
      for (notation, text) in zip([Notation.plain, .unicode, .latex], expected)
      where sample.text(notation) != text {
        wrong.append("\(sample.text(notation)) instead of \(text)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20).joined(separator: "\n"))")
    #expect(mistaken == 34, "other lines than those that version 0.1 got wrong are passed over")
  }

  /// The tree is not read back from the text by the program, but files of version 0.1 have nothing else.
  @Test func textIsReadToTheSameText() {
    let samples = ClosedFormSamples.all() + ClosedFormSamples.suggested()
    let wrong = samples.filter { sample in
      let read = ClosedForm(reading: "\(sample)", rule: .version01)
      return read.expression == nil || "\(read)" != "\(sample)"
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20).map(\.description).joined(separator: "\n"))")
  }

  @Test func imagesOfConstantsAreReadToTheSameTree() throws {
    for constant in Constant.all {
      let form = try #require(NormalForm(7, -3, over: 2, 5, of: constant))
      #expect(ClosedForm(reading: "\(form)", rule: .version01) == form.closedForm)
    }
  }

  @Test func encodingLosesNothing() throws {
    for sample in ClosedFormSamples.all() + ClosedFormSamples.suggested() {
      let expression = sample.expression
      let read = try Expression(encoded: expression.encoded)
      #expect(read == expression)
    }
  }
}
