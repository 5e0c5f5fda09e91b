#!/usr/bin/env bash
# Usage: icons.sh DIR   writes the icon into DIR in every size, as DIR/SIZExSIZE.png.
#
# 16 and 24 px have drawings of their own: made small, the large one has edges between two pixels there. From 32 px on
# the large one falls on whole pixels by itself.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
into=$1

mkdir -p "$into"
for size in 16 24 32 48 64 128 256 512 1024; do
	drawing=$here/appicon.svg
	[[ -f $here/appicon-$size.svg ]] && drawing=$here/appicon-$size.svg
	rsvg-convert --width "$size" --height "$size" "$drawing" --output "$into/${size}x$size.png"
done
