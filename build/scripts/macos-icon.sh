#!/usr/bin/env bash
# Usage: macos-icon.sh FILE.icns   writes the icon of the macOS application
#
# From 64 px on the tile is as large as the system's own, which leave room for a shadow; smaller it fills the picture, so that
# its edges fall on whole pixels.
set -euo pipefail
cd "$(dirname "$0")/../.."

drawings=$(mktemp -d)
trap 'rm -rf "$drawings"' EXIT
build/scripts/icons.sh "$drawings"
for size in 64 128 256 512 1024; do
	drawn=$((2 * ((size * 429 + 500) / 1000))) # 824 of 1024, where the tile is 960 of its drawing's 1024
	room=$(((size - drawn) / 2))
	rsvg-convert --width "$drawn" --height "$drawn" --page-width "$size" --page-height "$size" --left "$room" --top "$room" \
		build/appicon.svg --output "$drawings/${size}x$size.png"
done
go run ./build/icns -from "$drawings" >"$1.part"
mv "$1.part" "$1"
