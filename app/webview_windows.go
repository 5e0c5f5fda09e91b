package app

import (
	"fmt"
	"log/slog"
	"runtime"
	"strings"

	"github.com/wailsapp/go-webview2/webviewloader"
	"golang.org/x/sys/windows"

	"portfolio-ai/store/portfolio"
)

// leastWebView is the oldest WebView2 that the window is built for (frontend/vite.config.ts).
const leastWebView = "123.0.0.0"

// prepareWebView makes sure that Windows can show the window: with WebView2, which is a part of Windows 11 and of most
// Windows 10. Where it is missing or too old, a box says so and what to do. Left to itself, Wails would offer to download
// it; nothing here connects to anywhere unasked.
func prepareWebView(log *slog.Logger) error {
	version, err := webviewloader.GetAvailableCoreWebView2BrowserVersionString("")
	if err != nil {
		log.Warn("look for WebView2", "error", err) // starting it says what is wrong
		return nil
	}
	preferred, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil {
		log.Warn("ask for the languages of Windows", "error", err)
	}
	fault := webViewFault(version, preferred)
	if fault == nil {
		return nil
	}
	text, err := windows.UTF16PtrFromString(fault.Error())
	if err != nil {
		return err
	}
	caption, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return err
	}
	if _, err := windows.MessageBox(0, text, caption, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND); err != nil {
		log.Warn("say that WebView2 is missing", "error", err)
	}
	return fault
}

// webViewWords are the words for a missing WebView2 in a language. They are not in the catalogue of the window: without
// WebView2 that cannot be read. Old gets the version that is there.
type webViewWords struct{ missing, old, remedy string }

var webViewLanguages = map[Language]webViewWords{
	LanguageEnglish: {
		missing: "Portfolio AI shows its window with Microsoft WebView2, and this computer does not have it.",
		old:     "Portfolio AI shows its window with Microsoft WebView2, and that of this computer is too old (version %s).",
		remedy: `What to do: from
https://developer.microsoft.com/microsoft-edge/webview2
get the "Evergreen Standalone Installer" for %s and run it on this computer. It can be downloaded on another one, and needs no administrator. Then start Portfolio AI again.

Your portfolio is safe: nothing was changed.`,
	},
	LanguageGerman: {
		missing: "Portfolio AI zeigt sein Fenster mit Microsoft WebView2, und auf diesem Computer fehlt es.",
		old:     "Portfolio AI zeigt sein Fenster mit Microsoft WebView2, und das dieses Computers ist zu alt (Version %s).",
		remedy: `Was zu tun ist: Laden Sie von
https://developer.microsoft.com/microsoft-edge/webview2
den „Evergreen Standalone Installer“ für %s und führen Sie ihn auf diesem Computer aus. Herunterladen lässt er sich auch auf einem anderen; einen Administrator braucht er nicht. Starten Sie Portfolio AI dann noch einmal.

Ihrem Portfolio ist nichts geschehen: Es wurde nichts verändert.`,
	},
}

// webViewFault says, in the first of the person's languages that the program speaks, what is wrong with a version of
// WebView2 and what to do; nil where nothing is. The version is "" where there is no WebView2.
func webViewFault(version string, preferred []string) error {
	words := webViewLanguages[LanguageEnglish]
	for _, tag := range preferred {
		if found, ok := webViewLanguages[Language(strings.ToLower(strings.SplitN(tag, "-", 2)[0]))]; ok {
			words = found
			break
		}
	}
	order, err := webviewloader.CompareBrowserVersions(version, leastWebView)
	fault := words.missing
	switch tooOld := err == nil && order < 0; {
	case version == "":
	case tooOld:
		fault = fmt.Sprintf(words.old, version)
	default: // a version that cannot be read is given a try
		return nil
	}
	// Microsoft's names of the processors, as the page has them.
	machine := map[string]string{"amd64": "x64", "arm64": "ARM64"}[runtime.GOARCH]
	return portfolio.Invalidf("%s\n\n%s", fault, fmt.Sprintf(words.remedy, machine))
}
