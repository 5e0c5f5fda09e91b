#!/usr/bin/env bash
# Usage: package-windows.sh [-t] VERSION DIR [ARCH...]     (amd64 arm64)
#
# Packs the program for Windows into DIR, an installer for each processor; -t makes installers of 64 bits for tests, which
# run where nothing of 32 bits does. The window is built before, and SOURCE_DATE_EPOCH set, to which every time is set.
#
# PORTFOLIO_AI_SIGN names a program that signs the file it gets, in its place. With it, the program, the uninstaller and
# the installer are signed, and no two builds are the same: a signature has its time in it.
set -euo pipefail
cd "$(dirname "$0")/../.."

name=portfolio-ai
windows=build/windows

# The name under which Microsoft gives out the installer of WebView2 that needs no network.
declare -A runtime=([amd64]=MicrosoftEdgeWebView2RuntimeInstallerX64.exe [arm64]=MicrosoftEdgeWebView2RuntimeInstallerARM64.exe)

# numbers gives a version as the four numbers that Windows orders by: after a tag, the last counts the commits since.
numbers() { # VERSION
	local release commits=0
	release=$(build/scripts/version.sh numbers "$1")
	[[ $1 =~ git[0-9]+\.([0-9]+) ]] && commits=${BASH_REMATCH[1]}
	echo "$release.$((commits > 65535 ? 65535 : commits))"
}

sign() { # FILE
	if [[ -n ${PORTFOLIO_AI_SIGN:-} ]]; then
		"$PORTFOLIO_AI_SIGN" "$1"
	fi
}

# resources lays out what is written into the program: icon, version, manifest; and a picture for the installer, at twice
# its size for sharp screens.
resources() {
	mkdir -p "$stage/resources" "$stage/looks"
	build/scripts/icons.sh "$stage/resources/icons"
	sed -e "s/@VERSION@/$version/g" -e "s/@NUMBERS@/$(numbers "$version")/g" "$windows/winres.json" >"$stage/resources/winres.json"
	rsvg-convert --zoom 2 "$windows/finish.svg" | pngtopam | ppmtobmp -quiet -bpp=24 >"$stage/looks/finish.bmp"
}

# lay_out makes the program and puts everything that is installed into $files.
lay_out() { # ARCH
	mkdir -p "$files"
	go build -o build/cache/notices ./build/notices # it asks the go command for the program of the system in GOOS
	GOOS=windows GOARCH=$1 build/cache/notices -tags 'desktop production' >frontend/dist/licences.txt # shown in the window
	GOOS=windows GOARCH=$1 CGO_ENABLED=0 \
		go build -tags 'desktop production' -trimpath -ldflags "-s -w -H windowsgui $(build/scripts/version.sh link "$version")" -o "$files/$name.exe" .
	build/cache/go-winres patch --no-backup --in "$stage/resources/winres.json" "$files/$name.exe"
	build/cache/go-winres extract --dir "$stage/extracted" "$files/$name.exe"
	mv "$stage"/extracted/*.ico "$stage/looks/icon.ico"
	sign "$files/$name.exe"
	# For an editor of Windows, with its ends of lines.
	sed 's/$/\r/' build/linux/copyright | sed 's/THIRD-PARTY-NOTICES/&.txt/' >"$files/LICENCE.txt"
	sed 's/$/\r/' frontend/dist/licences.txt >"$files/THIRD-PARTY-NOTICES.txt"
	find "$files" -exec touch --date="@$SOURCE_DATE_EPOCH" {} +
}

# pack makes the installer of what was laid out.
pack() { # ARCH
	local out=$into/$name-$version-$1-installer.exe size defines
	size=$(du --bytes --summarize "$files" | cut -f 1)
	defines=(-DSTAGE="$PWD/$files" -DLOOKS="$PWD/$stage/looks" -DOUT="$(realpath "$out")" -DVERSION="$version"
		-DNUMBERS="$(numbers "$version")" -DSIZE=$((size / 1024)) -DRUNTIME="${runtime[$1]}")
	[[ -z $stub ]] || defines+=(-DSTUB="$stub")
	[[ -z ${PORTFOLIO_AI_SIGN:-} ]] || defines+=(-DSIGN="$PORTFOLIO_AI_SIGN")
	makensis -V2 -WX -INPUTCHARSET UTF8 "${defines[@]}" "$windows/installer.nsi"
}

stub=''
while getopts t flag; do
	case $flag in
	t) stub=amd64-unicode ;;
	*) exit 2 ;;
	esac
done
shift $((OPTIND - 1))
version=$1 into=$2
shift 2
architectures=("$@")
((${#architectures[@]})) || architectures=(amd64 arm64)

for arch in "${architectures[@]}"; do
	stage=build/cache/package-windows/$arch
	files=$stage/files
	rm -rf "$stage"
	mkdir -p "$into"
	resources
	lay_out "$arch"
	pack "$arch"
done
