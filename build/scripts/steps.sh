# Sourced by test.sh and check.sh. Runs every step, also after one has failed, and says at the end which ones did and what
# they printed last: of a long log, often only the end is kept.
# shellcheck shell=bash

passed=0
failed=()
logs=build/cache/logs

step() { # NAME COMMAND...
	local name=$1 started=$SECONDS
	shift
	mkdir -p "$logs"
	printf '\n== %s\n' "$name"
	if "$@" 2>&1 | tee "$logs/$name.log"; then
		passed=$((passed + 1))
		printf -- '-- %s: passed in %d s\n' "$name" $((SECONDS - started))
	else
		failed+=("$name")
		printf -- '-- %s: FAILED after %d s\n' "$name" $((SECONDS - started))
	fi
}

# summary says what each step came to; it fails where a step did. $1 names the steps.
summary() {
	if ((${#failed[@]})); then
		local name
		for name in "${failed[@]}"; do
			printf '\n== The end of: %s\n' "$name"
			tail -n 60 "$logs/$name.log"
		done
		printf '\n'
		printf 'Failed: %s\n' "${failed[@]}"
	fi
	printf '%s: %d passed, %d failed\n' "$1" "$passed" "${#failed[@]}"
	((${#failed[@]} == 0))
}
