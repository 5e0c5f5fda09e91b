#!/usr/bin/env bash
# Runs every test there is; `make test` has set up and built what they need. A test that cannot run here says why.
set -euo pipefail
cd "$(dirname "$0")/../.."
. build/scripts/steps.sh

# gotestsum prints the failures in full and, at the end, every skipped test with its reason.
go_tests() {
	build/cache/gotestsum --format pkgname --format-hide-empty-pkg -- ./...
}

# What runs at the same time as something else: turns, the session of a window, the watch on the file. Under the race
# detector SQLite is ten times slower, so the long tests of rules and files stay out.
race_tests() {
	build/cache/gotestsum --format pkgname -- -race ./agent ./app ./app/desk &&
		build/cache/gotestsum --format pkgname -- -race -run 'Watch|WritesOver' ./store
}

window_tests() {
	build/cache/gotestsum --format standard-verbose -- -tags windowtest -count=1 ./app/windowtest/...
}

# The program that the browser talks to opens its own window too. Without a display here, it gets a virtual one, and
# nothing flashes up on a person's screen.
browser_tests() {
	local browser
	browser=$(command -v chromium chromium-browser google-chrome google-chrome-stable | head -n 1)
	(cd frontend && env --unset=DISPLAY CHROMIUM="$browser" npm run e2e)
}

step "Go vet" go vet ./...
step "Go tests" go_tests
step "Race detector" race_tests
step "Frontend tests" npm --prefix frontend test
if [[ $(uname -s) == Linux ]]; then
	step "Browser tests against the real backend" browser_tests
	step "Window test through the accessibility tree" window_tests
else
	echo "SKIP: the browser and window tests need Linux: they run the window in a virtual X display."
fi
summary "Test steps"
