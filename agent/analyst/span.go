package analyst

import "portfolio-ai/store/portfolio"

// kind says what part a stretch of a question plays. Kinds are letters, so that the grammar can be written as regular
// expressions over them.
type kind byte

// The kinds that the vocabulary, the calendar and the portfolio give to words.
const (
	kUnknown  kind = 'x'
	kFiller   kind = '_' // means nothing here: "please", "the"
	kList     kind = 'L' // "show me"
	kCount    kind = 'C' // "how many"
	kWhich    kind = 'W' // "which", "what"
	kWho      kind = 'w'
	kWhen     kind = 't'
	kWhy      kind = 'y'
	kAverage  kind = 'v'
	kIs       kind = 'J' // "is", "are", "do"
	kHave     kind = 'H' // "with", "that have"
	kNo       kind = 'Z' // "without", "no": what follows is absent
	kNot      kind = 'X' // "not", "except": what follows is turned round
	kIn       kind = 'I' // "in", "of", "for"
	kBy       kind = 'B' // "by", "per", "for each"
	kAnd      kind = 'U'
	kOr       kind = 'R'
	kAll      kind = 'a' // "all": risks of any status
	kNoun     kind = 'N' // a kind of record
	kField    kind = 'F'
	kAdj      kind = 'A' // a word that stands for conditions: "red", "overdue"
	kMissing  kind = 'M' // "not reported"
	kCompare  kind = 'K' // "before", "more than"
	kNumber   kind = 'Q'
	kPeriod   kind = 'D'
	kSpan     kind = 'd' // a length of time: "30 days"
	kMost     kind = 'S' // "most", "earliest"
	kOrdinal  kind = 'O' // "the second one"
	kSort     kind = 's'
	kValue    kind = 'V' // a value that occurs in the portfolio
	kProgram  kind = 'P' // the name of a program
	kQuoted   kind = 'T' // words in quotation marks
	kAbout    kind = 'u' // "about", "mentioning": what follows is text
	kIt       kind = 'p' // "it", "this program"
	kThose    kind = 'q' // "those", "them"
	kFollow   kind = 'f' // "what about": goes on from the question before
	kAbsent   kind = 'b' // what portfolios here do not hold: "budget"
	kWrite    kind = 'h' // "mark", "postpone"
	kPast     kind = 'c' // "what changed"
	kAlert    kind = 'i' // "needs attention"
	kHelp     kind = 'G'
	kForeign  kind = 'z' // a common word of another language
	kOpinion  kind = 'o' // "important": a judgement that no field holds
	kSummary  kind = 'Y'
	kTheir    kind = 'e' // "their": a field after it is asked for, not tested
	kNextVerb kind = 'n' // "next" after a verb: "launches next"
	kVersus   kind = 'E' // "compare"
	kUnit     kind = 'l' // "per quarter"
	kOutlook  kind = 'j' // "forecast", "what if", "depends on"
	kOut      kind = '!' // "left out": what stands before is turned round
)

// The kinds that the grammar makes from others.
const (
	kClause kind = 'k' // a finished condition
	kGroup  kind = 'g' // a field to group by
	kOrder  kind = 'r' // a field to sort by
	kLimit  kind = 'm' // how many rows
)

// span is a stretch of a question with its meaning. Which fields are set depends on the kind.
type span struct {
	kind     kind
	from, to int    // tokens, to is exclusive
	text     string // as asked
	weight   int    // how well it fits, for choosing between overlapping spans

	field   portfolio.Field  // kField, kGroup, kOrder, kMost that names its field
	unit    calendarUnit     // kUnit
	due     bool             // kField, kClause: said as "due", which what is done no longer is
	event   bool             // kField: said as a happening ("launching"), which only live programs have ahead
	entity  portfolio.Entity // kNoun, kOrder by a count of records
	adj     *adjective       // kAdj
	negated bool             // kAdj
	op      portfolio.Op     // kCompare
	between bool             // kCompare
	number  float64          // kNumber, kOrdinal (from 1; -1 is the last), kLimit, kSpan (in days)
	percent bool             // kNumber
	period  period           // kPeriod
	desc    bool             // kMost, kOrder
	sorts   bool             // kOrder: all rows are wanted in this order, not only the first
	values  []value          // kValue: what it may stand for
	ids     []string         // kProgram: which programs it may name
	exact   bool             // kProgram, kValue: named in full
	clause  clause           // kClause
	topic   string           // kAbsent, kHelp
	past    change           // kPast
	outlook outlook          // kOutlook
	tests   tests            // kFiller: where it may test a record all the same
	weak    bool             // the word stands in names of programs as often as for itself
	note    string           // what people should be told about the way this was read
}

// value is one value of one field.
type value struct {
	field portfolio.Field
	text  string
}

// clause is a set of conditions: all of them, one of each list, the related records, and one of each list of branches.
type clause struct {
	all     []portfolio.Condition
	any     [][]portfolio.Condition
	related []portfolio.Related
	either  [][]portfolio.Branch
	text    string
}

// letters writes the kinds of a sequence, for the grammar.
func letters(spans []span) string {
	out := make([]byte, len(spans))
	for i, s := range spans {
		out[i] = byte(s.kind)
	}
	return string(out)
}
