package analyst

import (
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// act is what is wanted of the records that a question picks out.
type act int

// The acts.
const (
	actUnknown act = iota
	actList
	actCount
	actShare    // the same, as a share of all records
	actEvery    // whether all records are so
	actGroup    // count by a field, or the mean progress by it
	actAverage  // the mean progress of all
	actTimes    // count by the month, quarter or year of a date
	actDetail   // one program, or some of its fields
	actCheck    // is this program so?
	actCompare  // several programs side by side
	actVersus   // the values of a field side by side, by status
	actWhy      // what stands behind the status of a program
	actChanges  // what changed in a period
	actAlert    // what needs attention
	actSlips    // milestones due later than their baseline
	actLateness // how late a program or a milestone is
	actForecast // when a launch will land
	actWhatIf   // what a slip pushes
	actDepends  // what waits for what
	actBrief    // one program in a paragraph
	actPropose  // changes to approve
	actDraft    // a text for others
	actLate     // overdue milestones and launches passed
	actDue      // milestones and launches of a period
	actUpdates  // what status updates say
	actSummary
	actHelp
	actPick   // the n-th record of the answer before
	actChoose // a name fits several programs
	actRefuse // what cannot be answered; sentence says why
)

// intent is a question understood: the typed query and what is wanted of its rows.
type intent struct {
	act   act
	query portfolio.Query // without page

	by      portfolio.Field   // actGroup
	across  portfolio.Field   // actGroup: each group again by this field; "" is by one field only
	unit    calendarUnit      // actTimes
	average bool              // actGroup: of progress
	share   bool              // actGroup: what part of each group is as said
	portion groupSize         // actGroup, share: only groups of which such a part in percent is so
	per     bool              // actAverage, average: of the number of records that a program has
	size    groupSize         // actGroup: only groups of this size
	without bool              // actGroup: the values that have no such record
	ranked  bool              // actGroup: only the first; limit says how many
	desc    bool              // actGroup, ranked
	limit   int               // first rows only; 0 is all
	ties    bool              // rows equal to the last one belong to it
	fields  []portfolio.Field // asked for by name
	ids     []string          // programs meant by name
	pick    int               // actPick: from 1; -1 is the last
	reasons bool              // actPick: why it is as it is
	before  subject           // actPick: what the answer before named
	check   clause            // actCheck
	contest portfolio.Order   // actCompare: by what; the zero order is by nothing in particular
	said    clause            // actShare, actEvery, share: what is said of the records; the rest of the query is what they are

	really   bool                   // actWhy: whether the declared status holds
	period   tools.Period           // actChanges, actDraft
	vague    string                 // actChanges: why this period was taken
	inverted bool                   // actChanges: what did not change
	first    bool                   // actChanges: since the first day that the log tells of
	moved    groupSize              // actChanges: only dates that moved by so many days
	counts   bool                   // actChanges, actDepends: only how many
	orders   []order                // actPropose
	ahead    ahead                  // actForecast, actWhatIf, actDepends
	search   portfolio.UpdateSearch // actUpdates
	draft    portfolio.Draft        // actDraft; query is the risks of a mail, and what belongs to other drafts is in period

	sentence string   // actRefuse
	notes    []string // how doubtful words were read
	left     []string // words that were not understood
}

// measure is what is wanted of the groups.
func (in intent) measure() tools.Measure {
	switch {
	case in.share:
		return tools.MeasureShare
	case in.average:
		return tools.MeasureAverage
	}
	return tools.MeasureCount
}

// groupSize bounds the groups that are asked for: "departments with more than 20 programs". The zero value bounds none.
type groupSize struct {
	op     portfolio.Op
	number float64
}

// fits reports whether a group has the size.
func (s groupSize) fits(g portfolio.Group) bool {
	if s.op != "" && g.Value == "" { // what is not reported is no owner and no team
		return false
	}
	return s.holds(float64(g.Count))
}

// holds reports whether a number has the size.
func (s groupSize) holds(n float64) bool {
	switch s.op {
	case portfolio.OpOver:
		return n > s.number
	case portfolio.OpUnder:
		return n < s.number
	case portfolio.OpFrom:
		return n >= s.number
	case portfolio.OpTo:
		return n <= s.number
	case portfolio.OpIs:
		return n == s.number
	}
	return true
}

// subject is what the answer before was about: the records that a follow-up goes on from.
type subject struct {
	query     portfolio.Query
	by        portfolio.Field
	counted   bool              // it was one number
	measure   tools.Measure     // what was wanted of the records that were counted
	said      clause            // tools.MeasureShare: what was said of them
	act       act               // actWhy, actChanges, actAlert and those of the time ahead, which a follow-up does again
	ahead     ahead             // actWhatIf, actDepends
	period    tools.Period      // actChanges, actDraft
	draft     portfolio.Draft   // actDraft
	fields    []portfolio.Field // of one program
	program   string            // the one program it was about
	citations []portfolio.Citation
}

// known reports whether there is anything to go on from.
func (s subject) known() bool { return s.query.Of != "" || s.program != "" || len(s.citations) > 0 }
