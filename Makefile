# Every way to build, run and prove Portfolio AI. The scripts behind the longer targets are in build/scripts.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

LINK  = $(shell build/scripts/version.sh link)
TOOLS = -modfile=build/tools.mod

# Files that a build of the frontend reads; its tests do not count.
FRONTEND := $(shell find frontend \( -name node_modules -o -name dist -o -name e2e -o -name test-results -o -name playwright-report \) -prune \
	-o -type f -not -name '*.test.*' -print)

.PHONY: help
help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: build ## Set up what is missing, build, and open the window (without a display: save a picture of it).
	@build/scripts/run.sh

.PHONY: test
test: setup-test build build-dev build/cache/gotestsum ## Set up what is missing and run every test.
	@build/scripts/test.sh

.PHONY: test-kill
test-kill: ## End a process that writes 200 times with kill -9, and look each time for what it had shown as saved.
	go test ./store/soak -count=1 -run Kill -kills 200 -v -timeout 30m

.PHONY: test-powerloss
test-powerloss: ## Lose the power 100 times on a file system that drops, tears and reorders what was not synced; needs /dev/fuse and root.
	go test -tags powerloss ./store/soak -count=1 -run PowerLoss -power-losses 100 -v -timeout 30m

.PHONY: check
check: setup-check frontend/node_modules/.installed build/cache/golangci-lint build/cache/actionlint ## Formatting, vet, lint, types, import direction, generated files.
	@build/scripts/check.sh

.PHONY: build
build: setup frontend/dist/index.html ## Build build/bin/portfolio-ai, the program as it is shipped.
ifeq ($(shell uname -s),Linux)
	go build -tags 'webkit2_41 desktop production' -trimpath -ldflags '-s -w $(LINK)' -o build/bin/portfolio-ai .
else ifeq ($(shell uname -s),Darwin)
	build/scripts/macos-build.sh
else
	go tool wails build -m -s -skipbindings -trimpath -ldflags '$(LINK)' -o portfolio-ai
endif

.PHONY: build-dev
build-dev: setup frontend/dist/index.html ## Build build/bin/portfolio-ai-dev, which also serves the window to a browser.
	go build -tags 'dev webkit2_41' -trimpath -ldflags '$(LINK)' -o build/bin/portfolio-ai-dev .

.PHONY: dev
dev: setup frontend/node_modules/.installed ## Open the window and rebuild it whenever a file changes.
	go tool wails dev -m -tags webkit2_41

.PHONY: bindings
bindings: ## Write frontend/wailsjs, the typed calls and events, anew from the Go code.
	build/scripts/bindings.sh .

.PHONY: sizes
sizes: symbols ## Say what each library and each part of the window adds to the program, and how large packages in dist are.
	@go run ./build/bench -bytes
	@shopt -s nullglob; build/scripts/within-budget.sh dist/*

# The program with its symbols.
.PHONY: symbols
symbols: build
	go build -tags 'webkit2_41 desktop production' -trimpath -ldflags '$(LINK)' -o build/cache/bench/portfolio-ai .

# What bench measures with: SQLite in C, an empty window built like the program, and the program with its symbols.
.PHONY: bench-tools
bench-tools: symbols
	@build/scripts/setup.sh display
	CGO_ENABLED=1 go build -C store/bench/cdriver -tags sqlite_fts5 -trimpath -o $(CURDIR)/build/cache/bench/cdriver .
	go build -tags 'webkit2_41 desktop production' -trimpath -ldflags '-s -w' -o build/cache/bench/empty ./build/bench/empty

.PHONY: bench
bench: bench-tools ## Measure the program beside SQLite in C and an empty window; under 20 minutes.
	go run ./build/bench

.PHONY: bench-full
bench-full: bench-tools ## The same with five times as many rounds.
	go run ./build/bench -full

.PHONY: pictures
pictures: setup-test build-dev ## Take the pictures of every view in docs/pictures anew, on the sample.
	rm -rf docs/pictures
	cd frontend && env --unset=DISPLAY npx playwright test --config playwright.pictures.config.ts

.PHONY: report-samples
report-samples: build ## Write every kind of report, also as slides and PDF, on the sample and on a real portfolio, into build/reports.
	@build/scripts/report-samples.sh build/reports

.PHONY: package
package: setup-package frontend/dist/index.html build/cache/nfpm build/cache/go-winres ## Pack the program into dist: deb, rpm, Arch, tar.gz; installers for Windows.
	@build/scripts/package.sh

.PHONY: package-twice
package-twice: setup-package ## Pack the newest commit twice, in two folders, and compare the bytes.
	@build/scripts/package-twice.sh

.PHONY: verify-packages
verify-packages: setup-verify setup-verify-windows ## Judge what package left in dist, and install it in a fresh Debian 12 and 13 (as root) and in Wine.
	@build/scripts/verify-packages.sh

.PHONY: verify-windows
verify-windows: setup-package setup-verify-windows build/cache/go-winres ## Of verify-packages, what is about Windows: install, use and remove it in Wine.
	@build/scripts/verify-windows.sh

.PHONY: verify-macos
verify-macos: setup-verify ## Check of the application for macOS what can be checked without a Mac.
	@build/scripts/verify-macos.sh

.PHONY: macos-icon
macos-icon: setup-package ## Draw build/darwin/portfolio-ai.icns anew.
	build/scripts/macos-icon.sh build/darwin/portfolio-ai.icns

.PHONY: sbom
sbom: build build/cache/cyclonedx-gomod ## List the parts of the program and of its window, with their licences, in dist.
	build/scripts/sbom.sh build/bin/portfolio-ai dist/portfolio-ai-$(shell build/scripts/version.sh)-$(shell go env GOOS)-$(shell go env GOARCH).cdx.json

.PHONY: clean
clean: ## Remove everything that was built or downloaded into this folder.
	rm -rf build/bin build/cache build/screenshot.png build/sbom/node_modules dist frontend/node_modules
	find frontend/dist -mindepth 1 -not -name .gitkeep -delete

.PHONY: setup
setup: ## Install what building needs: headers of GTK and WebKitGTK, a C compiler.
	@build/scripts/setup.sh window

.PHONY: setup-test
setup-test: ## Install what the tests need besides: a virtual display, a browser, readers of spreadsheets, slides and PDF.
	@build/scripts/setup.sh window display browser office

.PHONY: setup-check
setup-check:
	@build/scripts/setup.sh check

.PHONY: setup-package
setup-package:
	@build/scripts/setup.sh window package

.PHONY: setup-verify
setup-verify:
	@build/scripts/setup.sh window display package verify

.PHONY: setup-verify-windows
setup-verify-windows:
	@build/scripts/setup.sh display wine

frontend/node_modules/.installed: frontend/package-lock.json
	npm --prefix frontend ci
	touch $@

frontend/dist/index.html: $(FRONTEND) frontend/node_modules/.installed
	npm --prefix frontend run build
	touch $@

build/cache/golangci-lint: build/tools.mod
	go build $(TOOLS) -o $@ github.com/golangci/golangci-lint/v2/cmd/golangci-lint

build/cache/gotestsum: build/tools.mod
	go build $(TOOLS) -o $@ gotest.tools/gotestsum

build/cache/go-winres: build/package.mod
	go build -modfile=build/package.mod -o $@ github.com/tc-hib/go-winres

build/cache/nfpm: build/package.mod
	go build -modfile=build/package.mod -o $@ github.com/goreleaser/nfpm/v2/cmd/nfpm

build/cache/cyclonedx-gomod: build/release.mod
	go build -modfile=build/release.mod -o $@ github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod

build/cache/actionlint: build/release.mod
	go build -modfile=build/release.mod -o $@ github.com/rhysd/actionlint/cmd/actionlint
