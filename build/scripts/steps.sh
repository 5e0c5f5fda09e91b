# Sourced by test.sh and check.sh. Runs every step, also after one has failed, and says at the end which ones did.
# shellcheck shell=bash

passed=0
failed=()

step() { # NAME COMMAND...
	local name=$1 started=$SECONDS
	shift
	printf '\n== %s\n' "$name"
	if "$@"; then
		passed=$((passed + 1))
		printf -- '-- %s: passed in %d s\n' "$name" $((SECONDS - started))
	else
		failed+=("$name")
		printf -- '-- %s: FAILED after %d s\n' "$name" $((SECONDS - started))
	fi
}

# summary says what each step came to; it fails where a step did. $1 names the steps.
summary() {
	printf '\n'
	if ((${#failed[@]})); then
		printf 'Failed: %s\n' "${failed[@]}"
	fi
	printf '%s: %d passed, %d failed\n' "$1" "$passed" "${#failed[@]}"
	((${#failed[@]} == 0))
}
