#!/usr/bin/env bash
# Usage: setup.sh STEP...   (the steps are in needs.txt)
#
# Sees to it that the system has what the steps need. On Debian and Ubuntu it installs what is missing; elsewhere it
# prints the command that installs it and fails. It asks nothing, and where nothing is missing it says nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

is_there() { # PROBE
	local kind=${1%%:*} what=${1#*:} path
	case $kind in
	command) command -v "$what" >/dev/null ;;
	library) command -v pkg-config >/dev/null && pkg-config --exists "$what" ;;
	file)
		for path in ${what//,/ }; do
			[[ -e $path ]] && return 0
		done
		return 1
		;;
	esac
}

# Where apt has a package only by name (Ubuntu's chromium is a wrapper around a snap, which needs a running snapd),
# any installed Chromium or Chrome will do.
any_browser() {
	local name
	for name in chromium chromium-browser google-chrome google-chrome-stable; do
		command -v "$name" >/dev/null && return 0
	done
	return 1
}

as_root() {
	if [[ $(id -u) -eq 0 ]]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		echo "These packages have to be installed by root. Run this as root: $*" >&2
		exit 1
	fi
}

apt_install() { # PACKAGE...
	echo "Installing with apt-get: $*"
	# A fresh machine has no list of packages, or an old one that names what the server no longer has.
	if ! apt-cache show "$@" >/dev/null 2>&1 || ! as_root_apt install --no-install-recommends "$@"; then
		as_root_apt update
		as_root_apt install --no-install-recommends "$@"
	fi
}

as_root_apt() {
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -qq "$@" </dev/null
}

require_command() { # NAME, WHERE IT COMES FROM
	command -v "$1" >/dev/null || {
		echo "Portfolio AI is built with $1, which is not on this machine. It comes from $2." >&2
		exit 1
	}
}

require_command go "https://go.dev/dl (1.26 or newer)"
require_command npm "https://nodejs.org (Node 20.19 or newer)"

case $(uname -s) in
Linux) ;;
Darwin)
	xcode-select -p >/dev/null 2>&1 || {
		echo "Apple's command line tools are missing. Install them with: xcode-select --install" >&2
		exit 1
	}
	exit 0
	;;
*) exit 0 ;; # Windows brings its web view itself
esac

apt=() dnf=() pacman=()
while read -r step probe in_apt in_dnf in_pacman; do
	[[ " $* " == *" $step "* ]] || continue
	is_there "$probe" && continue
	[[ $step == browser ]] && any_browser && continue
	apt+=("$in_apt") dnf+=("$in_dnf") pacman+=("$in_pacman")
done < <(grep -v '^#' "$here/needs.txt")

((${#apt[@]})) || exit 0
if command -v apt-get >/dev/null; then
	apt_install "${apt[@]}"
elif command -v dnf >/dev/null; then
	echo "Some packages are missing. Install them with: sudo dnf install ${dnf[*]}" >&2
	exit 1
elif command -v pacman >/dev/null; then
	echo "Some packages are missing. Install them with: sudo pacman -S --needed ${pacman[*]}" >&2
	exit 1
else
	echo "Some packages are missing. Install what your system calls: ${apt[*]}" >&2
	exit 1
fi
