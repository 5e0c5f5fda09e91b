package analyst

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// Sentences for drafts that are not written.
const (
	draftsOnly = "I draft status updates of a program, weekly summaries, steering notes and mails that escalate risks: for instance “draft a status update for …”, " +
		"“write the weekly summary for team …”, “prepare a steering note on …” or “write an escalation mail for the risk …”."
	updateOfWhich = "Which program is the status update about? Name it, as in “draft a status update for …”. Of several I draft a weekly summary or a steering note."
	riskOfWhich   = "I do not know which risk to escalate. Name it, as in “write an escalation mail for the risk … of …”, or ask for “the High risks of …”."
)

// draft understands a wish for a draft, or for another form of the one before. It reports false where the text is neither.
func (f frame) draft(text string) (intent, bool) {
	text = plainly(drops(plainQuotes.Replace(text), convenes()))
	wish := ending().ReplaceAllString(strings.TrimRight(polite().ReplaceAllString(text, ""), "?! "), "")
	for _, form := range draftForms() {
		m := form.pattern.FindStringSubmatch(wish)
		if m == nil {
			continue
		}
		d, rest := portfolio.Draft{Kind: form.kind}, ""
		for i, name := range form.pattern.SubexpNames() {
			switch name {
			case "s":
				d.Short = d.Short || m[i] != ""
			case "e":
				rest += rhythms[strings.ToLower(m[i])]
			case "r", "q":
				rest += " " + m[i]
			}
		}
		if d.Kind == portfolio.DraftStatusUpdate && strings.Contains(rest, ":") { // the text of an update is there already
			return intent{}, false
		}
		return f.drafts(d, rest, false), true
	}
	if in, ok := f.draftAgain(wish); ok {
		return in, true
	}
	if anyDraft().MatchString(wish) {
		return intent{act: actRefuse, sentence: draftsOnly}, true
	}
	return intent{}, false
}

// rhythms are the days that a draft of every so often tells.
var rhythms = map[string]string{
	"monthly": " for the last month", "fortnightly": " for the last two weeks", "biweekly": " for the last two weeks", "bi-weekly": " for the last two weeks",
	"quarterly": " for the last three months",
}

// draftAgain understands what is to be another way of the draft before: shorter, of other days, of another kind, of
// something else. It reports false where the text is about anything else.
func (f frame) draftAgain(wish string) (intent, bool) {
	if f.before.act != actDraft {
		return intent{}, false
	}
	d, rest, found := f.before.draft, wish, false
	d.Subject = ""
	if at := turning().FindStringIndex(rest); at != nil {
		for _, b := range becoming {
			if n := b.words.FindStringIndex(rest[at[1]:]); n != nil {
				d.Kind, found = b.kind, true
				rest = rest[:at[0]] + " " + rest[at[1]+n[1]:]
				break
			}
		}
	}
	for _, length := range []struct {
		words func() *regexp.Regexp
		short bool
	}{{shorter, true}, {longer, false}} {
		if at := length.words().FindStringIndex(rest); at != nil {
			d.Short, found = length.short, true
			rest = rest[:at[0]] + " " + rest[at[1]:]
		}
	}
	r := f.begin(rest)
	r.apply(grammar)
	goesOn := !slices.ContainsFunc(r.spans, func(s span) bool { return !strings.ContainsRune("UfIBDdPVKpqNk", rune(s.kind)) })
	named := r.has(kProgram) || r.has(kValue) || slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kClause })
	timed := r.has(kPeriod) || r.has(kSpan)
	if !goesOn || !found && !timed && !(named && (r.begins() || regexp.MustCompile(`(?i)\bsame\b`).MatchString(wish))) {
		return intent{}, false
	}
	return f.drafts(d, rest, true), true
}

// drafts settles what a draft is of, and since when it counts. Again says that it goes on from the draft before.
func (f frame) drafts(d portfolio.Draft, rest string, again bool) intent {
	if d.Kind == portfolio.DraftMail {
		return f.mail(d, rest, again)
	}
	r := f.begin(reaching().ReplaceAllString(rest, "for"))
	r.apply(grammar)
	in := &r.intent
	in.act, in.draft = actDraft, d
	for i, s := range r.spans {
		if s.kind == kProgram && !r.resolveName(i) {
			in.act, in.ids, in.sentence = actChoose, s.ids, s.text
			return *in
		}
	}
	timed := r.draftPeriod(again)
	r.draftProgram(again)
	r.collect()
	if again && len(in.ids) == 0 && unnarrowed(in.query) {
		in.query = f.before.period.Programs
	}
	in.query.Of, in.query.Sort, in.query.Today = ofProgram, nil, f.today
	in.period.Programs = in.query
	if len(in.ids) == 1 {
		in.draft.ProgramID = in.ids[0]
	}
	in.left = r.leftovers()
	switch {
	case d.Kind == portfolio.DraftStatusUpdate && in.draft.ProgramID == "":
		return intent{act: actRefuse, sentence: updateOfWhich}
	case d.Kind == portfolio.DraftWeeklySummary && in.draft.ProgramID != "": // the week of one program is its update
		in.draft.Kind = portfolio.DraftStatusUpdate
	case d.Kind == portfolio.DraftStatusUpdate && !timed:
		in.period.Since = "" // since the last update, which is not known yet
	}
	return *in
}

// reaching are words before what a draft is of, or the days that it is to tell.
var reaching = expression(`(?i)\b(?:about|regarding|concerning|covering|that covers?|which covers?|counting|looking back (?:on|at|over)|spanning)\b`)

// unnarrowed reports whether a query finds all records.
func unnarrowed(q portfolio.Query) bool {
	return len(q.Where)+len(q.AnyOf)+len(q.Related) == 0 && q.Text == ""
}

// draftPeriod settles the days whose changes a draft tells, and takes them out of the text. It reports whether they were
// said, now or before.
func (r *reading) draftPeriod(again bool) bool {
	p := &r.intent.period
	p.Since, p.Until = r.today.AddDays(-usualDays), r.today
	i := slices.IndexFunc(r.spans, func(s span) bool { return s.kind == kPeriod || s.kind == kSpan && s.period != (period{}) })
	if i < 0 {
		if again && r.before.period.Since != "" && r.before.draft.Kind != portfolio.DraftStatusUpdate {
			p.Since, p.Until = r.before.period.Since, r.before.period.Until
		}
		return again && p.Since != r.today.AddDays(-usualDays)
	}
	days := r.backward(r.spans[i].period)
	if r.spans[i].kind == kSpan {
		days.to = ""
	}
	p.Since = min(cmp.Or(days.from, p.Since), r.today)
	p.Until = min(cmp.Or(days.to, r.today), r.today)
	p.Since = min(p.Since, p.Until)
	r.use(r.spans[i])
	r.spans = slices.Delete(slices.Clone(r.spans), i, i+1)
	return true
}

// wholePortfolio says that a draft is of everything, also on the page of a program.
var wholePortfolio = expression(`(?i)\b(?:portfolio|all|everything|every|whole|entire)\b`)

// draftProgram settles the program of a draft that names nothing: the one that the person looks at, or that was spoken of.
func (r *reading) draftProgram(again bool) {
	in := &r.intent
	narrowed := slices.ContainsFunc(r.spans, func(s span) bool { return strings.ContainsRune("VAkT", rune(s.kind)) })
	if len(in.ids) > 0 || narrowed || wholePortfolio().MatchString(rawText(r.tokens)) {
		return
	}
	switch {
	case again:
		if r.before.draft.ProgramID != "" {
			in.ids = []string{r.before.draft.ProgramID}
		}
	case r.scope != "" && (in.draft.Kind != portfolio.DraftWeeklySummary || r.has(kIt)):
		in.ids = []string{r.scope}
	case r.before.program != "" && (in.draft.Kind == portfolio.DraftStatusUpdate || r.has(kIt)):
		in.ids = []string{r.before.program}
	}
	for _, s := range r.spans {
		if s.kind == kIt {
			r.use(s)
		}
	}
}

// drafted takes up an answer that was a draft: of what, and since when it counted.
func drafted(s subject, m portfolio.Message) subject {
	s.act, s.draft, s.program = actDraft, *m.Draft, m.Draft.ProgramID
	for _, step := range m.Steps {
		switch tools.Name(step.Tool) {
		case tools.ListChangesTool:
			if json.Unmarshal(step.Arguments, &s.period) == nil {
				s.query = s.period.Programs
			}
		case tools.ListRisksTool:
			var q tools.Query
			if m.Draft.Kind == portfolio.DraftMail && json.Unmarshal(step.Arguments, &q) == nil {
				s.query = q.Query
			}
		default:
		}
	}
	if s.program == "" {
		s.program = onlyProgram(s)
	}
	return s
}
