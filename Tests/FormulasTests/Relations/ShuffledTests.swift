import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

/// Noise and meaning in one shuffled row, through the one door that users have.
@Suite struct ShuffledTests {
  /// 1,000 random numbers of 60 digits and 1,000 planted images that take at most half of the digits: no noise
  /// may become a conjecture, and every planted number must be found with the formula it was made from.
  @Test func noiseStaysNoiseAndEveryPlantedFormulaIsFound() throws {
    var numbers = PlantedNumbers(generator: SeededGenerator(seed: 20_241_222))
    var samples = (0..<1000).map { _ in numbers.noise(digits: 60) }
    samples += (0..<1000).map { _ in numbers.planted(digits: 60, height: 10, of: Constant.all) }
    samples.shuffle(using: &numbers.generator)
    let identification = Identification()
    var (missed, believed, suspected): ([String], [String], [String]) = ([], [], [])
    for sample in samples {
      let report = identification.identify(.digits(try DecimalInput(sample.text)))
      if let planted = sample.planted {
        let found = report.best.map { $0.grade == .conjecture && $0.formula == planted } ?? false
        if !found {
          missed.append("\(planted): \(sample.text) \(report.best.map { "\($0.formula)" } ?? "-")")
        }
      } else if report.verdict == .graded(.conjecture) {
        believed.append(sample.text)
      } else if report.verdict != .nothing {
        suspected.append(sample.text)
      }
    }
    #expect(missed == [])
    #expect(believed == [])
    #expect(suspected == [])
  }
}
