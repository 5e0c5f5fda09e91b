package markdown

import (
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestUnlink_leavesTheNamesAndSaysWhereTheRestIs(t *testing.T) {
	aurora := Link(portfolio.Citation{Type: portfolio.EntityProgram, ID: "a b", Label: `Aurora [x] (1) \ *`})
	risk := Link(portfolio.Citation{Type: portfolio.EntityRisk, ID: "r", Label: "Late", ProgramID: "a"})
	text := "**2** programs: " + aurora + " and " + risk + ", 40 %. [a link](https://example.org) stays."
	plain, at := Unlink(text)
	if want := "**2** programs: " + Plain(`Aurora [x] (1) \ *`) + " and Late, 40 %. [a link](https://example.org) stays."; plain != want {
		t.Fatalf("it is %q, want %q", plain, want)
	}
	for _, word := range []string{"**2**", "programs", Plain("Aurora"), "Late", "40 %", "stays"} {
		from := strings.Index(text, word)
		if got := plain[at(from):at(from+len(word))]; got != word {
			t.Errorf("%q is at %q", word, got)
		}
	}
	if from := strings.Index(text, risk); plain[at(from):at(from+len(risk))] != "Late" {
		t.Errorf("the link is at %q", plain[at(from):at(from+len(risk))])
	}
}
