package checking

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

func formatFloat(n float64) string { return strconv.FormatFloat(n, 'f', 4, 64) }

// Fields by what they hold.
var (
	dateFields = []portfolio.Field{
		portfolio.FieldLaunchDate, portfolio.FieldStartDate, portfolio.FieldLastUpdate, fieldUpdateDate, portfolio.FieldNextMilestone,
		portfolio.FieldMilestoneDue, portfolio.FieldMilestoneBaseline, portfolio.FieldMilestoneCompleted, portfolio.FieldRiskReview, portfolio.FieldRiskRecorded,
	}
	numberFields = []portfolio.Field{portfolio.FieldProgress, portfolio.FieldReasons, portfolio.FieldRiskScore, portfolio.FieldOpenRisks, portfolio.FieldOpenHighRisks, fieldMilestonesDone, fieldMilestonesTotal}
)

// ofRecord binds a number to a cell of the record that it is said of: its progress, for how many reasons it is assessed so.
func (c *checker) ofRecord(s *statement, k *chunk) bool {
	m := s.ms[k.number]
	progress := m.unit == percent && !k.said.average || slices.Contains(k.said.cues, portfolio.FieldProgress) && k.said.noun == ""
	var fields []portfolio.Field
	switch {
	case progress:
		fields = numberFields[:1]
	case slices.Contains(k.said.cues, portfolio.FieldReasons):
		fields = numberFields[1:2]
	default:
		return false
	}
	k.binding = c.bindCell(s, m, fields, func(x cell) bool { return x.value != "" && x.value == written(m) })
	return k.binding != nil
}

// bindNumber binds a number that no count and no cell explains: how many a reason found, or an end of a move of progress.
func (c *checker) bindNumber(s *statement, m mention) *portfolio.Binding {
	subjects := c.subjects(s, m)
	ends := s.endOf(m) != neither
	progress := s.moved(m, func(x cell) bool {
		return ends && x.changed && x.field == portfolio.FieldProgress && x.value == written(m)
	})
	found := func(reason portfolio.Reason) bool {
		return m.unit == plain && reason.Count == int(m.num) && reason.Count > 0 && c.reasonSaid(s, m, reason)
	}
	r, f := c.matching(subjects, func(r *record) (portfolio.Field, bool) {
		if slices.ContainsFunc(r.reasons(), found) {
			return portfolio.FieldReasons, true
		}
		for _, x := range r.cells() {
			if progress(x) {
				return x.field, true
			}
		}
		return "", false
	})
	if (r == nil || len(subjects) == 0) && s.u.item { // the item names the record that speaks loudest, of the program above it
		subjects = c.context
		r, f = c.matching(subjects, func(r *record) (portfolio.Field, bool) {
			return portfolio.FieldReasons, slices.ContainsFunc(r.reasons(), func(reason portfolio.Reason) bool {
				return found(reason) && reason.Label != "" && strings.Contains(s.u.text, reason.Label)
			})
		})
	}
	if r == nil || len(subjects) == 0 {
		return nil
	}
	return c.cell(r, f)
}

// reasons gives what the rules found of a program.
func (r *record) reasons() []portfolio.Reason {
	switch {
	case r.detail != nil:
		return r.detail.Health.Reasons
	case r.row != nil:
		return r.row.Health.Reasons
	}
	return nil
}

// reasonSaid reports whether the words behind a number are those of a rule.
func (c *checker) reasonSaid(s *statement, m mention, reason portfolio.Reason) bool {
	behind := s.u.text[m.to:]
	if end := strings.IndexAny(behind, ",;)"); end >= 0 {
		behind = behind[:end]
	}
	rest := tokens(behind)
	has := func(words ...string) bool {
		for _, w := range words {
			if !slices.ContainsFunc(rest, func(t token) bool { return t.word == w }) {
				return false
			}
		}
		return true
	}
	switch reason.Rule {
	case portfolio.RuleLateMilestone:
		return has("late") || has("overdue")
	case portfolio.RuleSlippedMilestone:
		return has("slipped")
	case portfolio.RuleUnmitigatedRisk:
		return has("high", "mitigation")
	default:
		return has("open", "milestone") || has("open", "milestones")
	}
}

// bindRecord binds the name of a record to the record; of one that is named as an example of a count, or below it, only
// where it is one of the counted.
func (c *checker) bindRecord(s *statement, m mention) *portfolio.Binding {
	r, _ := c.matching([]mention{m}, func(r *record) (portfolio.Field, bool) {
		return "", (!m.linked || r.name == "" || alike(r.name, s.u.text[m.from:m.to])) && (m.program == "" || r.program == m.program)
	})
	if r == nil || !c.leftOut(s, m, r) && (!c.member(s, m, r) || !c.parent(s, m, r)) {
		return nil
	}
	return c.cell(r, nameField(r.entity))
}

func nameField(e portfolio.Entity) portfolio.Field {
	switch e {
	case portfolio.EntityRisk:
		return portfolio.FieldRiskTitle
	case portfolio.EntityMilestone:
		return portfolio.FieldMilestoneName
	default:
		return portfolio.FieldName
	}
}

// alike compares a name with how it is written in an answer.
func alike(name, written string) bool { return portfolio.Fold(name) == portfolio.Fold(written) }

// member reports whether a record is one of those that the number before it counts, or that the line above a list names.
// What is not known of it speaks for nothing.
func (c *checker) member(s *statement, m mention, r *record) bool {
	if k := s.chunkAt(m.from); k != nil && k.noun == r.entity && s.ms[k.number].to <= m.from && k.binding != nil && k.binding.Function == portfolio.FunctionCount {
		of, values := k.effective()
		return c.isOne(r, of, values)
	}
	if s.u.item && len(s.u.above) > 0 {
		if intro := c.intros[s.u.above[0]]; intro != nil && intro.topic == "" && (intro.noun == r.entity || intro.noun == "" && r.entity == portfolio.EntityProgram) {
			return c.isOne(r, intro.own, intro.values)
		}
	}
	return true
}

// leftOut reports whether a record is one that a count of the sentence leaves out, and that count is bound.
func (c *checker) leftOut(s *statement, m mention, r *record) bool {
	k := s.chunkAt(m.from)
	return k != nil && k.binding != nil && slices.ContainsFunc(k.said.values, func(v value) bool {
		return v.not && v.text == fold(r.id) && slices.Contains(v.fields, portfolio.FieldID)
	})
}

// isOne reports whether nothing that was read of a record says that it is not one of some records.
func (c *checker) isOne(r *record, of facets, values []value) bool {
	for f, x := range of {
		if meets, known := c.meets(r, facets{f: x}); known && !meets {
			return false
		}
	}
	for _, v := range values {
		if has, known := c.has(r, []value{v}); known && !has {
			return false
		}
	}
	return true
}

// owning are words between a risk or a milestone and its program.
var owning = map[string]bool{"of": true, "in": true, "for": true, "from": true, "(": true, "threatens": true, "affects": true, "on": true, "under": true, "within": true}

// parent reports whether the program that a clause names beside one of its risks or milestones is the one that it belongs to.
func (c *checker) parent(s *statement, m mention, r *record) bool {
	var programs, children []mention
	subjects := s.clauseAt(m.from).subjects
	if before := tokens(s.u.text[:m.from]); len(before) > 0 && owning[before[len(before)-1].word] { // "…, a risk of Atlas"
		for _, x := range s.ms {
			if x.kind == aRecord && x.from < m.from && x.refs[0].entity != portfolio.EntityProgram {
				subjects = []mention{x, m}
			}
		}
	}
	for _, x := range subjects {
		if x.refs[0].entity == portfolio.EntityProgram {
			programs = append(programs, x)
		} else {
			children = append(children, x)
		}
	}
	if len(programs) != 1 || len(children) == 0 || r.entity != portfolio.EntityProgram {
		return true
	}
	for _, x := range children {
		if !slices.ContainsFunc(x.refs, func(child ref) bool { k := c.index.records[child]; return k != nil && k.program == r.id }) {
			return false
		}
	}
	return true
}

// bindValue binds the name of an owner, a team and so on: to a cell of the records that it is said of, or to a count that
// it narrows.
func (c *checker) bindValue(s *statement, m mention) *portfolio.Binding {
	fields := c.cued(s, m, m.fields)
	if len(c.subjects(s, m)) > 0 {
		if b := c.bindCell(s, m, fields, func(x cell) bool { return fold(x.value) == m.value }); b != nil {
			return b
		}
		if k := s.chunkAt(m.from); k == nil || k.binding == nil || k.binding.Function == "" || !k.narrowedBy(m) || c.listed(s, m) {
			return nil
		}
	}
	for _, k := range s.chunks {
		if k.binding != nil && k.narrowedBy(m) {
			return k.binding
		}
	}
	return c.askedFor(s, m)
}

// listed reports whether a value stands in a clause with a record that comes before it.
func (c *checker) listed(s *statement, m mention) bool {
	subjects := s.clauseAt(m.from).subjects
	return len(subjects) > 0 && subjects[0].from < m.from
}

// narrowedBy reports whether a value is part of what a chunk counts.
func (k *chunk) narrowedBy(m mention) bool {
	_, values := k.effective()
	return slices.ContainsFunc(values, func(v value) bool { return v.text == m.value })
}

// askedFor binds a value of a sentence that counts nothing to a list or count that was asked for it.
func (c *checker) askedFor(s *statement, m mention) *portfolio.Binding {
	if len(s.chunks) > 0 {
		return nil
	}
	for _, src := range c.sources {
		if src.Tool == tools.ProposeChangesTool && slices.ContainsFunc(src.Changes, func(x portfolio.Change) bool {
			return fold(textOf(x.After)) == m.value || fold(textOf(x.Before)) == m.value
		}) {
			return &portfolio.Binding{Function: portfolio.FunctionCondition}
		}
		for _, f := range m.fields {
			x, ok := src.facets()[f]
			if src.Changes != nil {
				x, ok = asked(src.Period.Programs)[f]
			}
			if ok && slices.Contains(x.in, m.value) || src.By == f && in(src.Groups, m.value).Count > 0 {
				return &portfolio.Binding{Function: portfolio.FunctionCondition, Query: &src.Query, By: f}
			}
			if src.By == f && slices.ContainsFunc(src.Groups, func(g portfolio.Group) bool { return fold(g.Value) == m.value }) {
				return &portfolio.Binding{Function: portfolio.FunctionCondition, Query: &src.Query, By: f}
			}
		}
	}
	return nil
}

// bindDate binds a day or a period: to a cell of the records that it is said of, or to what was asked for.
func (c *checker) bindDate(s *statement, m mention) *portfolio.Binding {
	if m.span.day() && m.span.lo == string(c.evidence.Today) && !c.listed(s, m) && c.asOf(s, m) {
		return &portfolio.Binding{Function: portfolio.FunctionCondition}
	}
	if len(c.subjects(s, m)) > 0 {
		if b := c.bindCell(s, m, c.cued(s, m, dateFields), s.moved(m, func(x cell) bool { return m.span.has(x.value) })); b != nil || !s.bounding(m) {
			return b
		}
	}
	return c.asked(s, m.from, func(x facet) bool {
		return x.ranged && (m.span.has(x.lo) && (m.span.day() || x.lo[len(x.lo)-2:] == "01") || m.span.has(x.hi) || x.hi != "" && m.span.has(string(portfolio.Date(x.hi).AddDays(1))) || x.lo != "" && m.span.has(string(portfolio.Date(x.lo).AddDays(-1))))
	})
}

// bounding reports whether a day bounds what was asked for: a word that compares stands before it.
func (s *statement) bounding(m mention) bool {
	i := slices.IndexFunc(s.ms, func(x mention) bool { return x.from == m.from })
	return i > 0 && (s.ms[i-1].is(senseCompare) || s.ms[i-1].kind == aDate && i > 1 && s.ms[i-2].is(senseCompare))
}

// asOf reports whether a day is said to be the one that the answer is for.
func (c *checker) asOf(s *statement, m mention) bool {
	before := tokens(s.u.text[:m.from])
	n := len(before)
	return n > 0 && (before[n-1].word == "of" && n > 1 && before[n-2].word == "as" || before[n-1].word == "today" || before[n-1].raw == "(" || before[n-1].word == "on")
}

// asked binds a bound of what was asked for: of a count of the sentence that is bound, or where it counts nothing of any
// list, count or period.
func (c *checker) asked(s *statement, at int, fits func(facet) bool) *portfolio.Binding {
	in := func(fs facets) bool {
		for _, x := range fs {
			if fits(x) || slices.ContainsFunc(bounded(x.opaque), fits) {
				return true
			}
		}
		return false
	}
	if k := s.chunkAt(at); k != nil && !k.loose {
		of, _ := k.effective()
		if k.binding != nil && in(of) {
			return k.binding
		}
		for _, other := range s.chunks {
			if other.binding != nil && in(other.said.own) && k.binding != nil {
				return other.binding
			}
		}
		return nil
	}
	for _, src := range c.sources {
		fs := src.facets()
		if src.Tool == tools.ListChangesTool {
			fs = facets{"period": days(string(src.Period.Since), string(src.Period.Until))}
		}
		if in(fs) {
			return &portfolio.Binding{Function: portfolio.FunctionCondition, Query: &src.Query}
		}
	}
	return nil
}

// rangeIn finds the ranges of days in what is asked of records that belong to others.
var rangeIn = regexp.MustCompile(`(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?`)

// bounded gives the ranges of days that what is asked of belonging records holds.
func bounded(opaque string) []facet {
	var out []facet
	for _, m := range rangeIn.FindAllStringSubmatch(opaque, -1) {
		if m[1]+m[2] != "" {
			out = append(out, days(m[1], m[2]))
		}
	}
	return out
}

// before0 are the words behind which "no" counts.
var before0 = map[string]bool{"are": true, "is": true, "has": true, "have": true, "were": true, "was": true, "with": true, "currently": true, "holds": true, "shows": true}

// none reports whether "no" counts: "there are no overdue milestones", "Atlas has no open risks".
func (c *checker) none(s *statement, i int) bool {
	word := tokens(s.u.text[:s.ms[i].to])
	n := len(word)
	if word[n-1].word != "no" || len(s.chunks) > 0 || n > 1 && !before0[word[n-2].word] {
		return false
	}
	for _, m := range s.ms[i+1:] {
		switch {
		case m.is(senseNoun):
			return true
		case m.is(senseWord, senseGroup, senseOther):
		default:
			return false
		}
	}
	return false
}

// bindNone binds "no" to a count of nothing.
func (c *checker) bindNone(s *statement, i int) *portfolio.Binding {
	zero := s.ms[i]
	zero.kind, zero.num = aNumber, 0
	ms := slices.Clone(s.ms)
	ms[i] = zero
	k := c.parse(s.u, ms, s.topics, s.follows)
	return c.bindCount(k, k.chunks[0])
}
