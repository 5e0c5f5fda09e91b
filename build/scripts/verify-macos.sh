#!/usr/bin/env bash
# Checks of the application for macOS what can be checked without a Mac: what the system is told of it, its icon, its
# folder, and all Go code that needs none of Apple's tools, vetted and built for both architectures. The window, the
# signature, the disk image and the installer are made and checked by macos-build.sh and macos-release.sh, on a Mac only.
set -euo pipefail
cd "$(dirname "$0")/../.."
. build/scripts/steps.sh

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
app="$scratch/Portfolio AI.app"

# parsed writes a property list in its usual form. plistutil fails with 0: what counts is what it writes.
parsed() { # FILE TO
	rm -f "$scratch/binary" "$2"
	plistutil --infile "$1" --format bin --outfile "$scratch/binary" && [[ -s $scratch/binary ]] &&
		plistutil --infile "$scratch/binary" --format xml --outfile "$2" && [[ -s $2 ]]
}

assembled() {
	GOOS=darwin GOARCH=arm64 CGO_ENABLED=0 go build -o "$scratch/stand-in" ./build/icns && # the real one needs Apple's tools
		build/scripts/macos-app.sh "$scratch/stand-in" "$app" "1.2.0+git20260131.5.abc" &&
		(cd "$app" && find . -type f | sort) | tee "$scratch/files" &&
		diff "$scratch/files" - <<-'EOF' &&
			./Contents/Info.plist
			./Contents/MacOS/portfolio-ai
			./Contents/PkgInfo
			./Contents/Resources/THIRD-PARTY-NOTICES
			./Contents/Resources/copyright
			./Contents/Resources/de.lproj/InfoPlist.strings
			./Contents/Resources/portfolio-ai.icns
		EOF
		grep -q '^github.com/wailsapp/wails/v2 ' "$app/Contents/Resources/THIRD-PARTY-NOTICES"
}

# told checks what the system is told; the program and the icon that it names are there.
told() {
	local key want got
	parsed "$app/Contents/Info.plist" "$scratch/Info.plist" || return 1
	while IFS='=' read -r key want; do
		got=$(sed -nE "/<key>$key<\/key>/{n;s/^[[:space:]]*<string>(.*)<\/string>$/\1/p;s/^[[:space:]]*<(true|false)\/>$/\1/p;}" "$scratch/Info.plist")
		[[ -n $got && ($got == "$want" || $want == any) ]] || {
			echo "$key is \"$got\", not \"$want\"."
			return 1
		}
		echo "$key: $got"
	done <<-'EOF'
		CFBundleExecutable=portfolio-ai
		CFBundleIconFile=portfolio-ai
		CFBundleIdentifier=invalid.portfolio-ai
		CFBundleInfoDictionaryVersion=6.0
		CFBundleName=Portfolio AI
		CFBundlePackageType=APPL
		CFBundleShortVersionString=1.2.0
		CFBundleVersion=1.2.0
		LSApplicationCategoryType=public.app-category.business
		LSMinimumSystemVersion=14.5
		NSHighResolutionCapable=true
		NSHumanReadableCopyright=any
		NSLocalNetworkUsageDescription=any
	EOF
	if grep -n '@' "$scratch/Info.plist" || grep -n 'CFBundleDocumentTypes' "$scratch/Info.plist"; then
		echo "A placeholder is left, or a type of file is claimed that there is not."
		return 1
	fi
	grep -q 'safari17\.5' frontend/vite.config.ts || {
		echo "The window is built for another Safari than that of the oldest macOS in Info.plist."
		return 1
	}
}

# A comment in it, fine by XML, makes codesign refuse it.
entitlements() {
	parsed build/darwin/entitlements.plist "$scratch/entitlements" || return 1
	if grep '<!--' build/darwin/entitlements.plist || grep '<key>' "$scratch/entitlements"; then
		echo "The hardened runtime takes the program as it is, and it is in no sandbox: it asks for no right."
		return 1
	fi
}

german() {
	local file=build/darwin/de.lproj/InfoPlist.strings key
	iconv -f UTF-8 -t UTF-8 "$file" >/dev/null && ! grep -vE '^"[A-Za-z]+" = "[^"\\]+";$' "$file" || return 1
	while read -r key; do
		grep -q "<key>$key</key>" build/darwin/Info.plist || return 1
	done < <(cut -d '"' -f 2 "$file")
}

# The icon is what the drawings make, and another program than the one that wrote it reads the same pictures from it. It
# knows five of the ten; go test ./build/icns reads all.
icon() {
	local size
	build/scripts/macos-icon.sh "$scratch/icon.icns" || return 1
	cmp "$scratch/icon.icns" build/darwin/portfolio-ai.icns || {
		echo "build/darwin/portfolio-ai.icns is not what its drawings make here; run make macos-icon."
		return 1
	}
	build/scripts/icons.sh "$scratch/drawings" && icns2png --extract --output "$scratch" "$scratch/icon.icns" 2>/dev/null || return 1
	for size in 16 32; do
		cmp <(rgba "$scratch/drawings/${size}x$size.png") <(rgba "$scratch/icon_${size}x${size}x32.png") || return 1
	done
	for size in 256 512 1024; do
		[[ -s $scratch/icon_${size}x${size}x32.png ]] || return 1
	done
}

rgba() { # PNG
	convert "$1" rgba:-
}

# Packages that reach Wails need Apple's tools; without the tags of a build they would compile and prove nothing.
built() { # ARCHITECTURE
	export GOOS=darwin GOARCH=$1 CGO_ENABLED=0
	go list -f '{{.ImportPath}} {{len .GoFiles}} {{join .Deps " "}}' ./... | grep -v github.com/wailsapp/wails >"$scratch/packages"
	cut -d ' ' -f 1 "$scratch/packages" | xargs go vet || return 1
	awk '$2 > 0 { print $1 }' "$scratch/packages" | tee /dev/stderr | xargs go build # without those of tests alone
}

arm64() (built arm64)
amd64() (built amd64)

step "The application's folder, around a stand-in" assembled
step "Info.plist" told
step "Entitlements" entitlements
step "What the system says in German" german
step "The icon" icon
step "Go code for Macs with Apple's processors" arm64
step "Go code for Macs with Intel's" amd64
summary "Checks of the application for macOS"
