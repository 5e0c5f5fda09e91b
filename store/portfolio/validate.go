package portfolio

import (
	"cmp"
	"slices"
	"strings"
)

// Validate checks the rules that hold within a program: it has a name, progress is 0 to 100, no text is too long. Words and dates are
// checked where they are read. It fails with EInvalid.
func (p Program) Validate() error {
	if strings.TrimSpace(p.Name) == "" {
		return Invalidf("A program needs a name.")
	}
	return cmp.Or(checkProgress(p.Progress), p.CheckTexts())
}

// Validate checks that the risk has a title and belongs to a program. It fails with EInvalid.
func (r Risk) Validate() error {
	if strings.TrimSpace(r.Title) == "" {
		return Invalidf("A risk needs a title.")
	}
	if !slices.Contains(RiskStatuses, r.Status) {
		return Invalidf("%q is not a risk status; use %s.", string(r.Status), wordList(RiskStatuses))
	}
	return cmp.Or(checkParent(r.ProgramID, EntityRisk), r.CheckTexts())
}

// Validate checks that the milestone has a name, belongs to a program, and is Done if and only if it has a completion
// date. It fails with EInvalid.
func (m Milestone) Validate() error {
	if strings.TrimSpace(m.Name) == "" {
		return Invalidf("A milestone needs a name.")
	}
	if !slices.Contains(MilestoneStatuses, m.Status) {
		return Invalidf("%q is not a milestone status; use %s.", string(m.Status), wordList(MilestoneStatuses))
	}
	if (m.Status == MilestoneDone) != (m.CompletedDate != "") {
		return Invalidf("A milestone is Done exactly when it has a completion date.")
	}
	return cmp.Or(checkParent(m.ProgramID, EntityMilestone), m.CheckTexts())
}

// Validate checks that the objective has a name. It fails with EInvalid.
func (o Objective) Validate() error {
	if strings.TrimSpace(o.Name) == "" {
		return Invalidf("An objective needs a name.")
	}
	return o.CheckTexts()
}

// Validate checks that the update has a day, belongs to a program and says something. It fails with EInvalid.
func (u StatusUpdate) Validate() error {
	if _, err := ParseDate(string(u.Date)); err != nil {
		return Invalidf("A status update needs a date.")
	}
	if strings.TrimSpace(u.Text) == "" && u.Status == "" && u.Progress == nil && u.LaunchDate == "" {
		return Invalidf("A status update needs a text, or a status, progress or launch date that it declares.")
	}
	if err := checkProgress(u.Progress); err != nil {
		return err
	}
	return cmp.Or(checkParent(u.ProgramID, EntityStatusUpdate), u.CheckTexts())
}

// Validate checks that the dependency joins two different programs. It fails with EInvalid.
func (d Dependency) Validate() error {
	if d.From == "" || d.To == "" || d.From == d.To {
		return Invalidf("A dependency joins two different programs.")
	}
	return d.CheckTexts()
}

// Reconciled brings the status and the completion date of an edited milestone together, where before is the stored one
// (zero for a new one) and today the day of the edit. What the person changed decides: a completion date makes it Done,
// Done without a date is completed today, any other status takes the date away. The baseline is the first due date
// that was known, and stays.
func (m Milestone) Reconciled(before Milestone, today Date) Milestone {
	switch {
	case m.Status == "" && m.CompletedDate == "":
		m.Status = MilestonePlanned
	case m.CompletedDate != "" && (m.Status == "" || m.CompletedDate != before.CompletedDate):
		m.Status = MilestoneDone
	case m.Status == MilestoneDone && m.CompletedDate == "" && before.CompletedDate != "":
		m.Status = MilestonePlanned // the date was taken away
	case m.Status == MilestoneDone && m.CompletedDate == "":
		m.CompletedDate = today
	case m.Status != MilestoneDone:
		m.CompletedDate = ""
	}
	m.BaselineDate = firstReported(before.BaselineDate, m.BaselineDate, before.DueDate, m.DueDate)
	return m
}

// firstReported gives the first of the dates that is reported.
func firstReported(dates ...Date) Date {
	for _, d := range dates {
		if d != "" {
			return d
		}
	}
	return ""
}

// checkProgress accepts percent from 0 to 100 and not reported.
func checkProgress(progress *int) error {
	if progress != nil && (*progress < 0 || *progress > 100) {
		return Invalidf("Progress is a whole number from 0 to 100, not %d.", *progress)
	}
	return nil
}

// checkParent refuses a record without a program.
func checkParent(programID string, entity Entity) error {
	if programID == "" {
		return Invalidf("A %s belongs to a program.", entity.Words())
	}
	return nil
}
