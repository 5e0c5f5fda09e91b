package report

import (
	"cmp"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// view is the part of a timeline that is drawn, in months around the as-of day. The zero view is all of it.
type view struct{ back, ahead int }

// near is the view of the timelines of many programs.
var near = view{back: 3, ahead: 12}

// timeline draws the first programs, or all of them, with their milestones. It gives no block where none of them has a date.
func (f facts) timeline(title string, programs []*program, limit int, v view) []Block {
	t := &Timeline{Today: f.day, Rows: []TimelineRow{}}
	if limit != all && len(programs) > limit {
		t.Note = fmt.Sprintf("The first %d of %d.", limit, len(programs))
		programs = programs[:limit]
	}
	for _, p := range programs {
		row := TimelineRow{Label: p.Name, Ref: p.ref(), Start: p.StartDate, End: p.LaunchDate, Progress: p.Progress, Tone: toneOf(p.Status), Milestones: []Marker{}}
		for _, m := range p.milestones {
			if at := cmp.Or(m.CompletedDate, m.DueDate); at != "" {
				row.Milestones = append(row.Milestones, Marker{at, m.Name, m.state(f.day)})
			}
		}
		t.Rows = append(t.Rows, row)
		t.reach(row)
	}
	if t.From == "" {
		return nil
	}
	t.include(f.day)
	if v != (view{}) {
		t.From, t.To = max(t.From, f.day.AddMonths(-v.back)), min(t.To, f.day.AddMonths(v.ahead))
	}
	t.From, t.To = firstOfMonth(t.From), firstOfMonth(t.To).AddMonths(1).AddDays(-1)
	return []Block{{Title: title, Timeline: t}}
}

// reach widens the range so that a row is within it.
func (t *Timeline) reach(row TimelineRow) {
	t.include(row.Start)
	t.include(row.End)
	for _, m := range row.Milestones {
		t.include(m.Date)
	}
}

// include widens the range so that a day is within it.
func (t *Timeline) include(day portfolio.Date) {
	if day == "" {
		return
	}
	if t.From == "" || day < t.From {
		t.From = day
	}
	t.To = max(t.To, day)
}

// firstOfMonth gives the first day of the month of a day.
func firstOfMonth(d portfolio.Date) portfolio.Date { return d[:len("2006-01-")] + "01" }

// state says what became of a milestone, on a day.
func (m milestone) state(today portfolio.Date) MarkerState {
	switch {
	case m.Status == portfolio.MilestoneDone:
		return MarkerDone
	case m.Status == portfolio.MilestoneMissed:
		return MarkerMissed
	case m.Overdue(m.of.Program, today):
		return MarkerLate
	}
	return MarkerPlanned
}
