package checking

import (
	"slices"

	"portfolio-ai/store/portfolio"
)

// word states a word of the vocabulary that is said of a record. One that narrows a count is part of the count, and one
// that is said of nothing states nothing.
func (c *checker) word(s *statement, i int) {
	m := s.ms[i]
	subjects := c.subjects(s, m)
	if len(subjects) == 0 || c.counts1(s, m) {
		return
	}
	value, fields := c.wordFields(s, i, subjects)
	if len(fields) == 0 {
		return
	}
	not := denied(s.ms, i)
	b := c.bindCell(s, m, fields, s.moved(m, func(x cell) bool { return (x.value == value) != not }))
	c.claim(s.u, m.reach, portfolio.ClaimWord, value, b)
}

// group states a word that stands for several conditions, where a verb says it of records: "Atlas is not on track".
func (c *checker) group(s *statement, i int) {
	m := s.ms[i]
	subjects := c.subjects(s, m)
	if i == 0 || !s.ms[i-1].is(senseVerb, senseNot) || len(subjects) == 0 || c.counts1(s, m) || i+1 < len(s.ms) && s.ms[i+1].kind == aRecord {
		return
	}
	entity := subjects[0].refs[0].entity
	fs := m.entry.facets(c.evidence.Today)[entity]
	unknown := len(fs) == 0
	not := denied(s.ms, i)
	if x, ok := fs[portfolio.FieldStatus]; ok && len(fs) == 1 && x.equal(among(string(portfolio.AtRisk), string(portfolio.OffTrack))) {
		fs = facets{portfolio.FieldStatus: words(portfolio.FieldStatus, true, string(portfolio.OnTrack))} // of one program it says no more
	}
	r, _ := c.matching(c.holdersOf(subjects, entity), func(r *record) (portfolio.Field, bool) {
		meets, known := c.meets(r, fs)
		unknown = unknown || !known
		return "", meets != not
	})
	switch {
	case unknown:
	case r == nil:
		c.claim(s.u, m.reach, portfolio.ClaimWord, s.u.text[m.from:m.to], nil)
	default:
		for f := range fs {
			c.claim(s.u, m.reach, portfolio.ClaimWord, s.u.text[m.from:m.to], c.cell(r, f))
			return
		}
	}
}

// holdersOf are the subjects of a kind.
func (c *checker) holdersOf(subjects []mention, e portfolio.Entity) []mention {
	return slices.DeleteFunc(slices.Clone(subjects), func(m mention) bool { return m.refs[0].entity != e })
}

// denied reports whether a word is denied: by the mention before it, or by one before other words that "or" joins to it.
func denied(ms []mention, i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch {
		case ms[j].is(senseNot, senseNeither, senseUnsaid):
			return true
		case ms[j].is(senseWord), ms[j].is(senseAssessed, senseDeclared, senseVerb):
		case ms[j].kind == aRecord: // "neither Atlas nor Beacon is Off Track"
			return slices.ContainsFunc(ms[:j], func(m mention) bool { return m.is(senseNeither) })
		default:
			return false
		}
	}
	return false
}

// counts1 reports whether a word narrows the count of its chunk.
func (c *checker) counts1(s *statement, m mention) bool {
	k := s.chunkAt(m.from)
	if k == nil || k.binding != nil && k.binding.Function == "" {
		return false
	}
	at := s.ms[k.number]
	if at.unit != plain {
		return false
	}
	if i := slices.IndexFunc(s.ms, func(x mention) bool { return x.from == m.from }); i+1 < len(s.ms) && i+1 == k.number && k.noun == portfolio.EntityMilestone {
		return true // "has completed 3 milestones"
	}
	records := slices.ContainsFunc(k.ms, func(x mention) bool { return x.kind == aRecord && x.from < m.from })
	if k.noun == portfolio.EntityRisk || k.noun == portfolio.EntityMilestone {
		status := m.is(senseWord) && m.entry.fields[0] == portfolio.FieldStatus
		return !(status && (records || len(s.clauseAt(m.from).subjects) == 0))
	}
	return !records
}

// wordFields gives the word as records hold it and the fields that it can be of: for a status the declared one, unless it
// is said to be what the facts say.
func (c *checker) wordFields(s *statement, i int, subjects []mention) (string, []portfolio.Field) {
	m := s.ms[i]
	value, fields := m.entry.values[0], m.entry.fields
	if fields[0] == portfolio.FieldStatus && value != "Completed" {
		fields = []portfolio.Field{portfolio.FieldStatus}
		if c.saysAssessed(s, i) {
			fields = []portfolio.Field{portfolio.FieldAssessed}
		}
	}
	if value == "Completed" && denied(s.ms, i) {
		fields = fields[:1]
	}
	if value == "Completed" {
		switch {
		case len(c.holdersOf(subjects, portfolio.EntityMilestone)) > 0:
			return string(portfolio.MilestoneDone), []portfolio.Field{portfolio.FieldMilestoneStatus}
		case subjects[0].refs[0].entity == portfolio.EntityProgram:
			if i+1 < len(s.ms) && s.ms[i+1].kind == aDate || i > 0 && s.ms[i-1].kind == aNumber {
				return "", nil
			}
		}
	}
	if fields[0] == portfolio.FieldRiskSeverity {
		if len(c.holders(subjects, fields)) == 0 {
			return "", nil
		}
		fields = c.cued(s, m, fields)
		if len(fields) > 1 {
			fields = fields[:1]
		}
	}
	if len(c.holders(subjects, fields)) == 0 {
		return "", nil
	}
	return value, fields
}

// saysAssessed reports whether the last word before a status says that it is assessed.
func (c *checker) saysAssessed(s *statement, i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch {
		case s.ms[j].is(senseAssessed), s.ms[j].is(senseCue) && s.ms[j].entry.fields[0] == portfolio.FieldAssessed:
			return true
		case s.ms[j].is(senseDeclared), s.ms[j].is(senseCue) && s.ms[j].entry.fields[0] == portfolio.FieldStatus:
			return false
		}
	}
	return false
}
