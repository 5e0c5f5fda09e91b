package portfolio

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// Status is the health that people declare for a program. The zero value means not reported.
type Status string

// The declared statuses, in the order in which the window lists them.
const (
	StatusNotReported Status = ""
	OffTrack          Status = "Off Track"
	AtRisk            Status = "At Risk"
	OnTrack           Status = "On Track"
	StatusCompleted   Status = "Completed"
)

// Stage is the place of a program in the pipeline. The zero value means not reported.
type Stage string

// The pipeline stages, in the order in which a program passes through them.
const (
	StageNotReported Stage = ""
	Discovery        Stage = "Discovery"
	Planning         Stage = "Planning"
	InProgress       Stage = "In Progress"
	Launching        Stage = "Launching"
	StageCompleted   Stage = "Completed"
)

// Level grades the severity and the likelihood of a risk. The zero value means not reported.
type Level string

// The levels, highest first.
const (
	LevelNotReported Level = ""
	High             Level = "High"
	Medium           Level = "Medium"
	Low              Level = "Low"
)

// RiskStatus says whether a risk still needs attention: Open and Mitigating do (an open risk), Accepted and Closed do not.
type RiskStatus string

// The risk statuses.
const (
	RiskOpen       RiskStatus = "Open"
	RiskMitigating RiskStatus = "Mitigating"
	RiskAccepted   RiskStatus = "Accepted"
	RiskClosed     RiskStatus = "Closed"
)

// MilestoneStatus is Done if and only if the milestone has a completion date. Missed is a person's decision, never computed.
type MilestoneStatus string

// The milestone statuses.
const (
	MilestonePlanned MilestoneStatus = "Planned"
	MilestoneDone    MilestoneStatus = "Done"
	MilestoneMissed  MilestoneStatus = "Missed"
)

// AssessedStatuses lists the statuses that an assessment may come to, in display order.
var AssessedStatuses = []Status{OffTrack, AtRisk, OnTrack}

// Statuses, Stages, Levels, RiskStatuses and MilestoneStatuses list the reported values of each word in display order.
var (
	Statuses          = []Status{OffTrack, AtRisk, OnTrack, StatusCompleted}
	Stages            = []Stage{Discovery, Planning, InProgress, Launching, StageCompleted}
	Levels            = []Level{High, Medium, Low}
	RiskStatuses      = []RiskStatus{RiskOpen, RiskMitigating, RiskAccepted, RiskClosed}
	MilestoneStatuses = []MilestoneStatus{MilestonePlanned, MilestoneDone, MilestoneMissed}
)

// word is any of the string types above.
type word interface{ ~string }

// marshalWord writes a word, or null where it is not reported.
func marshalWord[W word](w W) ([]byte, error) {
	if w == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(w))
}

// unmarshalWord reads a word and refuses one that is not in the vocabulary. Null and "" are not reported.
func unmarshalWord[W word](data []byte, w *W, what string, known []W) error {
	if bytes.Equal(data, []byte("null")) {
		*w = ""
		return nil
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return Invalidf("%s must be a text", what)
	}
	if text != "" && !slices.Contains(known, W(text)) {
		return Invalidf("%q is not a %s; use %s", text, what, wordList(known))
	}
	*w = W(text)
	return nil
}

// wordList names words for a sentence: "Low, Medium or High".
func wordList[W word](words []W) string {
	var out string
	for i, w := range words {
		switch {
		case i == 0:
			out = string(w)
		case i == len(words)-1:
			out += fmt.Sprintf(" or %s", string(w))
		default:
			out += fmt.Sprintf(", %s", string(w))
		}
	}
	return out
}

// MarshalJSON writes null where the status is not reported.
func (s Status) MarshalJSON() ([]byte, error) { return marshalWord(s) }

// UnmarshalJSON refuses a word outside the vocabulary with EInvalid.
func (s *Status) UnmarshalJSON(b []byte) error { return unmarshalWord(b, s, "status", Statuses) }

// MarshalJSON writes null where the stage is not reported.
func (s Stage) MarshalJSON() ([]byte, error) { return marshalWord(s) }

// UnmarshalJSON refuses a word outside the vocabulary with EInvalid.
func (s *Stage) UnmarshalJSON(b []byte) error { return unmarshalWord(b, s, "pipeline stage", Stages) }

// MarshalJSON writes null where the level is not reported.
func (l Level) MarshalJSON() ([]byte, error) { return marshalWord(l) }

// UnmarshalJSON refuses a word outside the vocabulary with EInvalid.
func (l *Level) UnmarshalJSON(b []byte) error { return unmarshalWord(b, l, "level", Levels) }

// UnmarshalJSON refuses a word outside the vocabulary with EInvalid.
func (s *RiskStatus) UnmarshalJSON(b []byte) error {
	return unmarshalWord(b, s, "risk status", RiskStatuses)
}

// UnmarshalJSON refuses a word outside the vocabulary with EInvalid.
func (s *MilestoneStatus) UnmarshalJSON(b []byte) error {
	return unmarshalWord(b, s, "milestone status", MilestoneStatuses)
}

// Open reports whether the risk counts as open: Open or Mitigating.
func (s RiskStatus) Open() bool { return s == RiskOpen || s == RiskMitigating }
