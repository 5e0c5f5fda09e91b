package analyst

import (
	"context"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// pronouns stand for the owner of the program that was spoken of.
var pronouns = []string{"she", "he", "her", "his", "him", "hers"}

// referring reports whether a question has a word that stands for a value of the program spoken of.
func referring(text string) bool {
	return slices.ContainsFunc(tokenise(text, nil), func(t token) bool { return t.word == "same" || slices.Contains(pronouns, t.word) })
}

// samesOf gives what "she" and "the same team" stand for in a question: the values of the program that was spoken of, or the
// owner whose programs were listed. It is nil where the question does not ask, or nobody was spoken of.
func (a *Analyst) samesOf(ctx context.Context, text string, before subject) (map[portfolio.Field]string, error) {
	if !referring(text) {
		return nil, nil
	}
	out := map[portfolio.Field]string{}
	if before.program != "" {
		d, err := a.workspace.Program(ctx, before.program)
		if err != nil && portfolio.ErrorCode(err) != portfolio.ENotFound {
			return nil, err
		}
		p := d.Program
		out = map[portfolio.Field]string{portfolio.FieldOwner: p.Owner, portfolio.FieldTeam: p.Team, portfolio.FieldProductLine: p.ProductLine}
	}
	for _, c := range before.query.Where {
		if _, known := sameFields[c.Field]; known && c.Op == portfolio.OpIs && len(c.Values) == 1 {
			out[c.Field] = c.Values[0]
		}
	}
	return out, nil
}

// sameFields are the fields that "the same …" can be said of.
var sameFields = map[portfolio.Field]bool{portfolio.FieldOwner: true, portfolio.FieldTeam: true, portfolio.FieldProductLine: true}

// reference reads "she", "his" and "the same team" as the value that they stand for.
func (m matcher) reference(i int) (span, bool) {
	f, n := portfolio.FieldOwner, 1
	if lead := m.calendar.skip(i, "the"); m.calendar.word(i+lead) == "same" {
		s := english().phrases[m.calendar.word(i+lead+1)]
		if s.kind != kField {
			return span{}, false
		}
		f, n = s.field, lead+2
	} else if !slices.Contains(pronouns, m.calendar.word(i)) {
		return span{}, false
	}
	name := m.persons[f]
	if name == "" {
		return span{}, false
	}
	return weigh(span{kind: kValue, from: i, to: i + n, values: []value{{f, name}}, exact: true}, sureValue), true
}

// others settles "what else" and "other" beside a value that came from a program spoken of: all but that program.
func (r *reading) others() {
	if len(r.same) == 0 || r.before.program == "" {
		return
	}
	for i, s := range r.spans {
		if s.kind != kOutlook || s.outlook != aheadEffect || !elseWords[strings.ToLower(s.text)] {
			continue
		}
		r.but = r.before.program
		r.spans[i].kind, r.spans[i].outlook = kWhich, 0
	}
}

// elseWords ask for all but what was spoken of.
var elseWords = map[string]bool{"else": true, "what else": true, "other": true, "others": true, "anything else": true, "everything else": true}
