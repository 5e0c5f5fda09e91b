#!/usr/bin/env bash
# Usage: verify-packages.sh [SUITE...]     (bookworm trixie)
#
# Holds what `make package` has left in dist against the tools that judge packages, installs the program for Windows in
# Wine (verify-windows.sh), and the deb in a fresh Debian of each suite (verify-in-debian.sh). Those live in
# build/cache/chroots, and can be removed like any other file.
set -euo pipefail
cd "$(dirname "$0")/../.."
. build/scripts/steps.sh

[[ $(id -u) -eq 0 ]] || {
	echo "Installing packages in a Debian of its own needs root. Run this as root." >&2
	exit 1
}
suites=("$@")
((${#suites[@]})) || suites=(bookworm trixie)

only() { # PATTERN: the one file in dist that matches it
	local found
	mapfile -t found < <(compgen -G "dist/$1")
	((${#found[@]} == 1)) || {
		echo "There is not exactly one $1 in dist; run make package." >&2
		return 1
	}
	echo "${found[0]}"
}
deb=$(only '*.deb') rpm=$(only '*.rpm') arch=$(only '*.pkg.tar.zst') archive=$(only '*.tar.gz')

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg-deb --extract "$deb" "$scratch"

# What is overridden, and why, is in build/linux/lintian-overrides.
lintian_quiet() {
	lintian --allow-root --display-info --pedantic --fail-on error,warning "$deb"
}

desktop_entry() {
	desktop-file-validate "$scratch/usr/share/applications/portfolio-ai.desktop"
}

# The id would have to be a domain turned around, and no domain is ours.
metainfo() {
	appstreamcli validate --no-net --pedantic --override=cid-desktopapp-is-not-rdns=info \
		"$scratch/usr/share/metainfo/portfolio-ai.metainfo.xml"
}

# files prints the files of a listing that all packages have to have.
files() {
	sed 's,^\.*/*,/,' | grep '^/usr/.*[^/]$' | grep -Ev '/(changelog\.Debian\.gz|lintian/.*)$' | sort
}

# There is no Fedora and no Arch here: what can be seen is that the packages are whole, hold what the deb holds, and ask
# for the libraries that the program is linked to.
rpm_like_deb() {
	rpm --checksig --nosignature "$rpm" &&
		diff <(cd "$scratch" && find . -type f | files) <(rpm -qp --nosignature --list "$rpm" | files) &&
		rpm -qp --nosignature --requires "$rpm" | grep -v '^rpmlib'
}

arch_like_deb() {
	diff <(cd "$scratch" && find . -type f | files) <(tar --list --zstd --file "$arch" | files) &&
		tar --extract --zstd --to-stdout --file "$arch" .PKGINFO
}

older=build/cache/older
older_package() {
	build/scripts/package.sh -v 0.0.0~earlier -o "$older" deb
}

step "lintian" lintian_quiet
step "Desktop entry" desktop_entry
step "AppStream metainfo" metainfo
step "rpm, its metadata" rpm_like_deb
step "Arch package, its metadata" arch_like_deb
step "Windows, in Wine" build/scripts/verify-windows.sh
step "An older package to upgrade from" older_package
for suite in "${suites[@]}"; do
	# In a space of mounts of its own, which ends with the script, however that ends.
	step "Debian $suite" unshare --mount --propagation private \
		build/scripts/verify-in-debian.sh "$suite" "$older"/*.deb "$deb" "$archive"
done
summary "Package checks"
