#!/usr/bin/env bash
# Opens the window that `make run` has built. Without a display it opens the same window in a virtual one, saves a
# picture of it, and prints where as the last line.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [[ $(uname -s) != Linux ]]; then
	open -W "build/bin/Portfolio AI.app"
elif [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
	build/bin/portfolio-ai
else
	echo "This machine has no display (DISPLAY and WAYLAND_DISPLAY are empty): opening the window in a virtual one."
	build/scripts/setup.sh display
	go run ./app/windowtest/picture -program build/bin/portfolio-ai -out build/screenshot.png
	echo "screenshot: $PWD/build/screenshot.png"
fi
