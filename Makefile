# Two commands are enough: `make run` and `make test`. Each installs what is missing (Debian and Ubuntu), builds,
# and goes on; a second run installs and builds nothing again.

SHELL := /bin/bash
SWIFT ?= swift
DATA = $${XDG_DATA_HOME:-$$HOME/.local/share}/wallis
BINARY = .build/release/wallis

BUILD_PACKAGES = build-essential pkg-config libgmp-dev libmpfr-dev libflint-dev libncurses-dev libsqlite3-dev \
	libpng-dev libedit-dev
TEST_PACKAGES = tmux pari-gp python3-mpmath
# What the figures stand beside.
BENCH_PACKAGES = pari-gp python3-mpmath python3-gmpy2

# FLINT 3 contains Arb, FLINT 2 leaves it to a library of its own; Package.swift reads WALLIS_FLINT3. The headers
# are looked at when a recipe runs, after the installation.
HAS_FLINT3 = ls /usr/include/flint/arb.h /usr/include/*/flint/arb.h /usr/local/include/flint/arb.h 2>/dev/null \
	| grep -q .
# SwiftPM compiles everything again when colours of diagnostics change, as they do between a terminal and a pipe.
PLAIN = --no-color-diagnostics
# The release program carries Swift's libraries in itself: it starts in half the time, and runs without a toolchain.
STATIC = $$([ -d "$$(dirname "$$(readlink -f "$$(command -v $(SWIFT))")")/../lib/swift_static" ] && \
	echo --static-swift-stdlib)
SWIFT_HERE = if $(HAS_FLINT3); then export WALLIS_FLINT3=1; fi; $(SWIFT)
# Tests run against optimised modules; a build without the variable compiles everything again.
SWIFT_TESTED = export WALLIS_OPTIMIZED_TESTS=1; $(SWIFT_HERE)
# Dependencies and the tests themselves, too: they are a fifth of what a run takes.
OPTIMIZED = -Xswiftc -O

# Swift sources; Benchmarks may hold a build folder of its own.
SOURCES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

GRAPHS = .build/docs/graphs
ARCHIVE = .build/docs/WallisEngine.doccarchive

# The pictures of the README: frames of a play on a catalog of its own, drawn as text.
PICTURES = Documentation/pictures

.PHONY: help pictures run build test test-long test-cluster test-asan test-tsan bench bench-build docs lint format install deb archive packages test-packages bench-packages bench-check attacks bench-shapes bench-noise \
	swift-present

help:
	@echo 'make run        build Wallis and open its notebook'
	@echo 'make test       build and run the tests (three to five minutes after the build)'
	@echo 'make test-long  the tests that take longer, too'
	@echo 'make test-cluster  searches on many machines by a Slurm on loopback and by GNU parallel (as root)'
	@echo 'make test-asan, make test-tsan  the tests under the address and the thread sanitizer (FILTER=name for some)'
	@echo 'make bench      side-by-side figures, written to Benchmarks/RESULTS.md'
	@echo 'make install    put the program, its manual and completions below PREFIX (/usr/local)'
	@echo 'make deb        a package for this Debian or Ubuntu; make archive: a tar file'
	@echo 'make bench-check  the ratios of the figures against those of Benchmarks/ratios.txt'
	@echo 'make attacks    kills, damage, forged values and full disks against the program, counted (an hour; as root)'
	@echo 'make bench-shapes  hit rates of identify by the shape of the number beside PARI, into catalogs/FINDINGS.md'
	@echo 'make bench-noise  what identify claims about numbers that are nothing'
	@echo 'make bench-build  build the benchmarks, to see that they still compile'
	@echo 'make build      build the release binary only'
	@echo 'make pictures   draw the pictures of the README from frames of the notebook'
	@echo 'make docs       pages about the library, written to $(ARCHIVE)'
	@echo 'make lint       check the style of all sources'
	@echo 'make format     put all sources into that style'

# The notebook needs a terminal; without one the tour is replayed and printed.
run: build
	@if [ -t 0 ] && [ -t 1 ]; then \
	  mkdir -p "$(DATA)" && \
	  if [ ! -e "$(DATA)/tour.md" ]; then cp sessions/tour.md "$(DATA)/tour.md"; fi && \
	  exec $(BINARY) notebook "$(DATA)/tour.md"; \
	else \
	  exec $(BINARY) run sessions/tour.md; \
	fi

build: packages swift-present
	@$(SWIFT_HERE) build $(PLAIN) -c release --product wallis $(STATIC)

test: packages test-packages swift-present
	@$(SWIFT_TESTED) build $(PLAIN) $(OPTIMIZED) --build-tests
	@$(run-tests)

test-long: packages test-packages swift-present
	@$(SWIFT_TESTED) build $(PLAIN) $(OPTIMIZED) --build-tests
	@export WALLIS_LONG_TESTS=1; $(run-tests)

# Slurm and munge of the distribution, brought up on loopback and ended again; see Tests/Cluster/run.
CLUSTER_PACKAGES = slurmctld slurmd slurm-client munge parallel

test-cluster: build
	@$(call install,$(CLUSTER_PACKAGES))
	@Tests/Cluster/run $(BINARY)

# The tests with the sanitizers of the compiler, each with a build folder of its own; see Tests/Sanitizers/run. The address
# sanitizer looks for leaks in a run of its own.
test-asan test-tsan: packages test-packages swift-present
	@set -e; if $(HAS_FLINT3); then export WALLIS_FLINT3=1; fi; export SWIFT='$(SWIFT)'; \
	for kind in $(if $(filter test-asan,$@),address leak,thread); do Tests/Sanitizers/run $$kind '$(FILTER)'; done

# Prints what failed, with all lines that say why (a screen, for example), and the sum; all the rest is kept in a file.
TEST_LOG = .build/tests.log
define run-tests
$(SWIFT_TESTED) test $(PLAIN) $(OPTIMIZED) --skip-build >$(TEST_LOG) 2>&1; status=$$?; \
awk '/^(✘|↳|✔ Test run with|error:)/ { said = shows = 1 } /^(◇|✔ [^T]|✔ Test [^r]|➜|Test |\[)/ { shows = 0 } shows; \
  END { exit !said }' $(TEST_LOG) || tail -n 40 $(TEST_LOG); \
[ $$status -eq 0 ] || echo "all that the tests said is in $(TEST_LOG)"; exit $$status
endef

# They are a package of their own, which no test imports.
bench-build: packages swift-present
	@$(SWIFT_HERE) build $(PLAIN) --package-path Benchmarks

# Ratios to programs that run beside Wallis, against those that were kept: fails where one is worse by more than 20 %.
bench-check: build bench-packages
	@if $(HAS_FLINT3); then export WALLIS_FLINT3=1; fi; export WALLIS_BENCH_RATIOS=$(CURDIR)/Benchmarks/ratios.txt; \
	Benchmarks/run kernels values relations esma

# Kills, damage, full disks, jumping clocks: counts into Benchmarks/RESULTS.md; mounts small file systems, so it is for root.
attacks: build
	@$(call install,faketime)
	@python3 Benchmarks/attacks.py $(BINARY) --report Benchmarks/RESULTS.md

# Half an hour; python3 and gp alone are needed beside Wallis.
bench-shapes: build bench-packages
	python3 Benchmarks/shapes.py $(BINARY) --write catalogs/FINDINGS.md

bench-noise: build bench-packages
	python3 Benchmarks/noise.py $(BINARY) --count 100000 --scope table
	python3 Benchmarks/noise.py $(BINARY) --count 3000 --scope standard

pictures: build
	@set -e; scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; export XDG_STATE_HOME=$$scratch XDG_CONFIG_HOME=$$scratch; \
	WALLIS_CATALOG=$$scratch/pictures.sqlite $(BINARY) notebook --keys $(PICTURES)/panes.keys | Packaging/pictures $(PICTURES); \
	ls $(PICTURES)/*.svg

bench: build bench-packages
	@if $(HAS_FLINT3); then export WALLIS_FLINT3=1; fi; Benchmarks/run

# $(call installed,folder): everything that an installation consists of, below a folder that stands for PREFIX.
define installed
install -d "$(1)/bin" "$(1)/share/man/man1" "$(1)/share/doc/wallis/sessions" \
  "$(1)/share/bash-completion/completions" "$(1)/share/zsh/site-functions" \
  "$(1)/share/fish/vendor_completions.d"; \
install -s -m 755 $(BINARY) "$(1)/bin/wallis"; \
$(BINARY) manual | gzip -9n >"$(1)/share/man/man1/wallis.1.gz"; \
install -m 644 Packaging/completions/wallis.bash "$(1)/share/bash-completion/completions/wallis"; \
install -m 644 Packaging/completions/_wallis "$(1)/share/zsh/site-functions/_wallis"; \
install -m 644 Packaging/completions/wallis.fish "$(1)/share/fish/vendor_completions.d/wallis.fish"; \
install -m 644 README.md CHANGELOG.md LICENSE CITATION.cff "$(1)/share/doc/wallis/"; \
install -m 644 sessions/*.md sessions/*.txt "$(1)/share/doc/wallis/sessions/"
endef

# Where `make install` puts the program; DESTDIR stands before it for packagers.
PREFIX ?= /usr/local
VERSION = $$(sed -n 's/.*static let number = "\(.*\)"/\1/p' Sources/WallisCommands/Core/Version.swift)
STAGE = .build/stage

install: build
	@set -e; $(call installed,$(DESTDIR)$(PREFIX)); echo "installed $(DESTDIR)$(PREFIX)/bin/wallis"

# A package for the Debian or Ubuntu that it is built on; it needs libraries of the distribution alone.
deb: build
	@set -e; rm -rf $(STAGE); $(call installed,$(STAGE)/usr); Packaging/deb $(STAGE) "$(VERSION)"

# What `make install` would put below PREFIX, as an archive.
archive: build
	@set -e; name="wallis-$(VERSION)-$$(uname -m)"; rm -rf $(STAGE) ; $(call installed,$(STAGE)/$$name); \
	tar -C $(STAGE) --owner=0 --group=0 --sort=name -czf ".build/$$name.tar.gz" "$$name"; \
	echo ".build/$$name.tar.gz"

# The pages of the library product: public declarations of the engine, with Documentation/WallisEngine.docc in front.
docs: packages swift-present
	@$(SWIFT_TESTED) build $(PLAIN) $(OPTIMIZED)
	@$(SWIFT_TESTED) package $(PLAIN) $(OPTIMIZED) dump-symbol-graph --minimum-access-level public --skip-synthesized-members >/dev/null
	@rm -rf $(GRAPHS) $(ARCHIVE) && mkdir -p $(GRAPHS)
	@for module in WallisArithmetic WallisFormulas WallisIdentification WallisMatrixFields WallisProofs WallisFamilies \
	  WallisSearch; do \
	  cp "$$($(SWIFT) build --show-bin-path)"/../symbolgraph/$$module*.symbols.json $(GRAPHS)/; done
	@docc convert Documentation/WallisEngine.docc --additional-symbol-graph-dir $(GRAPHS) \
	  --fallback-display-name WallisEngine --fallback-bundle-identifier wallis.engine \
	  --transform-for-static-hosting --output-path $(ARCHIVE) >.build/docs/log 2>&1 || { cat .build/docs/log; exit 1; }
	@echo 'python3 -m http.server -d $(ARCHIVE) 8000 serves them at http://localhost:8000/documentation/wallisengine'

lint: swift-present
	@$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format: swift-present
	@$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

swift-present:
	@command -v $(SWIFT) >/dev/null || { \
	  echo 'Wallis needs Swift 6.1 or later; see https://www.swift.org/install/' >&2; exit 1; }

# $(call install,packages): installs those of the packages that dpkg does not know as installed.
define install
missing=(); \
for package in $(1); do \
  dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$$package"); \
done; \
if [ $${#missing[@]} -gt 0 ]; then \
  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
  echo "installing $${missing[*]}"; \
  $$sudo apt-get update -q && \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$${missing[@]}"; \
fi
endef

packages:
	@if ! command -v apt-get >/dev/null; then \
	  echo 'no apt-get here: install the equivalents of $(BUILD_PACKAGES) yourself'; exit 0; \
	fi; \
	$(call install,$(BUILD_PACKAGES))
	@if command -v apt-get >/dev/null && ! { $(HAS_FLINT3); } && [ ! -e /usr/include/arb.h ]; then \
	  $(call install,libflint-arb-dev); \
	fi

bench-packages: packages
	@if command -v apt-get >/dev/null; then $(call install,$(BENCH_PACKAGES)); fi

test-packages: packages
	@if ! command -v apt-get >/dev/null; then \
	  echo 'no apt-get here: install $(TEST_PACKAGES) yourself'; exit 0; \
	fi; \
	$(call install,$(TEST_PACKAGES))
