import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisMatrixFields

struct FieldReaderTests {
  private func message(_ text: String) -> String {
    do {
      _ = try FieldReader.field(text)
      return "accepted"
    } catch {
      return error.message
    }
  }

  @Test func definitionOnOneLine() throws {
    let field = try FieldReader.field(
      "axes x, y; x = [[x, -x], [-y, 2x+y+1]]; y = [[1+y, -x], [-1-y, x+2y+1]]")
    #expect(field.axes == (try #require(try KnownFields.named("pi"))).axes)
  }

  @Test func conjugatePairWithParametersAndComments() throws {
    let field = try FieldReader.field(
      """
      # two linear functions
      field mine
      axes x, y
      parameters c0 = 1/2, c1   # c1 is 1
      f = c0+c1(x+y)
      g = 2 + 3*(x-y)
      start 1, 1/2
      direction 2, 1
      """)
    #expect(field.name == "mine")
    #expect(field.parameters.map(\.value) == [Rational(1, 2), 1])
    #expect(field.start == [1, Rational(1, 2)] && field.direction == [2, 1])
  }

  @Test func backwardSteps() throws {
    let field = try FieldReader.field(
      "axes x, y; x = [[x, -x], [-y, 2*x+y+1]]; -y = [[x+2*y-1, x], [y, y]]")
    #expect(field.axes[1].isForward == false)
  }

  @Test(arguments: [
    ("axes x, y; x = [[1, 0], [0, 1]]", "no matrix for the axis y"),
    ("axes x, y; x = [[1, 0], [0, 1]]; y = [[1]]", "rank"),
    ("axes x, y; x = [[1, 0], [0]]; y = [[1]]", "not square"),
    ("axes x, y; x = [[x, y], [0, 1]]; y = [[1, 1], [x, 1]]", "not conservative: x then y"),
    ("axes x, y; x = [[x, q], [0, 1]]; y = [[1, 1], [x, 1]]", "neither an axis nor a parameter"),
    ("x = [[1]]", "no axes"), ("axes x, x; x = [[1]]", "no names of axes"),
    ("axes x; x = [[0, 0], [0, 0]]", "singular everywhere"), ("axes x; nonsense", "no statement"),
    ("axes x; x = [[1/0]]", "division by zero"), ("axes x; x = [[x]]; start 1, 2", "2 numbers for 1 axes"),
    ("axes x; x = [[x]]; z = [[x]]", "'z' is no axis"), ("axes x; x = [[sin(x)]]", "no rational function"),
    ("axes x, y; f = 1/x; g = y", "polynomials in the coordinates"), ("", "no axes"),
  ])
  func refusals(_ text: String, _ part: String) {
    #expect(message(text).contains(part), "\(message(text))")
  }

  @Test func offendingPointShowsBothProducts() {
    let text = message("axes x, y; x = [[x, -x], [-y, 2*x+y+2]]; y = [[1+y, -x], [-1-y, x+2*y+1]]")
    #expect(text.hasPrefix("not conservative: x then y, and y then x, differ at x="))
    #expect(text.contains("entry ("))
  }

  @Test(
    arguments: [
      ([1, 0, 0], [1, 1], "direction of 3 numbers"), ([1, 1], [1], "start of 1 numbers"),
      ([0, 0], [1, 1], "direction is zero"), ([500, 1], [1, 1], "501 unit steps"),
    ] as [([Int], [Int], String)])
  func linesThatAreRefused(_ direction: [Int], _ start: [Int], _ part: String) throws {
    let field = try #require(try KnownFields.named("pi"))
    let error = #expect(throws: FieldError.self) {
      try FieldLine(field, start: start.map { Rational(Integer($0)) }, direction: direction)
    }
    #expect(error?.message.contains(part) == true)
  }

  @Test func unknownParameter() throws {
    let field = try #require(try KnownFields.named("pi"))
    #expect(throws: FieldError.self) { try FieldLine(field, parameters: ["c9": 1]) }
  }
}
