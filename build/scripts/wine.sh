# Sourced by verify-windows.sh: a Windows in Wine, in $work, that is of this run alone.
#
# Wine 8 lacks bcryptprimitives.dll, which every Go program loads; a stand-in for its one function is compiled here. It has
# no WebView2 either: no window can be opened in it.
# shellcheck shell=bash disable=SC2034 # its variables are read where it is sourced

: "${work:?}"
wine=/usr/lib/wine/wine64 wineserver=/usr/lib/wine/wineserver64 # as Debian has them
[[ -x $wine ]] || wine=wine64 wineserver=wineserver
drive=$work/prefix/drive_c
display='' # of this machine, where one is to be drawn on

# windows runs a program in Wine and gives its exit code. Nothing of the caller's environment gets in, and what Wine would
# add to the menus of the desktop is left out.
windows() { # COMMAND...
	env -i PATH="$PATH" USER="$(id -un)" HOME="$work/home" LC_ALL=C.UTF-8 ${display:+DISPLAY="$display"} \
		WINEPREFIX="$work/prefix" WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='winemenubuilder.exe=;mscoree,mshtml=' \
		"$wine" "$@"
}

# settle comes back when every program in Wine has ended, which some do later than the one that started them.
settle() {
	WINEPREFIX=$work/prefix timeout 120 "$wineserver" --wait
}

# open_windows makes the Windows, and sets app_data and home to the folders of its user, as Linux and as Windows call them.
open_windows() {
	mkdir -p "$work/home"
	windows wineboot --init
	windows reg add 'HKCU\Software\Wine' /v Version /d win10 /f
	cat >"$work/prng.c" <<-END
		#include <windows.h>
		#include <ntsecapi.h>
		__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, length); }
	END
	x86_64-w64-mingw32-gcc -shared -o "$drive/windows/system32/bcryptprimitives.dll" "$work/prng.c" -ladvapi32
	settle
	app_data=$drive/users/$(id -un)/AppData
	home="C:\\users\\$(id -un)"
	mkdir "$app_data/Local/Programs" # as every Windows has it that was used before, like the list of programs:
	windows reg add 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall' /f
}

close_windows() {
	WINEPREFIX=$work/prefix "$wineserver" --kill || true
}

# trace lists every file and every registry key that there is. Two things are left out: the folder of a person's
# portfolio, and the copy in which an uninstaller of NSIS runs, which Windows deletes at its next start.
trace() {
	local root
	(cd "$drive" && find . \( -path './users/*/AppData/Local/portfolio-ai' -o -path './users/*/Temp/~nsu*' \) -prune -o -print | sort)
	for root in HKCU HKLM; do
		windows reg export $root 'C:\trace.reg' /y >/dev/null
		iconv --from-code UTF-16 --to-code UTF-8 "$drive/trace.reg" | tr -d '\r' | grep '^\[' | sort
		rm "$drive/trace.reg"
	done
}

# entry prints a value of the program's entry in the list of installed programs.
entry() { # NAME
	windows reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\portfolio-ai' /v "$1" |
		tr -d '\r' | sed -nE "s/^ +$1 +REG_(SZ|DWORD) +//p"
}
