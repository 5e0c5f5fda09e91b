#!/usr/bin/env bash
# Usage: macos-app.sh PROGRAM FOLDER.app VERSION
#
# Puts a program into a folder that macOS takes for an application. It runs on a Mac and, to be looked at, anywhere else.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$1 app=$2 version=$3
contents=$app/Contents
numbers=$(build/scripts/version.sh numbers "$version")

rm -rf "$app"
mkdir -p "$contents/MacOS" "$contents/Resources"
cp "$program" "$contents/MacOS/portfolio-ai"
chmod 755 "$contents/MacOS/portfolio-ai"
sed "s/@NUMBERS@/$numbers/g" build/darwin/Info.plist >"$contents/Info.plist"
printf 'APPL????' >"$contents/PkgInfo"
cp build/darwin/portfolio-ai.icns build/linux/copyright "$contents/Resources/"
cp -R build/darwin/de.lproj "$contents/Resources/"

# Of the program for macOS, by one for this machine.
go build -o build/cache/notices ./build/notices
GOOS=darwin CGO_ENABLED=1 build/cache/notices -tags 'desktop production' >"$contents/Resources/THIRD-PARTY-NOTICES"
