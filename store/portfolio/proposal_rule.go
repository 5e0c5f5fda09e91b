package portfolio

import "slices"

// ProposalKind is what a row of a proposal does to the portfolio.
type ProposalKind string

// The kinds.
const (
	ProposeFields  ProposalKind = "change_fields"
	ProposeRecords ProposalKind = "create_records"
	ProposeDeletes ProposalKind = "delete_records"
	ProposeUpdates ProposalKind = "post_updates"
)

// ProposalKinds lists them.
var ProposalKinds = []ProposalKind{ProposeFields, ProposeRecords, ProposeDeletes, ProposeUpdates}

// Words says the kind as it stands in a sentence: "delete records".
func (k ProposalKind) Words() string {
	return map[ProposalKind]string{
		ProposeFields: "change fields", ProposeRecords: "create records", ProposeDeletes: "delete records", ProposeUpdates: "post status updates",
	}[k]
}

// Kind says what the row does.
func (c Change) Kind() ProposalKind {
	switch {
	case c.Entity == EntityStatusUpdate:
		return ProposeUpdates
	case c.Deletes():
		return ProposeDeletes
	case c.Creates():
		return ProposeRecords
	}
	return ProposeFields
}

// ProposalRule says whether a kind of change is proposed. There is no rule by which one is carried out without being asked
// about.
type ProposalRule string

// The rules.
const (
	RuleAsk   ProposalRule = "ask"
	RuleNever ProposalRule = "never"
)

// ProposalRules lists them, the usual one first.
var ProposalRules = []ProposalRule{RuleAsk, RuleNever}

// CheckProposable refuses a kind of change that a person has switched off, with where that is. It fails with EInvalid.
func CheckProposable(never []ProposalKind, kind ProposalKind) error {
	if slices.Contains(never, kind) {
		return Invalidf("Proposing to %s is switched off in Portfolio AI, in Settings under “What the assistant may propose”.", kind.Words())
	}
	return nil
}
