/// ASCII spellings of the signs that Wallis prints. To add one, add a row; formulas must stay readable by the
/// expression grammar, so constants and functions map to the names that it knows.
let asciiSpellings: [Unicode.Scalar: String] = [
  "π": "pi", "ζ": "zeta", "φ": "phi", "γ": "gamma", "Γ": "gamma", "δ": "delta", "ϖ": "lemniscate",
  "α": "alpha", "β": "beta", "η": "eta", "λ": "lambda", "μ": "mu", "ν": "nu", "ψ": "psi", "Ω": "omega",
  "ε": "epsilon", "θ": "theta", "κ": "kappa", "ρ": "rho", "σ": "sigma", "τ": "tau", "ω": "omega",
  "∞": "inf", "√": "sqrt", "∛": "cbrt", "∑": "sum", "∏": "prod", "∫": "int", "∈": "in",
  "·": "*", "×": "x", "÷": "/", "−": "-", "±": "+-", "∓": "-+", "–": "-", "—": "--", "‐": "-",
  "…": "...", "⋯": "...", "⋱": "...", "⋮": ":", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "≡": "==",
  "→": "->", "←": "<-", "↦": "|->", "⇒": "=>", "↑": "^", "↓": "v",
  "‘": "'", "’": "'", "“": "\"", "”": "\"", "«": "<<", "»": ">>",
  "─": "-", "━": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+",
  "┴": "+", "┼": "+", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "▏": "|", "█": "#", "░": ".", "▸": ">",
  "•": "*", "✓": "ok", "✗": "x", "\u{00A0}": " ", "\u{202F}": " ", "\u{2009}": " ",
]

/// Superscript signs and what they raise.
let superscripts: [Unicode.Scalar: Character] = [
  "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
  "⁻": "-", "⁺": "+", "ⁿ": "n",
]

/// Subscript signs and what they lower.
let subscripts: [Unicode.Scalar: Character] = [
  "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9",
  "₋": "-", "₊": "+", "ₙ": "n",
]
