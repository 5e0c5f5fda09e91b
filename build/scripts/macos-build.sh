#!/usr/bin/env bash
# Usage: macos-build.sh [ARCHITECTURE...]     (on a Mac; arm64, amd64; without one, that of this Mac)
#
# Builds "build/bin/Portfolio AI.app" for the architectures. The window is built before.
set -euo pipefail
cd "$(dirname "$0")/../.."

[[ $(uname -s) == Darwin ]] || {
	echo "The window of macOS is built with Apple's tools, which only a Mac has." >&2
	exit 1
}
(($#)) || set -- "$(go env GOARCH)"
version=$(build/scripts/version.sh)
oldest=$(plutil -extract LSMinimumSystemVersion raw build/darwin/Info.plist)
export CGO_CFLAGS="-mmacosx-version-min=$oldest"
export CGO_LDFLAGS="-framework UniformTypeIdentifiers -mmacosx-version-min=$oldest" # Wails' own dialogs need the framework

built=build/cache/macos
rm -rf "$built"
mkdir -p "$built"
programs=()
for arch in "$@"; do
	programs+=("$built/portfolio-ai-$arch")
	CGO_ENABLED=1 GOARCH=$arch go build -tags 'desktop production' -trimpath \
		-ldflags "-s -w $(build/scripts/version.sh link "$version")" -o "$built/portfolio-ai-$arch" .
done
lipo -create -output "$built/portfolio-ai" "${programs[@]}"
lipo "$built/portfolio-ai" -verify_arch "${@/amd64/x86_64}"

build/scripts/macos-app.sh "$built/portfolio-ai" "build/bin/Portfolio AI.app" "$version"
"build/bin/Portfolio AI.app/Contents/MacOS/portfolio-ai" --version
