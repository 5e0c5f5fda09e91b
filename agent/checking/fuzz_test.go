package checking_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// lieWithin fails where a claim lies outside the text, or cuts a character.
func lieWithin(t *testing.T, text string, claims []portfolio.Claim) {
	t.Helper()
	for _, c := range claims {
		if c.From < 0 || c.From >= c.To || c.To > len(text) {
			t.Fatalf("the claim %+v lies outside of %q", c, text)
		}
		if utf8.ValidString(text) && (!utf8.RuneStart(text[c.From]) || c.To < len(text) && !utf8.RuneStart(text[c.To])) {
			t.Fatalf("the claim %+v cuts a character of %q", c, text)
		}
	}
}

// oddities are texts that a Markdown reader or a tokenizer could trip over.
var oddities = []string{
	"", " ", "\n\n", "|", "| |\n|-|\n| |", "| a |\n|---|\n| 1 | 2 | 3 |", "[x](#/program/)", "[](#/risk/%zz?program=%)", "- \n  - 1\n    - **2**", "> 3 programs\n> | a |",
	"```\n3 programs\n```", "\\*3\\* pro\\|grams", "Atlas\u00a0Mobile App is Off Track", "１２ programs", "99999999999999999999 programs", "-1067 days ago", "1.2.3.4 %", "Q9 FY0/0", "31 February 2026", "in 0000",
	"“3” ”4“", "neither nor", "of of 3 of 4 of", "(((3 (4", "Q1 FY99/00 launches", "\xff\xfe3 programs\xc3", "e\u0301 3 Zürich–Süd 4", "N of them; 3; ; are At Risk", "5\u20447 programs", "🙂 3 programs 🙂 are 🙂 At Risk",
}

func TestCheck_claimsLieWithinTheTextWhateverItIs(t *testing.T) {
	answers := written(t, seen[:20], 1)
	random := rand.New(rand.NewPCG(3, 4))
	for _, a := range answers {
		text := a.text.String()
		for range 20 { // pieces of answers, put together anew and cut anywhere
			other := answers[random.IntN(len(answers))].text.String()
			mixed := text[:random.IntN(len(text)+1)] + oddities[random.IntN(len(oddities))] + other[random.IntN(len(other)+1):]
			lieWithin(t, mixed, a.check(mixed))
		}
	}
	for _, text := range oddities {
		lieWithin(t, text, answers[0].check(text))
		lieWithin(t, strings.Repeat(text, 40), answers[0].check(strings.Repeat(text, 40)))
	}
}

func FuzzCheck(f *testing.F) {
	answers := written(f, seen[:6], 1)
	for _, a := range answers {
		f.Add(a.text.String())
	}
	for _, text := range oddities {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { lieWithin(t, text, answers[0].check(text)) })
}
