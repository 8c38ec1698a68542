// Publications that the references of known.txt name. To add one: a line with a part of the references that tells it
// from all others, the kind of BibTeX entry, its key and its fields; a test finds references without one.

extension Publication {
  /// The publications in the order of their years.
  static let all: [Publication] = [
    Publication(
      "L'Algebra (1572)", "book", "Bombelli1572",
      ["author": "Bombelli, Rafael", "title": "L'Algebra", "year": "1572"]),
    Publication(
      "Trattato del modo brevissimo", "book", "Cataldi1613",
      [
        "author": "Cataldi, Pietro Antonio",
        "title": "Trattato del modo brevissimo di trovare la radice quadra delli numeri", "year": "1613",
      ]),
    Publication(
      "Arithmetica Infinitorum", "book", "Wallis1656",
      ["author": "Wallis, John", "title": "Arithmetica Infinitorum", "year": "1656"]),
    Publication(
      "De fractionibus continuis", "article", "Euler1737",
      ["author": "Euler, Leonhard", "title": "De fractionibus continuis dissertatio", "year": "1737"]),
    Publication(
      "Introductio in analysin", "book", "Euler1748",
      ["author": "Euler, Leonhard", "title": "Introductio in analysin infinitorum", "year": "1748"]),
    Publication(
      "(1761)", "article", "Lambert1761",
      [
        "author": "Lambert, Johann Heinrich",
        "title":
          "M{\\'e}moire sur quelques propri{\\'e}t{\\'e}s remarquables des quantit{\\'e}s transcendentes circulaires et logarithmiques",
        "year": "1761",
      ]),
    Publication(
      "Traite de mecanique celeste", "book", "Laplace1805",
      [
        "author": "Laplace, Pierre-Simon", "title": "Trait{\\'e} de m{\\'e}canique c{\\'e}leste",
        "volume": "4",
        "year": "1805",
      ]),
    Publication(
      "Disquisitiones generales", "article", "Gauss1812",
      [
        "author": "Gauss, Carl Friedrich", "title": "Disquisitiones generales circa seriem infinitam",
        "year": "1812",
      ]),
    Publication(
      "Recherches sur les fractions continues", "article", "Stieltjes1894",
      [
        "author": "Stieltjes, Thomas Jan", "title": "Recherches sur les fractions continues", "year": "1894",
      ]),
    Publication(
      "Die Lehre von den Kettenbruechen", "book", "Perron1913",
      [
        "author": "Perron, Oskar", "title": "Die Lehre von den Kettenbr{\\\"u}chen", "publisher": "Teubner",
        "year": "1913",
      ]),
    Publication(
      "Theory of Bessel Functions", "book", "Watson1922",
      [
        "author": "Watson, George Neville", "title": "A Treatise on the Theory of Bessel Functions",
        "publisher": "Cambridge University Press", "year": "1922",
      ]),
    Publication(
      "Scripta Math. 29", "article", "Lehmer1973",
      [
        "author": "Lehmer, Derrick Henry", "title": "Continued fractions containing arithmetic progressions",
        "journal": "Scripta Mathematica", "volume": "29", "pages": "17--24", "year": "1973",
      ]),
    Publication(
      "Asterisque 61", "article", "Apery1979",
      [
        "author": "Ap{\\'e}ry, Roger", "title": "Irrationalit{\\'e} de $\\zeta(2)$ et $\\zeta(3)$",
        "journal": "Ast{\\'e}risque", "volume": "61", "pages": "11--13", "year": "1979",
      ]),
    Publication(
      "Berndt II", "book", "BerndtII",
      [
        "author": "Berndt, Bruce C.", "title": "Ramanujan's Notebooks, Part II", "publisher": "Springer",
        "year": "1989",
      ]),
    Publication(
      "Amer. Math. Monthly 106", "article", "Lange1999",
      [
        "author": "Lange, Leo Jerome", "title": "An elegant continued fraction for $\\pi$",
        "journal": "The American Mathematical Monthly", "volume": "106", "pages": "456--458", "year": "1999",
      ]),
    Publication(
      "mirror maps and zeta values", "incollection", "AlmkvistZudilin2006",
      [
        "author": "Almkvist, Gert and Zudilin, Wadim",
        "title": "Differential equations, mirror maps and zeta values", "booktitle": "Mirror Symmetry V",
        "year": "2006",
      ]),
    Publication(
      "Handbook of Continued Fractions", "book", "Cuyt2008",
      [
        "author":
          "Cuyt, Annie and Petersen, Vigdis Brevik and Verdonk, Brigitte and Waadeland, Haakon and Jones, William B.",
        "title": "Handbook of Continued Fractions for Special Functions", "publisher": "Springer",
        "year": "2008",
      ]),
    Publication(
      "Apery-like recurrence equations", "incollection", "Zagier2009",
      [
        "author": "Zagier, Don", "title": "Integral solutions of Ap{\\'e}ry-like recurrence equations",
        "booktitle": "Groups and Symmetries", "year": "2009",
      ]),
    Publication(
      "Nature 590", "article", "Raayoni2021",
      [
        "author": "Raayoni, Gal and others",
        "title": "Generating conjectures on fundamental constants with the {Ramanujan} {Machine}",
        "journal": "Nature", "volume": "590", "pages": "67--73", "year": "2021",
      ]),
    Publication(
      "2308.11829", "article", "Elimelech2024",
      [
        "author": "Elimelech, Rotem and others",
        "title": "Algorithm-assisted discovery of an intrinsic order among mathematical constants",
        "journal": "Proceedings of the National Academy of Sciences", "volume": "121", "year": "2024",
        "eprint": "2308.11829", "archiveprefix": "arXiv",
      ]),
    Publication(
      "2412.16818", "inproceedings", "Shalyt2024",
      [
        "author": "Shalyt, Michael and others",
        "title": "Unsupervised Discovery of Formulas for Mathematical Constants",
        "booktitle": "Advances in Neural Information Processing Systems", "year": "2024",
        "eprint": "2412.16818", "archiveprefix": "arXiv",
      ]),
    Publication(
      "2502.17533", "misc", "Raz2025",
      [
        "author": "Raz and Shalyt and Leibtag and Kalisch and Weinbaum and Hadad and Kaminer",
        "title": "From {Euler} to {AI}: Unifying Formulas for Mathematical Constants", "year": "2025",
        "eprint": "2502.17533", "archiveprefix": "arXiv",
      ]),
  ]
}
