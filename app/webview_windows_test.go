package app

import (
	"strings"
	"testing"
)

func TestWebViewFault_saysWhatIsMissingAndWhatToDo(t *testing.T) {
	for _, c := range []struct {
		name, version string
		preferred     []string
		want          string // "" where nothing is wrong
	}{
		{"there is none", "", []string{"en-GB"}, "does not have it"},
		{"there is none, for a German", "", []string{"de-CH", "en-GB"}, "auf diesem Computer fehlt es"},
		{"there is none, in a language that is not spoken", "", []string{"fr-FR", "de-DE"}, "auf diesem Computer fehlt es"},
		{"there is none, and no language is known", "", nil, "does not have it"},
		{"it is too old", "122.0.2365.106", []string{"en"}, "too old (version 122.0.2365.106)"},
		{"it is the oldest that will do", "123.0.2420.53", nil, ""},
		{"it is newer", "141.0.3537.71", nil, ""},
		{"it is a beta", "141.0.3537.71 beta", nil, ""},
		{"its version cannot be read", "newest", nil, ""},
	} {
		err := webViewFault(c.version, c.preferred)
		if c.want == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "Evergreen Standalone Installer") {
			t.Errorf("%s: %v, want %q and what to do", c.name, err, c.want)
		}
	}
}
