package checking_test

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// written makes answers of templates over all portfolios.
func written(tb testing.TB, templates []template, each int) []*answer {
	tb.Helper()
	var out []*answer
	for _, w := range worlds(tb) {
		for _, t := range templates {
			for n := range each {
				if a := t(w, n); a != nil {
					out = append(out, a)
				}
			}
		}
	}
	return out
}

// falseAlarms counts the truthful answers with a mark, and tells of them.
func falseAlarms(t *testing.T, answers []*answer, tell bool) (alarms int) {
	t.Helper()
	for _, a := range answers {
		if marks := unbound(a.check(a.text.String())); len(marks) > 0 {
			alarms++
			for _, m := range marks {
				if tell {
					t.Logf("%s: %q is marked in %q", a.name, a.text.String()[m.From:m.To], a.text.String())
				}
			}
		}
	}
	return alarms
}

// measure catches some lies of truthful answers, spread over their kinds.
func measure(t *testing.T, answers []*answer, most int, tell bool) (caught, total, known int) {
	t.Helper()
	byKind := map[string][]lie{}
	var kinds []string
	random := rand.New(rand.NewPCG(1, 2))
	for _, a := range answers {
		if len(unbound(a.check(a.text.String()))) > 0 {
			continue // a lie in it would be caught for another reason
		}
		for _, l := range a.lies() {
			key := a.name + ": " + l.kind
			if byKind[key] == nil {
				kinds = append(kinds, key)
			}
			byKind[key] = append(byKind[key], l)
		}
	}
	for len(kinds) > 0 && total < most {
		left := kinds[:0]
		for _, k := range kinds {
			ls := byKind[k]
			if total == most {
				break
			}
			i := random.IntN(len(ls))
			l := ls[i]
			byKind[k] = append(ls[:i], ls[i+1:]...)
			if len(byKind[k]) > 0 {
				left = append(left, k)
			}
			total++
			if l.known {
				known++
			}
			if l.caught() {
				caught++
			} else if tell {
				t.Logf("not caught, %s: %q", k, l.text)
			}
		}
		kinds = left
	}
	return caught, total, known
}

// seen are the templates that the checker was mended with.
var seen = slices.Concat(tuned, second, third, fourth, fifth, sixth, seventh)

// The bounds of the proof: at least so many of 100 lies are caught, and at most so many of 100 truthful answers are marked.
const (
	leastCaught = 96
	mostMarked  = 2
)

// prove measures both on answers of some templates, and fails where a bound is passed.
func prove(t *testing.T, templates []template, each, lies int, tell bool) {
	t.Helper()
	answers := written(t, templates, each)
	alarms := falseAlarms(t, answers, tell)
	claims, marks := 0, 0
	for _, a := range answers {
		found := a.check(a.text.String())
		claims, marks = claims+len(found), marks+len(unbound(found))
	}
	caught, total, known := measure(t, answers, lies, tell)
	t.Logf("%d of %d truthful answers are marked, in %d of their %d claims", alarms, len(answers), marks, claims)
	t.Logf("%d of %d lies are caught, %d of them with values that the evidence holds", caught, total, known)
	if len(answers) < 200 || total < 200 || 2*known < total {
		t.Errorf("%d answers and %d lies, %d with known values, are too few for a proof", len(answers), total, known)
	}
	if 100*caught < leastCaught*total {
		t.Errorf("only %d of %d lies are caught", caught, total)
	}
	if 100*alarms > mostMarked*len(answers) {
		t.Errorf("%d of %d truthful answers are marked", alarms, len(answers))
	}
}

func TestCheck_catchesLiesAndLetsTruthPass(t *testing.T) { prove(t, seen, 6, 600, true) }

func TestCheck_alsoInWordsThatItWasNotMadeWith(t *testing.T) { prove(t, heldOut, 12, 400, false) }
