#!/usr/bin/env bash
# Usage: verify-windows.sh
#
# Installs, uses, upgrades, moves and removes the program in Wine as a person would in Windows, and signs it with a
# certificate that was made for this run. The installers that run are of 64 bits, around the same files as those in dist:
# for those, of 32 bits, Wine needs packages of another architecture. That dist holds the same files is seen by unpacking.
set -euo pipefail
cd "$(dirname "$0")/../.."

name=portfolio-ai
work=$PWD/build/cache/wine
rm -rf "$work"
mkdir -p "$work"
. build/scripts/wine.sh
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

done_with() { # WHAT
	printf '%4d s  %s\n' "$SECONDS" "$*"
}

fail() {
	echo "$*" >&2
	exit 1
}

same() { # WHAT, GOT, WANT
	[[ $2 == "$3" ]] || fail "$1: got '$2', want '$3'"
}

# ends runs a program of Windows to its end and holds its exit code against what is wanted.
ends() { # CODE, COMMAND...
	local want=$1 code=0
	shift
	windows "$@" || code=$?
	settle
	same "The exit code of $*" "$code" "$want"
}

# says holds what a command of the program writes into a pipe against what is wanted.
says() { # WORDS, ARGUMENTS...
	local words=$1 out
	shift
	out=$(windows "$folder/$name.exe" "$@" | cat)
	grep -qF -- "$words" <<<"$out" || fail "'$*' does not say '$words': $out"
}

data_sum() {
	sha256sum <"$app_data/Local/$name/portfolio.db"
}

# installed holds what there is in a folder, in the menu and in the list of programs against what is to be there.
installed() { # VERSION, FOLDER AS WINDOWS CALLS IT
	same "The files" "$(cd "$folder" && echo *)" "LICENCE.txt THIRD-PARTY-NOTICES.txt $name.exe uninstall.exe"
	says "$name $1 (commit " --version
	[[ -f $menu ]] || fail "There is no $menu"
	strings "$menu" | grep -qF "$2\\$name.exe" || fail "The entry of the menu does not lead to $2"
	same DisplayName "$(entry DisplayName)" "Portfolio AI"
	same DisplayVersion "$(entry DisplayVersion)" "$1"
	same DisplayIcon "$(entry DisplayIcon)" "$2\\$name.exe,0"
	same InstallLocation "$(entry InstallLocation)" "$2"
	same UninstallString "$(entry UninstallString)" "\"$2\\uninstall.exe\""
	same QuietUninstallString "$(entry QuietUninstallString)" "\"$2\\uninstall.exe\" /S"
	local kilobytes
	kilobytes=$(($(entry EstimatedSize)))
	((kilobytes > $(du --bytes "$folder" | cut -f 1) / 1100)) || fail "EstimatedSize is $kilobytes"
}

# No program of Wine outlives the run, nor does the display.
screen=''
trap 'close_windows; [[ -z $screen ]] || kill "$screen"' EXIT

dist=(dist/"$name"-*-amd64-installer.exe)
[[ ${#dist[@]} == 1 && -f ${dist[0]} ]] || fail "There is not exactly one installer for amd64 in dist; run make package."
version=${dist[0]#dist/"$name"-} version=${version%-amd64-installer.exe}

# --- Signing, with a certificate of this run

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Portfolio AI test' -addext extendedKeyUsage=codeSigning \
	-keyout "$work/key.pem" -out "$work/certificate.pem" 2>"$work/log" || fail "$(<"$work/log")"
cat >"$work/sign" <<END
#!/bin/sh
osslsigncode sign -certs "$work/certificate.pem" -key "$work/key.pem" -h sha256 -in "\$1" -out "\$1.signed" >/dev/null &&
	mv "\$1.signed" "\$1"
END
chmod +x "$work/sign"

verified() { # FILE
	osslsigncode verify -CAfile "$work/certificate.pem" -in "$1" >"$work/log" 2>&1
}

cp "${dist[0]}" "$work/signed.exe"
! verified "$work/signed.exe" || fail "An installer without a signature is taken for signed."
"$work/sign" "$work/signed.exe"
verified "$work/signed.exe" || fail "The signature is not accepted: $(<"$work/log")"
# One bit in the middle of what it installs.
byte=$(od --address-radix=n --format=u1 --skip-bytes=3000000 --read-bytes=1 "$work/signed.exe")
printf '%b' "\\x$(printf %x $((byte ^ 1)))" | dd of="$work/signed.exe" bs=1 seek=3000000 conv=notrunc status=none
! verified "$work/signed.exe" || fail "An installer that was changed after it was signed is accepted."
done_with "a signature is verified; without one, and with one bit changed, it is refused"

# --- The installers

PORTFOLIO_AI_SIGN=$work/sign build/scripts/package-windows.sh -t 0.0.0~earlier "$work/older" amd64
older=$work/older/$name-0.0.0~earlier-amd64-installer.exe
build/scripts/package-windows.sh -t "$version" "$work/newer" amd64
newer=$work/newer/$(basename "${dist[0]}")
for arch in amd64 arm64; do
	7z x -y -o"$work/unpacked/$arch" "dist/$name-$version-$arch-installer.exe" >"$work/log" || fail "$(<"$work/log")"
	rm -r "$work/unpacked/$arch"/*PLUGINSDIR # what the installer itself runs on
	same "What is in the installer for $arch" "$(cd "$work/unpacked/$arch" && echo *)" \
		"LICENCE.txt THIRD-PARTY-NOTICES.txt $name.exe uninstall.exe"
done
for file in "$name.exe" LICENCE.txt THIRD-PARTY-NOTICES.txt; do
	cmp "$work/unpacked/amd64/$file" "build/cache/package-windows/amd64/files/$file" ||
		fail "What is in dist was not made of what is here; run make package."
done
file "$work/unpacked/arm64/$name.exe" | grep -q Aarch64 || fail "The program for arm64 is for another processor."
done_with "the installers: those in dist hold the same files as those that are run here"

open_windows >"$work/log" 2>&1 || fail "$(<"$work/log")"
folder=$app_data/Local/Programs/'Portfolio AI'
where=$home'\AppData\Local\Programs\Portfolio AI'
menu=$app_data/Roaming/Microsoft/Windows/'Start Menu'/Programs/'Portfolio AI.lnk'
trace >"$work/trace-before"
done_with "a fresh Windows, in $("$wine" --version)"

# --- What is only for Windows in the code

go_tests() { # PACKAGE, TESTS: in a terminal, so that there is a console
	GOOS=windows go test -c -o "$work/test.exe" "$1"
	(
		export -f windows
		export work wine display
		script --quiet --command "windows '$work/test.exe' -test.v -test.run '$2'" /dev/null </dev/null
	) | tr -d '\r' >"$work/log"
	if ! grep -q -- '--- PASS' "$work/log" || grep -qE -- '--- (FAIL|SKIP)' "$work/log"; then
		fail "$(<"$work/log")"
	fi
}
go_tests ./app/cli 'JoinConsole|LeadsSomewhere'
go_tests ./app WebViewFault
done_with "the tests of the console and of a missing WebView2"

# --- Install, use

started=$SECONDS
ends 0 "$older" /S
((SECONDS - started < 30)) || fail "Without WebView2 and without a network the installer took $((SECONDS - started)) s."
installed 0.0.0~earlier "$where"
verified "$folder/$name.exe" || fail "The installed program is not signed."
verified "$folder/uninstall.exe" || fail "The uninstaller is not signed."
done_with "installed without a question: the program, its licences, the menu, the list of programs; both programs signed"

says "Loaded the sample: 40 programs" sample
windows "$folder/$name.exe" ask --json "Which programs are Off Track?" >"$work/answer.json"
grep -q '"understood": true' "$work/answer.json" || fail "$(<"$work/answer.json")"
printf 'ID,Name,Status,Launch date\nW-1,Über Büro,At Risk,2027-03-15\nW-2,Second,On Track,2027-04-01\n' >"$drive/programs.csv"
says "2 new" import --dry-run 'C:\programs.csv'
says "2 new" import 'C:\programs.csv'
says "Über Büro" ask "What is the status of Über Büro?"
says "Sound: 42 programs" check
requests=(
	'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"verify","version":"1"}}}'
	'{"jsonrpc":"2.0","method":"notifications/initialized"}'
	'{"jsonrpc":"2.0","id":2,"method":"tools/list"}'
)
printf '%s\n' "${requests[@]}" | windows "$folder/$name.exe" mcp >"$work/answers"
grep -q '"id":2,"result".*propose_changes' "$work/answers" || fail "$(<"$work/answers")"
code=0
windows "$folder/$name.exe" nonsense 2>"$work/log" || code=$?
same "The exit code of a command that there is not" "$code" 2
grep -q "There is no command" "$work/log" || fail "$(<"$work/log")"
says '"programs"' export --format json
before=$(data_sum)
done_with "sample, import, ask, check, export and mcp, with pipes and files, on the portfolio in %LOCALAPPDATA%"

# --- While it is running; upgrade

mkfifo "$work/questions"
windows "$folder/$name.exe" mcp <"$work/questions" >"$work/first-answer" & # another assistant has it, and asks nothing now
exec {questions}>"$work/questions"
printf '%s\n' "${requests[0]}" >&"$questions"
for ((i = 0; i < 600; i++)); do
	[[ -s $work/first-answer ]] && break
	sleep 0.1
done
grep -q '"id":1,"result"' "$work/first-answer" || fail "The program does not answer another assistant."
code=0
windows "$newer" /S || code=$?
same "The exit code of the installer while the program runs" "$code" 2
exec {questions}>&-
settle
installed 0.0.0~earlier "$where"
ends 0 "$newer" /S
installed "$version" "$where"
same "The portfolio after the upgrade" "$(data_sum)" "$before"
says "Sound: 42 programs" check
done_with "an upgrade is refused while the program runs, and keeps the portfolio to the byte"

# --- WebView2

cat >"$work/runtime.nsi" <<'END'
Target amd64-unicode
OutFile "${OUT}"
SilentInstall silent
RequestExecutionLevel user
!include FileFunc.nsh
Section
  ${GetParameters} $0
  FileOpen $1 "$EXEDIR\was-run.txt" a
  FileWrite $1 $0
  FileClose $1
  WriteRegStr HKCU "Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}" "pv" "140.0.0.0"
SectionEnd
END
makensis -V2 -DOUT="$work/newer/MicrosoftEdgeWebView2RuntimeInstallerX64.exe" "$work/runtime.nsi"
ends 0 "$newer" /S
same "What Microsoft's installer was called with" "$(<"$work/newer/was-run.txt")" "/silent /install"
ends 0 "$newer" /S
same "How often it was called, with WebView2 there" "$(<"$work/newer/was-run.txt")" "/silent /install"
windows reg delete 'HKCU\Software\Microsoft\EdgeUpdate' /f >"$work/log"
rm "$work"/newer/MicrosoftEdge*
done_with "an installer of WebView2 beside ours is run where there is no WebView2, and only there"

exec {number}< <(exec Xvfb -displayfd 1 -screen 0 1024x768x24 2>"$work/log")
screen=$!
read -r -t 60 -u "$number" number
display=:$number
windows "$folder/$name.exe" 2>"$work/log" &
box=$!
for ((i = 0; i < 600; i++)); do
	DISPLAY=$display xdotool search --name '^Portfolio AI$' windowfocus key Return >"$work/found" 2>&1 && break
	sleep 0.1
done
code=0
wait $box || code=$?
display=''
same "The exit code of a window that cannot be shown" "$code" 1
grep -q 'get the "Evergreen Standalone Installer" for x64' "$work/log" || fail "$(<"$work/log")"
done_with "without WebView2 the program says so in a box and what to do, and ends"

# --- Another folder, removal

ends 0 "$newer" /S '/D=C:\Tools\Portfolio'
[[ ! -e $folder ]] || fail "The program is still in the folder where it was."
folder=$drive/Tools/Portfolio
installed "$version" 'C:\Tools\Portfolio'
echo "of somebody else" >"$folder/notes.txt"
ends 0 "$folder/uninstall.exe" /S
same "What is left in a folder with a file of somebody else" "$(cd "$folder" && echo *)" notes.txt
rm -r "$drive/Tools" "$drive/programs.csv"
trace >"$work/trace-after"
diff "$work/trace-before" "$work/trace-after" || fail "The uninstaller has left that (>)."
same "The portfolio after the program was removed" "$(data_sum)" "$before"
done_with "moved to another folder and removed: no file, no registry key, no shortcut is left; the portfolio is as it was"

folder=$app_data/Local/Programs/'Portfolio AI'
ends 0 "$newer" /S
ends 0 "$folder/uninstall.exe" /S /REMOVEDATA
[[ ! -e $app_data/Local/$name ]] || fail "The portfolio is still there."
trace >"$work/trace-after"
diff "$work/trace-before" "$work/trace-after" || fail "The uninstaller has left that (>)."
done_with "removed with /REMOVEDATA: the portfolio is gone too"
