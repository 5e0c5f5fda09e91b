#!/usr/bin/env bash
# Usage: verify-in-debian.sh SUITE OLDER.deb NEWER.deb NEWER.tar.gz    (as root, under unshare --mount: verify-packages.sh)
#
# In a fresh Debian: installs the older package with apt and uses it, upgrades to the newer one with the same data, opens
# its window and reads it as a screen reader does, removes it, and unpacks the archive in a person's folder instead. The display, the buses and the reader are those of this
# machine; the program and every library it loads are those of that Debian.
set -euo pipefail
cd "$(dirname "$0")/../.."

suite=$1 older=$2 newer=$3 archive=$4
chroots=$PWD/build/cache/chroots
base=$chroots/$suite
changed=$chroots/$suite.changed # what this run changes in the base, which itself stays fresh
root=$changed/root
home=/home/manager

# /tmp is the same folder inside and outside: the sockets of display and buses are there.
shared=$(TMPDIR=/tmp mktemp -d)
clean_up() {
	umount --recursive "$root" 2>/dev/null || true
	rm -rf --one-file-system "$changed" "$shared"
}
trap clean_up EXIT

if [[ ! -d $base ]]; then
	echo "Fetching a Debian $suite"
	rm -rf --one-file-system "$base.part"
	mkdir -p "$chroots"
	debootstrap --variant=minbase "$suite" "$base.part" >"$chroots/$suite.log" || {
		tail -n 20 "$chroots/$suite.log"
		exit 1
	}
	mv "$base.part" "$base"
fi

open_debian() {
	rm -rf --one-file-system "$changed"
	mkdir -p "$root" "$changed/upper" "$changed/work" "$chroots/$suite.debs/partial"
	mount -t overlay overlay -o "lowerdir=$base,upperdir=$changed/upper,workdir=$changed/work" "$root"
	mount -t proc proc "$root/proc"
	mount --rbind /dev "$root/dev"
	mount --bind "$chroots/$suite.debs" "$root/var/cache/apt/archives"
	mount --bind /tmp "$root/tmp"
	mkdir -p "$root$PWD"
	mount --bind -o ro "$PWD" "$root$PWD"
	printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service is started in there
	chmod +x "$root/usr/sbin/policy-rc.d"
}

inside() { # COMMAND... as root
	chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"
}

as_user() { # COMMAND... as a person with a home folder
	inside HOME="$home" runuser -u manager -- "$@"
}

apt() { # ARGUMENTS...
	inside apt-get -qq -y -o Dpkg::Use-Pty=0 -o APT::Keep-Downloaded-Packages=true "$@" >"$shared/apt.log" 2>&1 || {
		tail -n 30 "$shared/apt.log"
		return 1
	}
}

install_package() { # DEB
	cp "$1" "$shared/"
	apt install --no-install-recommends "$shared/$(basename "$1")"
	[[ $(inside portfolio-ai --version) == "portfolio-ai $(version_of "$1") (commit "* ]]
}

packages() {
	inside dpkg-query --show | wc -l
}

version_of() { # DEB: its version without the number of the packaging
	dpkg-deb --field "$1" Version | sed 's/-1$//'
}

says() { # WORDS COMMAND...: the person's program succeeds and prints the words
	local words=$1 out
	shift
	out=$(as_user portfolio-ai "$@")
	grep -qF -- "$words" <<<"$out" || {
		printf 'portfolio-ai %s does not say "%s":\n%s\n' "$*" "$words" "$out"
		return 1
	}
}

file_sum() {
	sha256sum "$root$home/.local/share/portfolio-ai/portfolio.db" | cut -d ' ' -f 1
}

done_with() { # WHAT
	printf '%4d s  %s\n' "$SECONDS" "$*"
}

open_debian
inside useradd --create-home --home-dir "$home" manager
apt update
done_with "a fresh Debian $(cat "$root/etc/debian_version")"

had=$(packages)
install_package "$older"
done_with "apt install $(version_of "$older"), which brought $(($(packages) - had - 1)) other packages"

says "" sample
says "Off Track" ask "Which programs are Off Track?"
says '"ok": true' check --json
as_user portfolio-ai export >"$shared/before.json"
before=$(file_sum)
done_with "sample, ask, check, export as a person without rights"

install_package "$newer"
[[ $(file_sum) == "$before" ]]
as_user portfolio-ai export | cmp - "$shared/before.json"
says '"ok": true' check --json
done_with "upgrade to $(version_of "$newer"): the same data"

# The program of that Debian as one that the tests of the window can start.
cat >"$shared/portfolio-ai" <<EOF
#!/bin/sh
exec chroot "$root" /bin/sh -c 'cd "\$0" && exec /usr/bin/portfolio-ai "\$@"' "\$PWD" "\$@"
EOF
chmod +x "$shared/portfolio-ai"
TMPDIR=$shared WINDOWTEST_PROGRAM=$shared/portfolio-ai go test -tags windowtest -count=1 \
	-run 'TestWindow_showsThePortfolioAnswersAndOpensWhatItCites/a_small_portfolio' -v ./app/windowtest | tee "$shared/window.log"
grep -q '^    --- PASS' "$shared/window.log" # a test that was skipped has shown nothing
cp -r "$root$home/.local/share/portfolio-ai" "$shared/data"
go build -o "$shared/picture" ./app/windowtest/picture
# The home folder of root in there would keep what the web view stores.
HOME=$shared PORTFOLIO_AI_DATA_DIR=$shared/data \
	"$shared/picture" -program "$shared/portfolio-ai" -out "build/windowtest/$suite.png"
done_with "the window, read through the accessibility tree; its picture is build/windowtest/$suite.png"

# goes_by removes the package and fails where anything of it is left, or anything of the person's portfolio is not.
goes_by() { # remove or purge
	local path left
	inside dpkg --listfiles portfolio-ai >"$shared/installed"
	apt "$1" portfolio-ai
	left=$(
		while read -r path; do # folders of the system stay
			[[ -d $root$path && $path != *portfolio-ai* ]] || [[ ! -e $root$path ]] || echo "$path"
		done <"$shared/installed"
		find "$root" -xdev -name '*portfolio-ai*' -not -path "$root$home/*"
	)
	[[ -z $left ]] || {
		printf 'Left after apt %s:\n%s\n' "$1" "$left"
		return 1
	}
	[[ $(file_sum) == "$before" ]]
	done_with "apt $1: the portfolio is as it was, and nothing else is left"
}
goes_by remove
install_package "$newer"
goes_by purge

as_user mkdir -p "$home/.local"
as_user tar --extract --gzip --file "$PWD/$archive" --directory "$home/.local" --strip-components 1
as_user "$home/.local/bin/portfolio-ai" check
done_with "the archive, unpacked in the folder of a person, on the same portfolio"
