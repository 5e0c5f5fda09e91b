#!/usr/bin/env bash
# Usage: within-budget.sh FILE...
#
# Prints how large packages are, and fails where one is larger than what somebody should have to download.
set -euo pipefail
budget=20000000

failed=0
for file in "$@"; do
	size=$(wc -c <"$file")
	verdict=''
	if ((size > budget)); then
		verdict=": more than a package may have" failed=1
	fi
	awk -v file="$(basename "$file")" -v size="$size" -v budget="$budget" -v verdict="$verdict" \
		'BEGIN { printf "%s: %.1f of %.0f MB%s\n", file, size / 1e6, budget / 1e6, verdict }'
done
exit "$failed"
