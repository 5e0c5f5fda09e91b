#!/usr/bin/env bash
# Packs the newest commit twice, from two clean copies of it in two folders, each with node_modules of its own, and fails
# unless every package has the same bytes both times. The build cache of Go is the same.
set -euo pipefail
cd "$(dirname "$0")/../.."

commit=$(git rev-parse HEAD)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

pack_in() { # FOLDER, FILE FOR THE SUMS
	git clone --quiet . "$1" # with the tags, of which the version is made
	git -C "$1" checkout --quiet --detach "$commit"
	echo "Packing $commit in $1"
	make -C "$1" package >"$scratch/log" 2>&1 || {
		tail -n 40 "$scratch/log"
		return 1
	}
	(cd "$1/dist" && sha256sum -- *) | tee "$2"
}

pack_in "$scratch/one" "$scratch/sums"
pack_in "$scratch/two/in/another/folder" "$scratch/sums-again"
diff "$scratch/sums" "$scratch/sums-again"
echo "The same bytes twice."
