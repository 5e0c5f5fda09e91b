package markdown

import (
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestPlain_readsAsItIsWrittenAndHasNoEffect(t *testing.T) {
	cases := map[string]string{
		"Submarine Dismantling Project":  "Submarine Dismantling Project",
		"NS&I Rainbow":                   "NS&I Rainbow",
		"MOJ_0073_2122-Q4":               "MOJ_0073_2122-Q4",
		"_secret_":                       `\_secret\_`,
		"a*b":                            `a\*b`,
		"<b>x</b>":                       `\<b\>x\</b\>`,
		"a|b":                            `a\|b`,
		"[x](y)":                         `\[x\](y)`,
		"![x](http://e.example)":         `!\[x\](http\://e.example)`,
		"http://e.example":               `http\://e.example`,
		"JavaScript:alert(1)":            `JavaScript\:alert(1)`,
		"www.e.example":                  `www\.e.example`,
		"a@b.example":                    `a\@b.example`,
		"&amp; &#60;":                    `\&amp; \&#60;`,
		"two\nlines\tand\u0000a control": "two lines and a control",
		`back\slash`:                     `back\\slash`,
		"Cost: 5":                        "Cost: 5",
		" two  words ":                   "two words",
	}
	for text, want := range cases {
		if got := Plain(text); got != want {
			t.Errorf("Plain(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestLink_anIdCannotLeaveItsLink(t *testing.T) {
	got := Link(portfolio.Citation{Type: portfolio.EntityProgram, ID: `x) [y](http://e.example`, Label: "Name"})
	if want := `[Name](#/program/x%29%20%5By%5D%28http%3A%2F%2Fe.example)`; got != want {
		t.Errorf("link is %s, want %s", got, want)
	}
}
