/// Signed fractions with their values and the error of their hundredth convergent.
///
/// To add a row: write the key of the fraction, evaluate the number to 40 digits and the distance of the fraction of
/// 100 terms from it with another program (here mpmath, at 600 digits).
enum EsmaValuesTable {
  struct Row: Sendable, CustomStringConvertible {
    let number: String
    let key: String
    let value: String
    /// Leading digits and power of ten.
    let error: (digits: Double, power: Int)
    var description: String { "\(number) \(key)" }

    init(_ number: String, _ key: String, _ value: String, _ error: (Double, Int)) {
      (self.number, self.key, self.value) = (number, key, value)
      self.error = error
    }
  }

  private static let e = "2.718281828459045235360287471352662497757"
  private static let e2 = "7.389056098930650227230427460575007813180"
  private static let coth = "2.163953413738652848770004010218023117094"
  private static let tan = "1.557407724654902230506974807458360173087"
  private static let bessel = "1.433127426722311758317183455775991820432"

  static let rows = [
    Row("e", "-+ 3 2,3;2", e, (1.4, -191)),
    Row("e", "--++ 3 4,4;2;4,4;2", e, (1.4, -191)),
    Row("e", "+ 2 1;2,2;1", e, (7.6, -116)),
    Row("e-1", "-+ . 2;2,3", "1.718281828459045235360287471352662497757", (1.4, -191)),
    Row("e/(e-1)", "+- . 2,1;2", "1.581976706869326424385002005109011558547", (9.7, -190)),
    Row("1+1/e", "-+ . 2;2,1", "1.367879441171442321595523770161460867446", (7.9, -188)),
    Row("(e+1)/(e-1)", "+ . 4,2", coth, (1.3, -436)),
    Row("(e+1)/(e-1)", "-++ . 8,3;1;8,5", coth, (1.2, -267)),
    Row("(e+1)/2", "+- . 1;4,2", "1.859140914229522617680143735676331248879", (2.9, -187)),
    Row("2/(e-1)", "-+ . 4,2;1", "1.163953413738652848770004010218023117094", (1.9, -189)),
    Row("(e-1)/(e-2)", "-+- . 3;1;2,2", "2.392211191177332814376552878479816528374", (4.9, -116)),
    Row("e^2", "+-++ 7 3,3;2;3,3;12,18", e2, (1.1, -267)),
    Row("e^2", "++-+ 7 3,2;2;3,4;12,18", e2, (1.1, -267)),
    Row(
      "(e^2+1)/(e^2-1)", "-++ . 4,2;1;4,2", "1.313035285499331303636161246930847832912", (5.2, -228)),
    Row("cot(1)", "- . 2,1", "0.6420926159343307030064199865942656202303", (1.6, -376)),
    Row("tan(1)", "+-+ 1 4,2;4,4;1", tan, (1.8, -229)),
    Row("tan(1)", "+--+ 1 6,2;6,5;6,6;1", tan, (4.0, -266)),
    Row("tan(1)", "-+ 2,2,4 4,6;2;1;4,7", tan, (4.2, -165)),
    Row("besseli(0,2)/besseli(1,2)", "+ . 1,1", bessel, (4.6, -319)),
    Row("besseli(0,2)/besseli(1,2)", "-+ 2 1;1,2", bessel, (8.7, -132)),
  ]
}
