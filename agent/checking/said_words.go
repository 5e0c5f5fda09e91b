package checking

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// word takes a word of the vocabulary in, as a value of the field that the noun and the words beside it mean.
func (r *reading) word(i int) {
	m := r.ms[i]
	f, v, ok := r.fieldOf(i)
	if !ok {
		return
	}
	if f == portfolio.FieldStatus && r.subject {
		return // it is said of the program that is named
	}
	to := r.facets(f)
	x := words(f, r.not, v)
	if f == portfolio.FieldStatus && v == string(portfolio.OnTrack) && r.not {
		x = among(string(portfolio.AtRisk), string(portfolio.OffTrack))
	}
	if r.union[f] && !r.not && len(to[f].in) > 0 {
		x = among(append(slices.Clone(to[f].in), x.in...)...)
		delete(to, f)
	}
	to.narrow(f, x)
	r.union[f] = true
	r.content(m)
}

// fieldOf gives the field that a word is a value of, and the value. It reports false where the records that are said of
// have no such field.
func (r *reading) fieldOf(i int) (portfolio.Field, string, bool) {
	e, noun := r.ms[i].entry, r.noun
	if next := nextNoun(r.ms, i); next != "" && r.outer == nil && r.ms[i+1].is(senseNoun) {
		noun = next
	}
	v := e.values[0]
	switch e.fields[0] {
	case portfolio.FieldStatus:
		f, v := r.statusOf(i, noun)
		return f, v, f != portfolio.FieldStage || v == string(portfolio.StageCompleted)
	case portfolio.FieldRiskSeverity:
		if r.beside(i, portfolio.FieldRiskLikelihood) {
			return portfolio.FieldRiskLikelihood, v, true
		}
		return portfolio.FieldRiskSeverity, v, noun == portfolio.EntityRisk
	case portfolio.FieldRiskStatus:
		return portfolio.FieldRiskStatus, v, noun == portfolio.EntityRisk
	case portfolio.FieldMilestoneStatus:
		return portfolio.FieldMilestoneStatus, v, noun == portfolio.EntityMilestone
	}
	return e.fields[0], v, noun != portfolio.EntityRisk || r.subject
}

// statusOf gives the field of a status word: what is declared, or assessed, or of "completed" what else can be completed.
func (r *reading) statusOf(i int, noun portfolio.Entity) (portfolio.Field, string) {
	v := r.ms[i].entry.values[0]
	switch {
	case r.assess && v != string(portfolio.StatusCompleted):
		return portfolio.FieldAssessed, v
	case noun == portfolio.EntityMilestone && v == string(portfolio.StatusCompleted):
		return portfolio.FieldMilestoneStatus, string(portfolio.MilestoneDone)
	case i > 0 && r.ms[i-1].is(senseCue) && r.ms[i-1].entry.fields[0] == portfolio.FieldStage:
		return portfolio.FieldStage, v
	}
	return portfolio.FieldStatus, v
}

// beside reports whether the name of a field stands next to a mention.
func (r *reading) beside(i int, f portfolio.Field) bool {
	for _, at := range []int{i - 1, i + 1} {
		if at >= 0 && at < len(r.ms) && r.ms[at].is(senseCue) && r.ms[at].entry.fields[0] == f {
			return true
		}
	}
	return false
}

// nextNoun is the next kind of record that is named behind a mention.
func nextNoun(ms []mention, i int) portfolio.Entity {
	for _, m := range ms[i+1:] {
		if m.is(senseNoun) {
			return m.entry.entity
		}
	}
	return ""
}

// group takes a word in that stands for several conditions.
func (r *reading) group(m mention) {
	fs, ok := m.entry.facets(r.c.evidence.Today)[r.noun]
	if !ok && r.noun == "" {
		fs, ok = m.entry.facets(r.c.evidence.Today)[portfolio.EntityProgram]
	}
	switch {
	case !ok:
		return
	case r.not && len(fs) == 1:
		for f, x := range fs {
			if info, known := f.Info(); known && info.Kind == portfolio.KindWord {
				r.out.own.narrow(f, words(f, true, unfolded(info, x.in)...))
			} else {
				x.not = !x.not
				r.out.own.narrow(f, x)
			}
		}
	case r.not:
		r.out.own["not "+portfolio.Field(fs.key())] = facet{opaque: "not"}
	default:
		for f, x := range fs {
			if old := r.out.own[f]; old.ranged && x.equal(among("")) && strings.HasPrefix(strings.TrimSpace(r.text[r.lastEnd:m.from]), "or") {
				old.missing = true // "before the day, or never"
				r.out.own[f] = old
				continue
			}
			r.out.own.narrow(f, x)
		}
	}
	r.content(m)
}

// unfolded gives the words of a field that folded ones stand for.
func unfolded(info portfolio.FieldInfo, folded []string) []string {
	var out []string
	for _, w := range append(slices.Clone(info.Words), "") {
		if slices.Contains(folded, fold(w)) {
			out = append(out, w)
		}
	}
	return out
}
