package analyst

import (
	"cmp"
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// acts tells what is wanted. The first that fits is it; some settle on the way what they need to know.
var acts = []struct {
	act  act
	fits func(*reading) bool
}{
	{actPick, (*reading).picks},
	{actWhy, (*reading).asksWhy},
	{actCompare, func(r *reading) bool {
		compares := len(r.intent.ids) > 1 && (r.intent.query.Of == ofProgram || r.weighsRisks()) && !r.has(kCount)
		if compares && r.intent.contest.Field == "" {
			r.intent.contest = r.contested()
		}
		return compares
	}},
	{actCheck, func(r *reading) bool {
		return r.aboutOne() && len(r.intent.check.lists())+len(r.intent.check.related)+len(r.intent.check.either) > 0 && !r.namesAuthor()
	}},
	{actDetail, func(r *reading) bool { return r.aboutOne() && !r.has(kCount) && !r.has(kGroup) }},
	{actVersus, (*reading).versus},
	{actTimes, (*reading).times},
	{actGroup, (*reading).groups},
	{actGroup, (*reading).countsApart},
	{actAverage, (*reading).averages},
	{actAverage, (*reading).averagesAgain},
	{actEvery, func(r *reading) bool {
		return len(r.spans) > 2 && r.spans[0].kind == kIs && r.spans[1].kind == kAll && r.spans[2].kind == kNoun
	}},
	{actShare, func(r *reading) bool { return r.has(kCount) && r.spans[r.first(kCount)].percent }},
	{actShare, (*reading).sharesAgain},
	{actCount, func(r *reading) bool { return r.has(kCount) || r.countsAgain() }},
	{actLate, (*reading).lateOnly},
	{actDue, (*reading).dueOnly},
	{actGroup, (*reading).groupsAgain},
	{actList, (*reading).meaningful},
}

// decide chooses the act; actUnknown where none fits.
func (r *reading) decide() {
	for _, a := range acts {
		if a.fits(r) {
			r.intent.act = a.act
			return
		}
	}
}

// averages reports whether a mean is asked for, and settles that of a number of risks: "how many open risks does a live
// program have on average".
func (r *reading) averages() bool {
	in := &r.intent
	if !r.has(kAverage) {
		return false
	}
	if in.query.Of != ofProgram && len(in.fields) == 0 && (r.names(ofProgram) || r.groupsBy(portfolio.FieldID)) {
		in.per = true
	}
	number := func(f portfolio.Field) bool { return kindOf(f) == portfolio.KindNumber }
	if in.query.Of == ofMilestone && !in.per && !slices.ContainsFunc(in.fields, number) { // the one number that they have
		in.fields = []portfolio.Field{portfolio.FieldMilestoneSlip}
	}
	if in.query.Of == ofRisk && len(in.fields) == 0 { // of how many, not of a number that they have
		in.per = true
	}
	return true
}

// namesAuthor reports whether a person who is named only said something of a program: "what did Ada report on Atlas".
func (r *reading) namesAuthor() bool {
	asks := strings.IndexByte("WtwL", byte(r.spans[0].kind)) >= 0 && slices.Contains(r.intent.fields, portfolio.FieldLastUpdate)
	return asks && !slices.ContainsFunc(r.intent.check.lists(), func(list []portfolio.Condition) bool { return list[0].Field != portfolio.FieldOwner })
}

// averagesAgain: "and of Data Platform?" after a mean asks for the mean of others.
func (r *reading) averagesAgain() bool {
	return r.goesOn && r.before.measure == tools.MeasureAverage && r.before.by == "" && r.begins() && !r.has(kList) && !r.has(kWhich) && !r.has(kThose) && !r.has(kCount) && !r.has(kNoun)
}

// weighsRisks: "which of Atlas and Beacon has more open risks" compares the programs, which show how many they have.
func (r *reading) weighsRisks() bool {
	if r.intent.query.Of != ofRisk || r.spans[0].kind != kWhich && firstWord(r.spans[0].text) != "which" || !r.compares() {
		return false
	}
	fewer := slices.ContainsFunc(r.tokens, func(t token) bool { return t.word == "fewer" || t.word == "less" || t.word == "fewest" })
	field, _ := counting(r.intent.query.Where[1:])
	r.intent.contest = portfolio.Order{Field: cmp.Or(field, portfolio.FieldOpenRisks), Desc: !fewer}
	r.intent.query = portfolio.Query{Of: ofProgram, Today: r.today, Where: []portfolio.Condition{is(portfolio.FieldID, r.intent.ids...)}}
	return true
}

// onProgram reports whether a condition tests a field of programs.
func onProgram(c portfolio.Condition) bool { return entityOf(c.Field) == ofProgram }

// aboutOne reports whether a question is about one program itself, not about its risks or milestones.
func (r *reading) aboutOne() bool { return len(r.intent.ids) == 1 && r.intent.query.Of == ofProgram }

// asksWhy reports whether a question asks what stands behind the health of one program: why it is so, or whether it
// really is, or the same of another one after such an answer.
func (r *reading) asksWhy() bool {
	if several := len(r.intent.ids) > 1 && r.intent.query.Of == ofProgram; several && (r.has(kWhy) || r.has(kAlert)) {
		return true
	}
	if !r.aboutOne() {
		return false
	}
	if r.has(kWhen) && slices.ContainsFunc(r.spans, func(s span) bool { return s.past.turns }) {
		return true
	}
	really := len(r.intent.check.lists()) > 0 && r.doubts()
	r.intent.really = really
	again := r.before.act == actWhy && r.begins() && len(r.intent.check.lists())+len(r.intent.fields) == 0
	return r.has(kWhy) || r.has(kAlert) || really || again
}

// doubts reports whether a question asks for more than what is declared.
func (r *reading) doubts() bool {
	return slices.ContainsFunc(r.tokens, func(t token) bool { return doubts[t.word] })
}

// doubts are the words that ask for more than what is declared.
var doubts = map[string]bool{"really": true, "truly": true, "actually": true, "genuinely": true, "honestly": true}

// picks: "show me the second one".
func (r *reading) picks() bool {
	i := r.first(kOrdinal)
	if i < 0 || len(r.before.citations) == 0 {
		return false
	}
	r.intent.pick, r.intent.before, r.intent.reasons = int(r.spans[i].number), r.before, r.has(kWhy)
	r.use(r.spans[i])
	return true
}

// versus reports whether values of a field are to be compared, and settles the field and what they are compared by.
func (r *reading) versus() bool {
	in := &r.intent
	if !r.compares() {
		return false
	}
	for _, c := range in.query.Where {
		info, ok := c.Field.Info()
		if !ok || !info.Groups || info.Of != ofProgram && info.Of != in.query.Of || c.Op != portfolio.OpIs || len(c.Values) < 2 || same(c, openRisk) {
			continue
		}
		in.by = c.Field
		sorted := len(in.query.Sort) > 0 && in.query.Sort[0].Field == portfolio.FieldProgress
		in.average = in.query.Of == ofProgram && (r.has(kAverage) || sorted)
		in.query = unranked(in.query)
		in.query.Sort = nil
		for _, s := range r.spans {
			if s.kind == kGroup && s.field == portfolio.FieldStatus { // by which they are compared anyway
				r.use(s)
			}
		}
		return true
	}
	return false
}

// compares reports whether a question compares: "MOD versus DFT", "who has more …", "which is further along".
func (r *reading) compares() bool {
	if last := r.spans[len(r.spans)-1]; last.kind == kBy && strings.EqualFold(last.text, "each") { // "how many do DFT and MOD have each"
		return true
	}
	return r.has(kVersus) || slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kMost && comparative[firstWord(s.text)] })
}

// comparative are the words that compare two, where superlatives pick out of many.
var comparative = map[string]bool{"further": true, "farther": true, "more": true, "fewer": true, "higher": true, "lower": true, "bigger": true, "larger": true, "smaller": true, "less": true, "closer": true, "nearer": true, "earlier": true, "sooner": true, "later": true}

// firstWord gives the first word of a phrase, folded.
func firstWord(text string) string {
	word, _, _ := strings.Cut(strings.ToLower(text), " ")
	return word
}

// countsAgain: "what about amber?" after a count counts again.
func (r *reading) countsAgain() bool {
	return r.goesOn && r.begins() && r.before.counted && !r.has(kList) && !r.has(kWhich) && !r.has(kThose)
}

// sharesAgain: "and amber?" after a share asks for a share again.
func (r *reading) sharesAgain() bool {
	again := r.countsAgain() && r.before.measure == tools.MeasureShare && !r.has(kCount)
	if again {
		r.saysAgain()
	}
	return again
}

// groupsAgain: "what about MOJ?" after a grouping groups again.
func (r *reading) groupsAgain() bool {
	measured := r.before.measure != tools.MeasureCount && r.begins()
	again := r.goesOn && (r.spans[0].kind == kFollow || measured) && r.before.by != "" && !r.has(kList) && !r.has(kWhich)
	if again {
		r.intent.by = r.before.by
		r.measuresAgain()
	}
	return again
}

// meaningful reports whether there is enough to list records by. A list that asks why shows what the facts say.
func (r *reading) meaningful() bool {
	q := r.intent.query
	if r.has(kWhy) && q.Of == ofProgram {
		r.intent.fields = append(r.intent.fields, portfolio.FieldAssessed)
	}
	return r.has(kNoun) || r.goesOn || len(q.Where)+len(q.AnyOf)+len(q.Related)+len(q.Either)+len(q.Sort) > 0 || q.Text != ""
}

// lateOnly reports whether a question asks what is late without saying of what.
func (r *reading) lateOnly() bool {
	return !r.has(kNoun) && !r.has(kField) && !r.goesOn && r.count(kAdj) == 1 && r.spans[r.first(kAdj)].adj.label == overdueLabel
}

// dueOnly reports whether a question asks what is due in a period without saying of what.
func (r *reading) dueOnly() bool {
	return !r.has(kNoun) && !r.goesOn && r.count(kClause) == 1 && r.spans[r.first(kClause)].due && !r.has(kValue) && !r.has(kAdj)
}
