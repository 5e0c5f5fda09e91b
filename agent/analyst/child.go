package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// fewChildren is how many risks and milestones the words of a question may fit that names none of them in full.
const fewChildren = 5

// namesChild settles a question about a risk or a milestone that it names: "when is the VPN switched off?", "who owns the
// customs risk?". What nothing else explains must stand in its name.
func (r *reading) namesChild() bool {
	stems, known := r.unexplained()
	named := r.names(ofRisk) || r.names(ofMilestone) || r.childField() != ""
	past := slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kPast && !strings.Contains(s.text, "happened") })
	if r.asksText() || r.has(kCount) || r.has(kAverage) || r.has(kBy) || past {
		return false
	}
	found := r.childrenNamed()
	alone := !named && len(stems) < 2 && !known && !r.has(kWhen)
	if len(found) == 0 || alone && (len(found) > 1 || len(stems[0]) < longestEnding || r.has(kProgram) || r.has(kValue)) {
		return false
	}
	r.aboutChildren(found)
	return true
}

// childrenNamed finds the risks or the milestones whose names hold what nothing else in a question explains; none where they are
// too many to be meant by name.
func (r *reading) childrenNamed() []child {
	stems, _ := r.unexplained()
	if len(stems) == 0 || slices.Contains(stems, "nobody") || r.spans[0].kind == kWrite {
		return nil
	}
	var found []child
	children := r.directory.children()
	for _, equal := range []func(a, b string) bool{nil, kindred} {
		for _, c := range children {
			if c.holds(stems, equal) && r.mayBe(c) {
				found = append(found, c)
			}
		}
		if len(found) > 0 {
			break
		}
	}
	found = slices.DeleteFunc(found, func(c child) bool { return c.entity != found[0].entity })
	if len(found) > fewChildren {
		return nil
	}
	return found
}

// holds reports whether a name holds all words, or words that are equal in a wider sense.
func (c child) holds(stems []string, equal func(a, b string) bool) bool {
	for _, s := range stems {
		if !slices.Contains(c.stems, s) && (equal == nil || !slices.ContainsFunc(c.stems, func(of string) bool { return equal(s, of) })) {
			return false
		}
	}
	return true
}

// longestEnding is how many letters words of one family differ by at most.
const longestEnding = 6

// kindred reports whether two words are forms of one: "certification" and "certified", "insolvency" and "insolvent".
func kindred(a, b string) bool {
	if a == "" || b == "" || a[0] != b[0] {
		return false
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a == b || n >= 6 && len(a)-n <= longestEnding && len(b)-n <= longestEnding
}

// asksText reports whether what a question holds besides is a text to look for in programs.
func (r *reading) asksText() bool {
	about := slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kAbout && !strings.EqualFold(s.text, "about") })
	return about || r.names(ofProgram) && !r.names(ofRisk) && !r.names(ofMilestone)
}

// unexplained gives the stems of the words that mean nothing else, and whether one of them is a word for what portfolios do
// not hold and that names hold all the same.
func (r *reading) unexplained() (stems []string, known bool) {
	strange := false
	for _, s := range r.spans {
		weak := s.kind == kAbsent && s.weak
		if s.kind != kUnknown && s.kind != kQuoted && !weak {
			continue
		}
		strange, known = strange || !weak, known || weak
		if unit := slipUnits[strings.TrimSuffix(strings.ToLower(s.text), "s")]; unit.By > 0 { // "how many days late"
			continue
		}
		stems = append(stems, stemsOf(r.tokens[s.from:s.to])...)
	}
	if !strange && !r.names(ofRisk) && !r.names(ofMilestone) {
		return nil, false
	}
	return stems, known
}

// mayBe reports whether a question may be about a risk or a milestone: of the kind that it names, of the program that it
// names.
func (r *reading) mayBe(c child) bool {
	if r.names(ofRisk) && c.entity != ofRisk || r.names(ofMilestone) && c.entity != ofMilestone {
		return false
	}
	if of := r.childField(); of != "" && c.entity != of {
		return false
	}
	for _, s := range r.spans {
		if s.kind == kProgram && !slices.Contains(s.ids, c.program) {
			return false
		}
	}
	return true
}

// childField gives the kind of record that a field belongs to which a question names, where programs have no such field: a risk
// for a mitigation.
func (r *reading) childField() portfolio.Entity {
	for _, s := range r.spans {
		if of := entityOf(s.field); s.kind == kField && (of == ofRisk || of == ofMilestone) {
			return of
		}
	}
	return ""
}

// aboutChildren makes the question one for records that it names.
func (r *reading) aboutChildren(found []child) {
	in := &r.intent
	of := found[0].entity
	var ids []string
	for _, c := range found {
		ids = append(ids, c.id)
	}
	in.act = actList
	in.query = portfolio.Query{Of: of, Today: r.today, Where: []portfolio.Condition{is(idFields[of], ids...)}}
	in.fields = []portfolio.Field{
		portfolio.FieldRiskStatus, portfolio.FieldRiskOwner, portfolio.FieldRiskMitigation,
		portfolio.FieldMilestoneDue, portfolio.FieldMilestoneCompleted, portfolio.FieldMilestoneStatus,
	}
	for _, s := range r.spans {
		if s.kind == kUnknown || s.kind == kQuoted || s.kind == kAbsent || s.kind == kProgram || s.kind == kNoun || s.kind == kAdj || s.kind == kAbout {
			r.use(s)
		}
		if s.kind == kField {
			in.fields = append(in.fields, s.field)
			r.use(s)
		}
	}
	in.left = r.leftovers()
	in.left = slices.DeleteFunc(in.left, func(text string) bool { return strings.TrimSpace(text) == "" })
}
