// swift-tools-version: 6.1
import PackageDescription

// Debian 12 ships Arb as a library of its own; FLINT 3 contains it. `make` exports WALLIS_FLINT3=1 on the latter.
let arbIsSeparate = Context.environment["WALLIS_FLINT3"] == nil

// With WALLIS_OPTIMIZED_TESTS=1 the modules under test are compiled with optimisation as wholes, asserts kept;
// `make test` sets it. Unset, nothing here is unsafe, so that other packages can depend on this one.
let isOptimized = Context.environment["WALLIS_OPTIMIZED_TESTS"] != nil
let optimized: [SwiftSetting] =
  isOptimized
  ? [
    .unsafeFlags(
      [
        "-O", "-assert-config", "Debug", "-whole-module-optimization", "-num-threads", "2",
        "-disable-batch-mode",
      ],
      .when(configuration: .debug))
  ] : []
let settings = [.enableUpcomingFeature("InternalImportsByDefault")] + optimized

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let real = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

/// A module of Wallis; arrows only point down (see "Map of the code" in README.md).
/// It names every module that it imports, those below its neighbours too.
func module(_ name: String, _ dependencies: [Target.Dependency], linker: [LinkerSetting] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: linker)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [],
  settings: [SwiftSetting] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "wallis",
  products: [
    .executable(name: "wallis", targets: ["wallis"]),
    .library(
      name: "WallisEngine",
      targets: [
        "WallisArithmetic", "WallisFormulas", "WallisIdentification", "WallisMatrixFields", "WallisProofs",
        "WallisFamilies", "WallisSearch",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CArithmetic",
      providers: [.apt(["libgmp-dev", "libmpfr-dev", "libflint-dev", "libflint-arb-dev"])]),
    .target(
      name: "CTerm",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CLine", linkerSettings: [.linkedLibrary("edit")]),
    module(
      "WallisArithmetic", ["CArithmetic", real],
      linker: arbIsSeparate ? [.linkedLibrary("flint-arb")] : []),
    module("WallisFormulas", ["WallisArithmetic", real]),
    module("WallisIdentification", ["WallisFormulas", "WallisArithmetic", real]),
    module("WallisMatrixFields", ["WallisIdentification", "WallisFormulas", "WallisArithmetic", real]),
    module(
      "WallisProofs",
      ["WallisMatrixFields", "WallisIdentification", "WallisFormulas", "WallisArithmetic", real]),
    module(
      "WallisFamilies",
      ["WallisProofs", "WallisMatrixFields", "WallisIdentification", "WallisFormulas", "WallisArithmetic"]),
    .target(
      name: "WallisResources", resources: [.embedInCode("known.txt")],
      swiftSettings: settings),
    .target(name: "CResidueSieve"),
    module(
      "WallisSearch",
      [
        "WallisProofs", "WallisMatrixFields", "WallisIdentification", "WallisFormulas", "WallisArithmetic",
        "WallisResources",
        "CResidueSieve", real,
      ]),
    module(
      "WallisCatalog",
      [
        "WallisSearch", "WallisFamilies", "WallisProofs", "WallisMatrixFields", "WallisIdentification",
        "WallisFormulas", "WallisArithmetic", grdb,
      ]),
    .systemLibrary(name: "CPng", providers: [.apt(["libpng-dev"])]),
    module("WallisDocuments", ["CPng"]),
    module(
      "WallisCommands",
      [
        "WallisDocuments", "WallisCatalog", "WallisSearch", "WallisFamilies", "WallisProofs",
        "WallisMatrixFields", "WallisIdentification", "WallisFormulas", "WallisArithmetic", argumentParser,
      ]),
    module("WallisNotebook", ["WallisCommands", "WallisDocuments"]),
    module("WallisTerminal", ["WallisNotebook", "WallisCommands", "WallisDocuments", "CTerm", "CLine"]),
    .executableTarget(
      name: "wallis",
      dependencies: ["WallisTerminal", "WallisNotebook", "WallisCommands", argumentParser],
      swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: ["WallisSearch", "WallisFormulas", "WallisArithmetic"],
      path: "Tests/TestSupport"),
    tests("ArithmeticTests", ["WallisArithmetic"]),
    tests("FormulasTests", ["WallisFormulas", "WallisArithmetic", real], resources: [.copy("Fixtures")]),
    tests(
      "IdentificationTests", ["WallisIdentification", "WallisFormulas", "WallisArithmetic", real],
      resources: [.copy("Fixtures")]),
    tests(
      "MatrixFieldsTests",
      ["WallisMatrixFields", "WallisIdentification", "WallisFormulas", "WallisArithmetic"]),
    tests(
      "ProofsTests",
      [
        "WallisProofs", "WallisMatrixFields", "WallisIdentification", "WallisFormulas", "WallisArithmetic",
        real,
      ],
      resources: [.copy("Fixtures")]),
    tests(
      "FamiliesTests",
      [
        "WallisFamilies", "WallisProofs", "WallisMatrixFields", "WallisIdentification", "WallisFormulas",
        "WallisArithmetic",
      ]),
    tests(
      "SearchTests",
      ["WallisSearch", "WallisMatrixFields", "WallisIdentification", "WallisFormulas", "WallisArithmetic"]),
    tests(
      "CatalogTests",
      [
        "WallisCatalog", "WallisSearch", "WallisProofs", "WallisMatrixFields", "WallisIdentification",
        "WallisFormulas",
        "WallisArithmetic", grdb,
      ], resources: [.copy("Fixtures")]),
    tests("DocumentsTests", ["WallisDocuments"]),
    tests(
      "CommandsTests",
      [
        "WallisCommands", "WallisDocuments", "WallisCatalog", "WallisSearch", "WallisProofs",
        "WallisMatrixFields", "WallisIdentification", "WallisFormulas", "WallisArithmetic", argumentParser,
        grdb,
      ]),
    tests(
      "NotebookTests", ["WallisNotebook", "WallisCommands", "WallisDocuments"], resources: [.copy("Fixtures")]
    ),
    // Readers get millions of inputs, so what makes them is optimised, too.
    tests(
      "ParserTests",
      [
        "WallisNotebook", "WallisCommands", "WallisDocuments", "WallisCatalog", "WallisSearch",
        "WallisProofs",
        "WallisMatrixFields", "WallisIdentification", "WallisFormulas", "WallisArithmetic", grdb,
      ], resources: [.copy("Fixtures")], settings: optimized),
    tests("ProgramTests", [], resources: [.copy("Plays")]),
    // These read the text of all sources themselves.
    tests("ArchitectureTests", [], settings: optimized),
  ]
)
