#!/usr/bin/env bash
# Usage: sbom.sh PROGRAM FILE.cdx.json [VERSION]
#
# Lists the parts of a built program and of its window (CycloneDX), with their licences. Which Go modules they are is read
# from the program itself, whatever system it was built for.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$1 into=$2 version=${3:-$(build/scripts/version.sh)}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

setting() { # NAME: with what it was built
	go version -m "$program" | sed -n "s/^\tbuild\t$1=//p"
}

go build -o build/cache/notices ./build/notices
GOOS=$(setting GOOS) GOARCH=$(setting GOARCH) CGO_ENABLED=$(setting CGO_ENABLED) \
	build/cache/notices -list -tags "$(setting -tags)" >"$scratch/names"
# It warns that it knows no licence of ours and of Go's own library.
build/cache/cyclonedx-gomod bin -json -noserial -notimestamp -licenses -std -version "$version" \
	-output "$scratch/go.json" "$program" 2>"$scratch/log" || {
	cat "$scratch/log" >&2
	exit 1
}
npm --prefix frontend sbom --package-lock-only --sbom-format cyclonedx >"$scratch/npm.json"
[[ build/sbom/node_modules/.installed -nt build/sbom/package-lock.json ]] || {
	npm --prefix build/sbom ci --silent
	touch build/sbom/node_modules/.installed
}
mkdir -p "$(dirname "$into")"
node build/sbom/merge.mjs "$scratch/go.json" "$scratch/npm.json" "$scratch/names" "$version" "$(git log -1 --format=%ct)" >"$into.part"
mv "$into.part" "$into"
