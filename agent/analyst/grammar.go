package analyst

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// rule puts spans together. Its pattern is a regular expression over the kinds of the spans; build gets the spans of the
// match, and of each group of the pattern, and gives what takes their place. It declines by reporting false.
type rule struct {
	pattern *regexp.Regexp
	build   func(r *reading, m match) ([]span, bool)
}

// match is what a pattern found: the whole, and its groups from 1.
type match [][]span

// has reports whether a group of the pattern took part.
func (m match) has(group int) bool { return len(m[group]) > 0 }

func newRule(pattern string, build func(*reading, match) ([]span, bool)) rule {
	return rule{regexp.MustCompile(pattern), build}
}

// grammar is applied rule by rule, each as often as it finds something. Earlier rules bind closer.
var grammar = []rule{
	newRule(`^h(.*)`, wish),
	newRule(`(p)([SHZ])`, theProgramWith),
	newRule(`(P)(u)$`, whatAbout),
	newRule(`(y)J?(P)(A)`, sinceWhen),
	newRule(`(u)([xPVT]+)I+[Np]?(F)$`, aboutName),
	newRule(`(u)(T|[xPVAdDQNFb]+)`, aboutText),
	newRule(`H?([xPVTA]+)I(F)`, inTheName),
	newRule(`(C)I(F)([JH])`, countOfGroups),
	newRule(`(u)([coi])`, aboutText),
	newRule(`(k)(R)([xPVb]+)$`, orText),
	newRule(`([xPb]+)J?(u)$`, mentioned),
	newRule(`H(F)(k)`, whoseUpdates),

	newRule(`(F)[JIHBqp]*(X?)(K|A)[JeHIpq]*(F)`, fieldThanField),
	newRule(`(A)(K)[JeHIpq]*(F)`, doneThanField),
	newRule(`(A)[JU]*(A)`, doneLate),

	newRule(`(K)(Q)[UK](D)`, betweenDays),
	newRule(`(D)(x)`, inTime),
	newRule(`(D)(K)`, orLater),
	newRule(`(D)[UR](n)`, andNext),
	newRule(`(X)W[JH]*([AVk])`, exceptWhat),
	newRule(`(V)J*XJ*(F)`, notTheirs),
	newRule(`([MZB])e(F)`, theirField),
	newRule(`(A)I?(S)`, longestOverdue),
	newRule(`(Q)J(S)`, fewThatAre),
	newRule(`(K?)(Q)I+[ea]*(N)`, partOfThem),
	newRule(`(F)I?e?(F)`, stageCalled),
	newRule(`(F)(A)(K?Q.?N)`, runningMany),

	newRule(`(D)U?(D)`, sameDay),
	newRule(`K(D)[UK](D)`, between),
	newRule(`(D)K(D)`, fromTo),
	newRule(`(K|B)(D)`, bounded),
	newRule(`(D)U?(D)`, both),
	newRule(`(D)[UR]I*(D)`, adjoining),
	newRule(`I+(D)`, bare),

	newRule(`([ZM])([IKB]*[dD])`, silentSince),
	newRule(`[XZ]J?(F)[IKBHJ]*(?:(d|D)K?)?`, notUpdated),
	newRule(`(F)[JHI]*(M|Z$)`, notReported),
	newRule(`(F)J*XJ*(M)`, reported),
	newRule(`([MZX])(F(?:[RU][ZX]?F)+)`, withoutAll),
	newRule(`(X)(F)I*(F)`, withoutAny),
	newRule(`(X)h?(F)I?`, nobodyPut),
	newRule(`[MZ](F)M?`, without),
	newRule(`(a?[FN])(U)([VP])`, allBut),
	newRule(`([Bs])(C)(A*N)`, byNumber),
	newRule(`(P)(K)(P)(A)`, aheadIn),
	newRule(`(A)(V)`, behindValue),
	newRule(`(S)[BIa]+(A*N)`, updateOfEach),
	newRule(`(V)[JA]?(K)I?(V)`, betterThan),
	newRule(`(Z)([VP])`, withoutValue),
	newRule(`(Z)((?:A[URI]*)*A)f?(N?)`, withoutThose),
	newRule(`([AVPk](?:[UR][AVPk])*)[fN]?[JI]*!`, leftOut),
	newRule(`H?(a)(N)[JI]*(A)`, allSo),

	newRule(`(F)[JI]*(X?)[IJ]*((?:V(?:[UR]X?)*)*V)`, fieldValue),
	newRule(`((?:V[UR])*V)I?(F)`, valueField),
	newRule(`(F)[JIH]*(X?)[JIH]*(A)`, fieldAdjective),
	newRule(`(A)(F)`, adjectiveField),
	newRule(`(A)I(F)`, overdueFor),

	newRule(`(F)[JIHB]*K(Q)[UK](Q)`, numberBetween),
	newRule(`(F)[JIHB]*(K?)(Q)(K?)`, numberTest),
	newRule(`K(Q)[UK](Q)I?([FA]?)`, numberBetweenFirst),
	newRule(`(K?)(Q)(K?)I?(F|A)`, numberFirst),
	newRule(`I?(K?)(Q)(K?)`, percentAlone),

	newRule(`(F)[JIHB]*(X?)(D)`, fieldPeriod),
	newRule(`(F)[JIHB]*K?(d)`, fieldAge),
	newRule(`(N)([JIHBAf]*)(K)(d)`, nounAge),
	newRule(`(D)(F)`, periodField),
	newRule(`(A)B?K?(d)`, adjectiveAge),

	newRule(`(s)[BI]?(F)[JU]?(S?)`, sortBy),
	newRule(`(s)[BI]?(A*N)[JU]?(S?)`, sortByCount),
	newRule(`(s)(S)`, sortDirection),
	newRule(`(O)(Q)`, firstFew),
	newRule(`(S)(Q)`, mostFew),
	newRule(`(S)(S)`, topMost),
	newRule(`(Q)(S)`, fewMost),
	newRule(`(n)(Q)`, mostFew),
	newRule(`(n)(A*N)(d)$`, nextFor),
	newRule(`(N)J?(n)$`, nounNext),
	newRule(`(N)J?(n)I`, nounNext),
	newRule(`(S)[IHB]?(F)`, mostOfField),
	newRule(`(F)J?(S)`, fieldMost),
	newRule(`(S)(A*N)N`, mostBefore),
	newRule(`(S|n)(A*N)`, mostOfNoun),
	newRule(`(x)(A*N)$`, lessOf),
	newRule(`(n)(F)`, nextOfField),
	newRule(`B(F)U?(S)`, byFieldDirected),
	newRule(`B(A*N)`, byCount),
	newRule(`([BI])(F)`, byField),
	newRule(`B(N)`, byProgram),
	newRule(`(F)B(?:$|[^FAN])`, fieldBreakdown),
	newRule(`B[KI]*(A(?:[URIE]*A)+)`, byWords),

	newRule(`H(F)`, withField),
	newRule(`(K?)(Q)(K?)((?:[AV][RU]?)*)(N)`, countedNoun),
}

// apply rewrites the spans of a reading by the grammar.
func (r *reading) apply(rules []rule) {
	for _, rule := range rules {
		for start := 0; start <= len(r.spans); {
			at := rule.pattern.FindStringSubmatchIndex(letters(r.spans)[start:])
			if at == nil || at[1] == at[0] {
				break
			}
			for i := range at {
				if at[i] >= 0 {
					at[i] += start
				}
			}
			m := make(match, len(at)/2)
			for g := range m {
				if at[2*g] >= 0 {
					m[g] = r.spans[at[2*g]:at[2*g+1]]
				}
			}
			made, ok := rule.build(r, m)
			if !ok {
				start = at[0] + 1
				continue
			}
			replaced := append([]span{}, r.spans[:at[0]]...)
			replaced = append(replaced, made...)
			r.spans = append(replaced, r.spans[at[1]:]...)
			start = at[0]
		}
	}
}

// from makes a span of the length of others.
func over(spans []span, s span) span {
	s.from, s.to = spans[0].from, spans[len(spans)-1].to
	var words []string
	for _, p := range spans {
		words = append(words, p.text)
	}
	s.text = strings.Join(words, " ")
	return s
}

// single wraps the one span that takes the place of a match.
func single(m match, s span) ([]span, bool) { return []span{over(m[0], s)}, true }

// holds makes a finished condition.
func holds(m match, c clause) ([]span, bool) { return single(m, span{kind: kClause, clause: c}) }

// kindOf gives how the values of a field are compared; "" for what is no field of queries.
func kindOf(f portfolio.Field) portfolio.Kind {
	info, _ := f.Info()
	return info.Kind
}

// wish drops the rest of a question that asks for a change; what it says is for a later answer.
func wish(_ *reading, m match) ([]span, bool) {
	if !m.has(1) {
		return nil, false
	}
	return single(m, span{kind: kWrite})
}

// aboutText: "about hydrogen", `mentioning "net zero"`, "called Evolve".
func aboutText(r *reading, m match) ([]span, bool) {
	about, what := m[1][0], m[2]
	if one := len(what) == 1 && about.field == "" && (what[0].kind == kValue && what[0].exact || what[0].kind == kProgram && len(what[0].ids) == 1); one && !r.namesSeveral() && !mentions(about) {
		return what, true // "everything about the Data Platform" is about it, and looks for no text
	}
	for len(what) > 0 && (what[0].kind == kNoun || what[0].kind == kField) {
		return nil, false
	}
	for n := len(what); n > 1 && (what[n-1].kind == kNoun || what[n-1].kind == kField || what[n-1].kind == kPeriod); n-- {
		what = what[:n-1]
	}
	text := rawText(r.tokens[what[0].from:what[len(what)-1].to])
	rest := m[0][len(m[1])+len(what):]
	made := over(m[0][:1+len(what)], span{kind: kClause, clause: clause{text: text}})
	if about.field != "" {
		made.clause = all(compare(about.field, portfolio.OpContains, text))
	}
	return append([]span{made}, rest...), true
}

// namesSeveral reports whether programs are asked for by that word: "programs about payments".
func (r *reading) namesSeveral() bool {
	return slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kNoun && !strings.EqualFold(s.text, "everything") })
}

// aboutName: "about nuclear in the project name".
func aboutName(r *reading, m match) ([]span, bool) { return inTheName(r, match{m[0], m[2], m[3]}) }

// whatAbout: "what is Project Gigabit about".
func whatAbout(_ *reading, m match) ([]span, bool) {
	return []span{m[1][0], over(m[2], span{kind: kField, field: fieldDescription})}, true
}

// theProgramWith: "the program with the most risks" is not the one that was spoken of.
func theProgramWith(_ *reading, m match) ([]span, bool) {
	_, said, _ := strings.Cut(strings.ToLower(m[1][0].text), " ")
	s, ok := english().phrases[said]
	if !strings.HasPrefix(strings.ToLower(m[1][0].text), "the ") || !ok || s.kind != kNoun {
		return nil, false
	}
	return []span{over(m[1], noun(ofProgram)), m[2][0]}, true
}

// sinceWhen: "since when is Atlas running" asks for its start, where "since when is it red" asks why.
func sinceWhen(_ *reading, m match) ([]span, bool) {
	if !strings.HasPrefix(strings.ToLower(m[1][0].text), "since when") || m[3][0].adj.label != "live" {
		return nil, false
	}
	return []span{m[2][0], over(m[3], field(portfolio.FieldStartDate))}, true
}

// inTheName: "with rail in the name".
func inTheName(r *reading, m match) ([]span, bool) {
	what, f := m[1], m[2][0]
	text := rawText(r.tokens[what[0].from:what[len(what)-1].to])
	switch f.field {
	case portfolio.FieldName:
		return holds(m, all(compare(portfolio.FieldName, portfolio.OpContains, text)))
	case fieldDescription:
		return holds(m, clause{text: text})
	}
	return nil, false
}

// between: "between March 2024 and June 2025", "from 2024 to 2026".
func between(_ *reading, m match) ([]span, bool) {
	k, first, second := m[0][0], m[1][0].period, m[2][0].period
	if !k.between && k.op != portfolio.OpFrom {
		return nil, false
	}
	if middle := m[0][2]; middle.kind == kAnd && !k.between || middle.kind == kCompare && middle.op != portfolio.OpTo {
		return nil, false
	}
	p := period{from: first.from, to: second.to, yearless: first.yearless && second.yearless}
	switch {
	case p.yearless && p.to < p.from: // "between December and March"
		p.to = yearAfter(p.to)
	case first.yearless && p.to < p.from: // "between 1 December and 31 March 2026"
		p.from = yearBefore(p.from)
	}
	return single(m, span{kind: kPeriod, period: p})
}

// fromTo: "March to May".
func fromTo(_ *reading, m match) ([]span, bool) {
	first, second := m[1][0].period, m[2][0].period
	if k := m[0][1]; k.op != portfolio.OpTo || first.from == "" || second.to < first.from {
		return nil, false
	}
	return single(m, span{kind: kPeriod, period: period{from: first.from, to: second.to, yearless: first.yearless && second.yearless}})
}

// bounded: "before 2025", "since March", "by the end of FY2026/27".
func bounded(_ *reading, m match) ([]span, bool) {
	op, p := m[1][0].op, m[2][0].period
	if m[1][0].kind == kBy {
		op = portfolio.OpTo
	}
	if p.from == "" || p.to == "" {
		return nil, false
	}
	if said := strings.ToLower(m[1][0].text); p.ago && said != "since" && said != "from" { // more than thirty days ago is before that day
		switch op {
		case portfolio.OpOver:
			op = portfolio.OpUnder
		case portfolio.OpUnder:
			op = portfolio.OpOver
		case portfolio.OpFrom:
			op = portfolio.OpTo
		}
	}
	if during := strings.EqualFold(m[1][0].text, "over") && p.from != p.to; during || p.ahead && op != portfolio.OpUnder { // "over the next 30 days" is that time
		return single(m, m[2][0])
	}
	switch op {
	case portfolio.OpUnder:
		last := p.from.AddDays(-1)
		if p.end { // before the end of March is within March
			last = p.to
		}
		p = period{to: last, yearless: p.yearless}
	case portfolio.OpOver:
		p = period{from: p.to.AddDays(1), yearless: p.yearless}
	case portfolio.OpFrom:
		p = period{from: p.from, yearless: p.yearless}
	case portfolio.OpTo:
		p = period{to: p.to, yearless: p.yearless}
	default:
		return single(m, m[2][0])
	}
	return single(m, span{kind: kPeriod, period: p, note: m[2][0].note})
}

// sameDay: "Christmas, 25 December 2025" is one day, named twice.
func sameDay(_ *reading, m match) ([]span, bool) {
	first, second := m[1][0].period, m[2][0].period
	one := first.yearless && first.from == first.to && second.from == second.to && len(first.from) > 5 && len(second.from) > 5
	if !one || first.from[5:] != second.from[5:] {
		return nil, false
	}
	return single(m, m[2][0])
}

// both: "after 2024 and before 2026".
func both(_ *reading, m match) ([]span, bool) {
	first, second := m[1][0].period, m[2][0].period
	switch {
	case first.from == second.from && first.to == second.to: // "this spring (March to May)"
		return single(m, m[1][0])
	case first.to == "" && second.from == "":
		return single(m, span{kind: kPeriod, period: period{from: first.from, to: second.to}})
	case first.from == "" && second.to == "":
		return single(m, span{kind: kPeriod, period: period{from: second.from, to: first.to}})
	}
	return nil, false
}

// adjoining: "2025 or 2026", periods of which one begins where the other ends.
func adjoining(_ *reading, m match) ([]span, bool) {
	first, second := m[1][0].period, m[2][0].period
	if first.from > second.from {
		first, second = second, first
	}
	if first.to == "" || second.from == "" || first.to.AddDays(1) != second.from {
		return nil, false
	}
	return single(m, span{kind: kPeriod, period: period{from: first.from, to: second.to}})
}

// bare keeps the group of the pattern and drops the words around it.
func bare(_ *reading, m match) ([]span, bool) { return single(m, m[1][0]) }

// days spells a period out as conditions on a field.
func days(f portfolio.Field, p period) clause {
	var c clause
	if p.from != "" {
		c.all = append(c.all, compare(f, portfolio.OpFrom, string(p.from)))
	}
	if p.to != "" {
		c.all = append(c.all, compare(f, portfolio.OpTo, string(p.to)))
	}
	return c
}

// number writes a number as queries do.
func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
