#!/usr/bin/env bash
# Usage: version.sh                    the version of the program
#        version.sh link [VERSION]     what the linker writes into the program: this version, and the commit
#        version.sh numbers [VERSION]  only its numbers, as macOS and Windows take them: 1.2.0
#
# The tags of git say the version, and nothing else does. deb and rpm can order what is printed: it is that of the tag, or
# of the last one with what came after it. Before the first tag it is below every release.
set -euo pipefail
cd "$(dirname "$0")/../.."

from_tags() {
	local tag commits day dirty=''
	[[ -z $(git status --porcelain) ]] || dirty=.dirty
	day=$(TZ=UTC git log -1 --format=%cd --date=format-local:%Y%m%d)
	if tag=$(git describe --tags --abbrev=0 --match 'v[0-9]*' 2>/dev/null); then
		commits=$(git rev-list --count "$tag..HEAD")
		tag=${tag#v}
		tag=${tag/-/\~} # 1.2.0-rc1 comes before 1.2.0
		if ((commits == 0)); then
			echo "$tag${dirty:++dirty}"
		else
			echo "$tag+git$day.$commits.$commit$dirty"
		fi
	else
		echo "0.0.0~git$day.$(git rev-list --count HEAD).$commit$dirty"
	fi
}

# Outside of git, as in an archive of the sources, nobody can say.
if commit=$(git rev-parse --short=9 HEAD 2>/dev/null); then
	version=${2:-$(from_tags)}
else
	version=${2:-0.0.0~unreleased} commit=''
fi
case ${1:-} in
'') echo "$version" ;;
link) echo "-X main.version=$version -X main.commit=$commit" ;;
numbers) grep -oE '^[0-9]+(\.[0-9]+){0,2}' <<<"$version" ;;
*) exit 2 ;;
esac
