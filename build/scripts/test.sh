#!/usr/bin/env bash
# Runs every test there is; `make test` has set up and built what they need. A test that cannot run here says why.
set -euo pipefail
cd "$(dirname "$0")/../.."
. build/scripts/steps.sh

# The long sets of questions, rules and figures, and the commands, run on one goroutine each: the race detector finds nothing
# there, and makes SQLite ten times slower. Of the commands only those that answer while they listen do more at once.
alone='/(agent/analyst|agent/checking|app/cli|store/portfolio|store/sample)$'
at_once='MCP|Ask'
# So do those of the store that fill disks, damage files and compare whole histories.
still='^Test(FullDisk|Spare|ThinOut_deletesOnly|Open_takesAnyPath|Open_neverShows|Open_takesAPortfolioOfEverySchema|Salvage|Restore_|UndoRedo_any|Changes_areIn|LookBack_gives|Trash_empties)'

# gotestsum prints the failures in full and, at the end, every skipped test with its reason. A small busy machine needs the
# longer limit a package.
go_tests() {
	go list ./... | grep -E "$alone" |
		xargs build/cache/gotestsum --format pkgname --format-hide-empty-pkg -- -timeout 25m &&
		build/cache/gotestsum --format pkgname -- -run "$still" ./store
}

race_tests() {
	go list ./... | grep -vE "$alone" |
		xargs build/cache/gotestsum --format pkgname --format-hide-empty-pkg -- -race -skip "$still" -timeout 25m &&
		build/cache/gotestsum --format pkgname -- -race -run "$at_once" ./app/cli
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

# Drawn by us, read by others: Python, and where they are there LibreOffice and Poppler.
reports_read() {
	build/scripts/report-samples.sh build/reports
	if command -v python3 >/dev/null; then
		python3 build/scripts/read-reports.py build/reports
	else
		echo "SKIP: the slides and PDFs of reports are not read: python3 is not installed here."
	fi
}

step "Go vet" go vet ./...
step "Go tests" go_tests
step "Go tests with the race detector" race_tests
step "Frontend tests" npm --prefix frontend test
step "Reports read by programs that are not ours" reports_read
if [[ $(uname -s) == Linux ]]; then
	step "Browser tests against the real backend" browser_tests
	step "Window test through the accessibility tree" window_tests
else
	echo "SKIP: the browser and window tests need Linux: they run the window in a virtual X display."
fi
summary "Test steps"
