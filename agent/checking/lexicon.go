package checking

import (
	"strings"
	"sync"

	"portfolio-ai/store/portfolio"
)

// sense is what a phrase does in a sentence.
type sense int

const (
	senseWord         sense = iota + 1 // a word of the vocabulary, of the fields that can hold it
	senseGroup                         // stands for several conditions: "overdue"
	senseCue                           // names fields
	senseNoun                          // names a kind of record
	senseNot                           // denies what follows
	senseNeither                       // denies what follows and what follows "nor"
	senseLack                          // says that what follows is not reported: "without"
	senseUnsaid                        // says that what stands before is not reported
	senseWith                          // begins what belongs to the record
	senseCompare                       // compares with the number or day that follows
	senseAssessed                      // what follows is assessed
	senseDeclared                      // what follows is declared
	senseVerb                          // ends the part of a sentence that names its subject
	senseJoin                          // joins clauses
	sensePronoun                       // stands for the record before
	senseWhole                         // says that nothing narrows what is counted
	senseAverage                       // the number is a mean
	senseSum                           // the number is a sum
	senseDistinct                      // the number counts values of a field
	senseOther                         // the rest of what was told
	senseMore                          // how many are not shown
	senseTopic                         // a kind of change
	senseChanged                       // programs that changed
	senseWindow                        // a span of days that counts from today
	senseUnit                          // a unit of the number before
	senseTop                           // the number bounds a list
	senseRespectively                  // values go to records one by one
	senseNothing                       // a number: none
	senseFiller                        // says nothing that is checked, and is no name
)

// entry is what a phrase means.
type entry struct {
	sense  sense
	fields []portfolio.Field
	values []string
	entity portfolio.Entity
	facets func(today portfolio.Date) map[portfolio.Entity]facets
	op     portfolio.Op
	rank   int // of a join: how deep it cuts
	topic  portfolio.Topic
	unit   measure
}

// measure is what a number counts in.
type measure int

const (
	plain measure = iota
	percent
	inDays
	inWeeks
	inMonths
	points
)

// Fields of records that no query knows.
const (
	fieldMilestonesDone  portfolio.Field = "milestones_done"
	fieldMilestonesTotal portfolio.Field = "milestones_total"
	fieldDescription     portfolio.Field = "description"
	fieldRiskText        portfolio.Field = "risk.description"
	fieldUpdateDate      portfolio.Field = "status_update.date"
	fieldUpdateText      portfolio.Field = "status_update"
	fieldUpdateAuthor    portfolio.Field = "status_update.author"
	fieldProgram         portfolio.Field = "program_id"
)

func word(phrases string, value string, fields ...portfolio.Field) meaning {
	return meaning{phrases, entry{sense: senseWord, fields: fields, values: []string{value}}}
}

func cue(phrases string, fields ...portfolio.Field) meaning {
	return meaning{phrases, entry{sense: senseCue, fields: fields}}
}

func simple(s sense, phrases string) meaning { return meaning{phrases, entry{sense: s}} }

func group(phrases string, f func(today portfolio.Date) map[portfolio.Entity]facets) meaning {
	return meaning{phrases, entry{sense: senseGroup, facets: f}}
}

// meaning gives phrases, separated by "|", what they mean.
type meaning struct {
	phrases string
	entry
}

// statusFields are the fields that hold a status; which one is meant is said beside it.
var statusFields = []portfolio.Field{portfolio.FieldStatus, portfolio.FieldAssessed}

// the facets of the groups that have names.
func live() facets {
	return facets{portfolio.FieldStatus: words(portfolio.FieldStatus, true, string(portfolio.StatusCompleted))}
}

func with(fs facets, more facets) facets {
	for f, x := range more {
		fs.narrow(f, x)
	}
	return fs
}

func overdue(today portfolio.Date) facets {
	return with(live(), facets{
		portfolio.FieldMilestoneDue:       days("", string(today.AddDays(-1))),
		portfolio.FieldMilestoneCompleted: among(""),
	})
}

func launchPassed(today portfolio.Date) facets {
	return with(live(), facets{portfolio.FieldLaunchDate: days("", string(today.AddDays(-1)))})
}

func stale(today portfolio.Date) facets {
	f := days("", string(today.AddDays(-portfolio.StaleDays-1)))
	f.missing = true
	return facets{portfolio.FieldLastUpdate: f}
}

func openRisk() facets {
	return facets{portfolio.FieldRiskStatus: words(portfolio.FieldRiskStatus, false, string(portfolio.RiskOpen), string(portfolio.RiskMitigating))}
}

// programs, risks and milestones give facets to one kind of record.
func ofPrograms(f func(portfolio.Date) facets) func(portfolio.Date) map[portfolio.Entity]facets {
	return func(d portfolio.Date) map[portfolio.Entity]facets {
		return map[portfolio.Entity]facets{portfolio.EntityProgram: f(d)}
	}
}

func notReported(f portfolio.Field) facets { return facets{f: among("")} }

// lexicon finds the meaning of phrases, by their first word, the longest first.
var lexicon = sync.OnceValue(func() map[string][]phrase {
	out := map[string][]phrase{}
	for _, m := range meanings() {
		for p := range strings.SplitSeq(m.phrases, "|") {
			words := strings.Fields(p)
			e := m.entry
			list := append(out[words[0]], phrase{words, &e})
			for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
				list[i], list[i-1] = list[i-1], list[i]
			}
			out[words[0]] = list
		}
	}
	return out
})

// phrase is a phrase of the lexicon.
type phrase struct {
	words []string
	entry *entry
}

// phraseAt finds the longest phrase of the lexicon that begins at a token. Where nothing is said of changes, the names of
// kinds of changes are plain words: "closed risks".
func phraseAt(ts []token, at int, still bool) (*entry, int) {
	for _, p := range lexicon()[ts[at].word] {
		if at+len(p.words) > len(ts) || still && (p.entry.sense == senseTopic || p.entry.sense == senseChanged) {
			continue
		}
		same := true
		for i, w := range p.words {
			same = same && ts[at+i].word == w
		}
		if same {
			return p.entry, len(p.words)
		}
	}
	return nil, 0
}
