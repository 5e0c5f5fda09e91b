package analyst

import (
	"cmp"
	"encoding/json"
	"slices"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// subjectOf finds what the newest answer that used the portfolio was about. Everything comes from the stored steps and
// citations, so that a conversation goes on after a restart and whichever engine gave the answer.
func subjectOf(history []portfolio.Message) subject {
	for _, m := range slices.Backward(history) {
		if m.Role != portfolio.RoleAssistant || len(m.Steps) == 0 {
			continue
		}
		s := subject{citations: m.Citations}
		if m.Draft != nil {
			return drafted(s, m)
		}
		s = followed(s, m)
		if s.program == "" {
			s.program = onlyProgram(s)
		}
		return s
	}
	return subject{}
}

// followed takes up what the first step of an answer looked at.
func followed(s subject, m portfolio.Message) subject {
	step := m.Steps[0]
	switch tools.Name(step.Tool) {
	case tools.ListProgramsTool, tools.ListRisksTool, tools.ListMilestonesTool:
		var q tools.Query
		if json.Unmarshal(step.Arguments, &q) == nil {
			s.query = q.Query
		}
	case tools.CountByTool:
		var g tools.Grouping
		if json.Unmarshal(step.Arguments, &g) == nil {
			s.query, s.by, s.counted, s.measure = g.Query, g.By, g.By == "", g.Measure
			if s.measure == tools.MeasureShare {
				s.said = saidOf(m.Steps)
			}
		}
		if sumsUp(m.Steps) {
			s.act = actSummary
		}
	case tools.GetProgramTool, tools.ExplainHealthTool:
		var ref tools.ProgramRef
		if json.Unmarshal(step.Arguments, &ref) == nil {
			s.program, s.fields = ref.ID, ref.Fields
		}
		if tools.Name(step.Tool) == tools.ExplainHealthTool {
			s.act = actWhy
		}
	case tools.ListChangesTool:
		if json.Unmarshal(step.Arguments, &s.period) == nil {
			s.query, s.act = s.period.Programs, actChanges
			if ids := programsOf(s.citations); len(ids) > 0 {
				s.query = portfolio.Query{Of: ofProgram, Where: []portfolio.Condition{is(portfolio.FieldID, ids...)}}
			}
		}
	case tools.ListAttentionTool:
		var q tools.Query
		if json.Unmarshal(step.Arguments, &q) == nil {
			s.query, s.act = q.Query, actAlert
			add(&s.query, all(portfolio.NeedsAttention...))
		}
	case tools.FindUpdatesTool:
		if ids := programsOf(s.citations); len(ids) > 0 {
			s.query = portfolio.Query{Of: ofProgram, Where: []portfolio.Condition{is(portfolio.FieldID, ids...)}}
		}
	case tools.ForecastLaunchTool, tools.WhatIfSlipTool, tools.ListDependenciesTool:
		s = lookedAhead(s, step)
	}
	return s
}

// lookedAhead takes up an answer about the time ahead, or about what waits for what.
func lookedAhead(s subject, step portfolio.Step) subject {
	var of tools.ForecastOf
	switch tools.Name(step.Tool) {
	case tools.WhatIfSlipTool:
		if json.Unmarshal(step.Arguments, &s.ahead.slip) == nil {
			s.act, s.program = actWhatIf, s.ahead.slip.ID
		}
	case tools.ListDependenciesTool:
		if json.Unmarshal(step.Arguments, &s.ahead.depends) == nil {
			s.act, s.program = actDepends, s.ahead.depends.ID
		}
	default:
		if json.Unmarshal(step.Arguments, &of) == nil {
			s.act, s.program = actForecast, of.ID
		}
	}
	if ids := programsOf(s.citations); len(ids) > 1 {
		s.query = portfolio.Query{Of: ofProgram, Where: []portfolio.Condition{is(portfolio.FieldID, ids...)}}
	}
	return s
}

// sumsUp reports whether steps are those of a summary: the programs counted by declared and by assessed status.
func sumsUp(steps []portfolio.Step) bool {
	var second tools.Grouping
	return len(steps) > 1 && json.Unmarshal(steps[1].Arguments, &second) == nil && second.By == portfolio.FieldAssessed
}

// saidOf gives what the first of two counts asks for beyond the second: what was said of the records of which a share was
// wanted.
func saidOf(steps []portfolio.Step) clause {
	var part, whole tools.Grouping
	if len(steps) < 2 || json.Unmarshal(steps[0].Arguments, &part) != nil || json.Unmarshal(steps[1].Arguments, &whole) != nil {
		return clause{}
	}
	said := clause{any: part.Query.AnyOf[min(len(whole.Query.AnyOf), len(part.Query.AnyOf)):]}
	for _, c := range part.Query.Where {
		if !slices.ContainsFunc(whole.Query.Where, func(o portfolio.Condition) bool { return same(c, o) }) {
			said.all = append(said.all, c)
		}
	}
	if len(whole.Query.Related) < len(part.Query.Related) {
		said.related = part.Query.Related[len(whole.Query.Related):]
	}
	if part.Query.Text != whole.Query.Text {
		said.text = part.Query.Text
	}
	return said
}

// programsOf lists the programs that cited records are or belong to.
func programsOf(citations []portfolio.Citation) []string {
	var ids []string
	for _, c := range citations {
		id := c.ID
		if c.Type != portfolio.EntityProgram {
			id = c.ProgramID
		}
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// onlyProgram gives the one program that all cited records are or belong to, or that the query was confined to.
func onlyProgram(s subject) string {
	ids := programsOf(s.citations)
	if len(ids) == 0 {
		for _, c := range s.query.Where {
			if c.Field == portfolio.FieldID && c.Op == portfolio.OpIs {
				ids = c.Values
			}
		}
	}
	if len(ids) != 1 {
		return ""
	}
	return ids[0]
}

// merge takes the conditions of the answer before into a follow-up. "Of those" narrows; "and the red ones?" puts new
// values in the place of old ones of the same field.
func (r *reading) merge(q *portfolio.Query) {
	base := r.before.query
	if base.Of != q.Of {
		base = r.across(base, q.Of)
	}
	narrows := r.has(kThose) || r.asksWhichOne()
	replaced := map[portfolio.Field]bool{}
	for _, list := range append([][]portfolio.Condition{q.Where}, q.AnyOf...) {
		for _, c := range list {
			replaced[c.Field] = !narrows && !(c.Field == portfolio.FieldRiskStatus && r.openByDefault(c))
		}
	}
	var kept []portfolio.Condition
	for _, c := range base.Where {
		duplicate := slices.ContainsFunc(q.Where, func(n portfolio.Condition) bool { return same(n, c) })
		if !replaced[c.Field] && !duplicate {
			kept = append(kept, c)
		}
	}
	for _, list := range base.AnyOf {
		if !slices.ContainsFunc(list, func(c portfolio.Condition) bool { return replaced[c.Field] }) {
			q.AnyOf = append(q.AnyOf, list)
		}
	}
	for _, related := range base.Related {
		if narrows || !slices.ContainsFunc(q.Related, func(n portfolio.Related) bool { return n.Of == related.Of }) {
			q.Related = append(q.Related, related)
		}
	}
	q.Where = append(kept, q.Where...)
	q.Text = cmp.Or(q.Text, base.Text)
	if len(q.Either) == 0 {
		q.Either = base.Either
	}
	if len(q.Sort) == 0 {
		q.Sort = base.Sort
	}
}

// openByDefault reports whether a condition only says that risks are open, as every question about risks does.
func (r *reading) openByDefault(c portfolio.Condition) bool {
	return slices.Equal(c.Values, openRisk.Values) && !slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kAdj && s.adj.label == "open"
	})
}

// across carries what the answer before was about to another kind of record: the programs it named, or its conditions on
// programs where it named none.
func (r *reading) across(base portfolio.Query, to portfolio.Entity) portfolio.Query {
	out := portfolio.Query{Of: to}
	if ids := programsOf(r.before.citations); len(ids) > 0 {
		out.Where = []portfolio.Condition{is(portfolio.FieldID, ids...)}
		return out
	}
	for _, c := range base.Where {
		if entityOf(c.Field) == ofProgram {
			out.Where = append(out.Where, c)
		}
	}
	return out
}
