#!/usr/bin/env bash
# Usage: bindings.sh DIR   writes DIR/frontend/wailsjs from the bound Go structs (build tag "bindings", run once).
# This is what `wails generate module` does, without the minute that building the Wails command takes.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
into=$(cd "$1" && pwd)

mkdir -p "$root/build/cache"
CGO_ENABLED=0 go build -C "$root" -tags bindings -o build/cache/bindings .
[[ $into == "$root" ]] || cp "$root/wails.json" "$into/"
cd "$into"
# wails.json says "interfaces" too; only the Wails command reads it there.
tsoutputtype=interfaces "$root/build/cache/bindings"
