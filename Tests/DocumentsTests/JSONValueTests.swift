import Foundation
import Testing
import WallisDocuments

@Suite struct JSONValueTests {
  static let sample: JSONValue = [
    "schema": 1, "value": "3.1415", "delta": 0.1, "big": 1e300, "none": nil, "flag": true,
    "list": [[1, 0.5], [2, -3]], "nested": ["empty": [], "nothing": .object([])],
    "text": "a\"b\\\n\u{1}π\u{2028}",
  ]

  @Test func compactKeepsTheOrderOfKeys() {
    #expect(
      Self.sample.compact
        == #"{"schema":1,"value":"3.1415","delta":0.1,"big":1e+300,"none":null,"flag":true,"#
        + #""list":[[1,0.5],[2,-3]],"nested":{"empty":[],"nothing":{}},"text":"a\"b\\\n\u0001π\u2028"}"#)
  }

  @Test func bothFormsAreJSONWithEqualContent() throws {
    let compact = try JSONSerialization.jsonObject(with: Data(Self.sample.compact.utf8)) as? NSDictionary
    let pretty = try JSONSerialization.jsonObject(with: Data(Self.sample.pretty.utf8)) as? NSDictionary
    #expect(compact != nil && compact == pretty)
    #expect(compact?["text"] as? String == "a\"b\\\n\u{1}π\u{2028}")
  }

  @Test func doublesReadBackEqualAndNonFiniteOnesAreNull() {
    for value in [0.1, 1.0 / 3, 2.5e-308, -0.0, 123456789.125] {
      #expect(Double(JSONValue.double(value).compact) == value)
    }
    #expect(JSONValue.double(.infinity).compact == "null")
    #expect(JSONValue.double(3).compact == "3.0")
    #expect(JSONValue.integer(3).compact == "3")
  }

  @Test func membersAreFoundByKey() {
    #expect(Self.sample["schema"] == 1)
    #expect(Self.sample["absent"] == nil)
  }
}
