// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "wallis", path: "..")],
  targets: [
    .target(
      name: "CKernel",
      linkerSettings: [.linkedLibrary("flint"), .linkedLibrary("gmp"), .linkedLibrary("util")]),
    .executableTarget(
      name: "bench", dependencies: [.product(name: "WallisEngine", package: "wallis"), "CKernel"]),
  ]
)
