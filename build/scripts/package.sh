#!/usr/bin/env bash
# Usage: package.sh [-v VERSION] [-o DIR] [FORMAT...]
#
# Packs the program into DIR (dist): deb, rpm, archlinux and tar for Linux, and windows (package-windows.sh), or those that
# are named. The window is built before (make package does). What lies in DIR is removed first. From one commit come the
# same bytes, wherever and whenever they are made: every time in them is that of the commit.
set -euo pipefail
cd "$(dirname "$0")/../.."

name=portfolio-ai
linux=build/linux
stage=build/cache/package
root=$stage/root/usr

# build makes the program. What is hardened in its C part costs nothing that could be measured; a position-independent
# executable would (build/linux/lintian-overrides).
build() {
	CGO_CPPFLAGS=-D_FORTIFY_SOURCE=2 CGO_LDFLAGS="-O2 -g -Wl,-z,relro,-z,now" \
		go build -tags 'webkit2_41 desktop production' -trimpath -ldflags "-s -w $(build/scripts/version.sh link "$version")" -o "$root/bin/$name" .
}

# libraries prints the lines of the table of shared libraries; with a column's number, that column's dependencies.
libraries() { # [COLUMN]
	grep -v '^#' "$linux/libraries.txt" | sed -E 's/  +/\t/g' | cut -f "${1:-1-}" | sort -u
}

# declared fails when the program needs a library that the table does not name, the table names one that it does not
# need, or the program needs a newer glibc than the table says.
declared() {
	diff <(libraries 1) <(readelf -d "$root/bin/$name" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort) || {
		echo "The program (>) needs other shared libraries than $linux/libraries.txt (<) names." >&2
		return 1
	}
	local said needed
	said=$(sed -n 's/^libc\.so\.6.*(>= \([0-9.]*\)).*/\1/p' "$linux/libraries.txt")
	needed=$(readelf --dyn-syms -W "$root/bin/$name" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1)
	[[ $(printf '%s\n' "$said" "${needed#GLIBC_}" | sort -V | tail -n 1) == "$said" ]] || {
		echo "The program needs $needed; $linux/libraries.txt says $said." >&2
		return 1
	}
	glibc=$said
}

# put installs a text with the version and the day of the commit in it.
put() { # FROM, TO
	install -D -m 644 /dev/null "$2"
	sed -e "s/@VERSION@/$version/g" -e "s/@DATE@/$(date --utc --date="@$SOURCE_DATE_EPOCH" +%F)/g" "$1" >"$2"
}

# lay_out puts everything that is installed below $root, and what only one kind of package has beside it.
lay_out() {
	local size doc=$root/share/doc/$name
	put "$linux/$name.desktop" "$root/share/applications/$name.desktop"
	put "$linux/$name.metainfo.xml" "$root/share/metainfo/$name.metainfo.xml"
	put "$linux/$name.1" "$root/share/man/man1/$name.1"
	gzip -9n "$root/share/man/man1/$name.1"
	put "$linux/copyright" "$doc/copyright"
	go run ./build/notices -tags 'webkit2_41 desktop production' >"$doc/THIRD-PARTY-NOTICES"

	install -D -m 644 build/appicon.svg "$root/share/icons/hicolor/scalable/apps/$name.svg"
	build/scripts/icons.sh "$stage/icons"
	rm "$stage/icons/1024x1024.png" # larger than any that the theme of icons knows; there is the drawing itself
	for size in "$stage"/icons/*.png; do
		install -D -m 644 "$size" "$root/share/icons/hicolor/$(basename "$size" .png)/apps/$name.png"
	done

	mkdir -p "$stage/only"
	gzip -9n >"$stage/only/changelog.gz" <<-EOF
		$name ($version-1) unstable; urgency=medium

		  * Made of commit $(git rev-parse HEAD).

		 -- $(sed -n 's/^maintainer: //p' "$linux/nfpm.yaml")  $(LC_ALL=C date --utc --date="@$SOURCE_DATE_EPOCH" -R)
	EOF
	chmod -R u=rwX,go=rX "$stage/root" "$stage/only"
	find "$stage/root" "$stage/only" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

# settings writes what nfpm reads: nfpm.yaml, and the dependencies in the words of each kind of package. rpm takes the
# names of the libraries themselves.
settings() {
	cat "$linux/nfpm.yaml"
	echo overrides:
	printf '  deb:\n    depends:\n' && libraries 2 | sed 's/.*/      - "&"/'
	printf '  archlinux:\n    depends:\n' && libraries 3 | sed 's/.*/      - "&"/'
	printf '  rpm:\n    depends:\n      - "libc.so.6(GLIBC_%s)(64bit)"\n' "$glibc"
	libraries 1 | grep -v '^libc\.' | sed 's/.*/      - "&()(64bit)"/'
}

pack() { # FORMAT
	case $1 in
	tar)
		local top=$name-$version-linux-amd64
		tar --create --directory "$stage/root" --transform "s,^usr,$top," --sort=name --owner=0 --group=0 --numeric-owner \
			--mtime="@$SOURCE_DATE_EPOCH" --format=gnu usr | gzip -9n >"$into/$top.tar.gz"
		;;
	windows) build/scripts/package-windows.sh "$version" "$into" ;;
	*) VERSION=$version build/cache/nfpm package --config "$stage/nfpm.yaml" --packager "$1" --target "$into/" ;;
	esac
}

version=$(build/scripts/version.sh) into=dist
while getopts v:o: flag; do
	case $flag in
	v) version=$OPTARG ;;
	o) into=$OPTARG ;;
	*) exit 2 ;;
	esac
done
shift $((OPTIND - 1))
formats=("$@")
((${#formats[@]})) || formats=(deb rpm archlinux tar windows)
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

rm -rf "$stage" "$into"
mkdir -p "$root/bin" "$into"
build
declared
lay_out
settings >"$stage/nfpm.yaml"
for format in "${formats[@]}"; do
	pack "$format"
done
build/scripts/within-budget.sh "$into"/*
