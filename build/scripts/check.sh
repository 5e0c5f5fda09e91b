#!/usr/bin/env bash
# Every check that needs no running program: formatting, vet, lint, types, generated files. It changes no file.
set -euo pipefail
cd "$(dirname "$0")/../.."
. build/scripts/steps.sh

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

gofmt_clean() {
	local unformatted
	unformatted=$(git ls-files --cached --others --exclude-standard -- '*.go' | xargs -r gofmt -l)
	[[ -z $unformatted ]] || {
		printf 'Not formatted; run gofmt -w on:\n%s\n' "$unformatted"
		return 1
	}
}

vet() {
	go vet ./... && go vet -tags windowtest ./app/windowtest/...
}

bindings_fresh() {
	build/scripts/bindings.sh "$scratch" || return 1
	diff -r "$scratch/frontend/wailsjs" frontend/wailsjs || {
		echo "frontend/wailsjs is not what the Go code generates; run make bindings."
		return 1
	}
}

scripts_clean() {
	if command -v shellcheck >/dev/null; then
		shellcheck -x build/scripts/*.sh .ci/run
	else
		echo "SKIP: shellcheck is not installed here."
	fi
}

step "Go formatting" gofmt_clean
step "Go vet" vet
step "Go modules tidy" go mod tidy -diff
step "Go lint and import direction" build/cache/golangci-lint run --allow-parallel-runners
step "Bindings as generated" bindings_fresh
step "TypeScript" npm --prefix frontend run typecheck
step "ESLint and Prettier" npm --prefix frontend run lint
step "Shell scripts" scripts_clean
step "Workflows" build/cache/actionlint
summary "Check steps"
