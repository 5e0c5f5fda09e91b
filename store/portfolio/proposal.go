package portfolio

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// ProposalState is what became of a proposal.
type ProposalState string

// The states of a proposal.
const (
	ProposalWaiting   ProposalState = "waiting"
	ProposalApplied   ProposalState = "applied" // all of it or some rows
	ProposalDiscarded ProposalState = "discarded"
)

// ProposalStates lists the states.
var ProposalStates = []ProposalState{ProposalWaiting, ProposalApplied, ProposalDiscarded}

// Proposal is a change set that the agent, or another program, suggests and a person decides on. From is the label of who
// does, as beside its answers. Title says what applying it does: "Change 3 launch dates". Before is what was read: a row
// whose record holds something else by then is refused.
type Proposal struct {
	ID             string        `json:"id"`
	ConversationID string        `json:"conversation_id"`
	TurnID         string        `json:"turn_id"`
	From           string        `json:"from"`
	Title          string        `json:"title"`
	State          ProposalState `json:"state"`
	Changes        []Change      `json:"changes"`
	CreatedAt      Millis        `json:"created_at"`
	ChangeSetID    *int64        `json:"change_set_id" ts_type:"number | null"` // what applying it wrote; nil before
	Decision       *Decision     `json:"decision" ts_type:"Decision | null"`    // nil until it is applied
}

// EditedRow is a row, counted from 1, in which a person put another value in the place of the proposed one. Of a record to
// create, Value is an object of the fields that differ.
type EditedRow struct {
	Row   int             `json:"row"`
	Value json.RawMessage `json:"value" ts_type:"unknown"`
}

// Approval is what of a proposal a person wants applied: all rows, or those that Only names, counted from 1.
type Approval struct {
	Only   []int       `json:"only"`
	Edited []EditedRow `json:"edited"`
}

// Decision is what became of the rows of a proposal that was applied. A row that is neither applied nor refused was left
// out. Edited rows were applied, or refused, with the value of the person.
type Decision struct {
	Applied []int        `json:"applied"`
	Refused []RefusedRow `json:"refused"`
	Edited  []EditedRow  `json:"edited"`
}

// namedReasons is how many reasons are written out for a change set.
const namedReasons = 3

// WhyOf says why rows of the proposal, counted from 1, are written: what applying it does, and the reasons of the rows, each
// once.
func (p Proposal) WhyOf(rows []int) string {
	var reasons []string
	for _, row := range rows {
		if why := p.Changes[row-1].Why; why != "" && !slices.Contains(reasons, why) {
			reasons = append(reasons, why)
		}
	}
	if len(reasons) == 0 {
		return p.Title
	}
	if more := len(reasons) - namedReasons; more > 0 {
		reasons = append(reasons[:namedReasons], fmt.Sprintf("and for %d more reasons", more))
	}
	return p.Title + ": " + strings.Join(reasons, "; ")
}

// ReadRecord names a record as it was read.
type ReadRecord struct {
	ID       string `json:"id"`
	Revision int64  `json:"revision"`
}

// RefusedRow is a row that was not written. Row counts from 1.
type RefusedRow struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

// EditResult says what became of changes that were to be written as one change set. ChangeSet is 0 where every row was
// refused, or changed nothing.
type EditResult struct {
	ChangeSet int64        `json:"change_set"`
	Applied   []int        `json:"applied"` // rows, from 1
	Refused   []RefusedRow `json:"refused"`
}

// ApplyResult says what became of the rows of a proposal. Where every row was refused, the proposal still waits.
type ApplyResult struct {
	EditResult
	Proposal Proposal `json:"proposal"`
}
