package sample

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// The year of the sample: the portfolio is set up, and then a status round is held every monthDays, with a review half
// way before it.
const (
	firstDay  day = -365
	approval  day = -198 // three programs are approved
	lastRound day = -4
	rounds        = 12
	monthDays day = 30
	reviewGap day = 15
)

// occasion is a day on which people write into the portfolio what happened since the occasion before.
type occasion struct {
	on  day
	why string
}

// calendar lists the occasions of the year, first to last.
func calendar(today portfolio.Date) []occasion {
	out := []occasion{{firstDay, "Set up the portfolio"}, {approval, "Steering committee: three programs approved"}}
	for ago := range rounds {
		on := lastRound - day(ago)*monthDays
		month := monthOf(ago, today)
		out = append(out, occasion{on - reviewGap, "Milestone and risk review, " + month}, occasion{on, "Monthly status round, " + month})
	}
	slices.SortFunc(out, func(a, b occasion) int { return cmp.Compare(a.on, b.on) })
	return out
}

// monthOf names the month that the round so many rounds before the last one speaks of: "March 2026". Rounds are held
// about the end of a month; ten days earlier it is that month still.
func monthOf(ago int, today portfolio.Date) string {
	last, _ := (lastRound - 10).on(today).Time() // a day of the clock is a date
	return time.Date(last.Year(), last.Month()-time.Month(ago), 1, 0, 0, 0, 0, time.UTC).Format("January 2006")
}

// step is one thing that happens on a day to the record of an id.
type step struct {
	on    day
	of    string
	write func(*store.Batch) error
}

// plot turns the story into steps in the order in which they happen. Objectives that the portfolio has under the same
// name are left as they are.
func plot(ctx context.Context, db *store.DB, story script, today portfolio.Date) ([]step, error) {
	existing, err := db.Objectives(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the objectives: %w", err)
	}
	var steps []step
	for _, o := range story.Objectives {
		named := func(row portfolio.ObjectiveRow) bool { return portfolio.Fold(row.Name) == portfolio.Fold(o.Name) }
		if slices.ContainsFunc(existing, named) {
			continue
		}
		record := portfolio.Objective{ID: objectiveID(o.ID), Name: o.Name, Description: o.Description}
		steps = append(steps, step{firstDay, record.ID, func(b *store.Batch) error { return b.Objective(record) }})
	}
	created := map[string]day{}
	for _, p := range story.programs {
		t := telling{program: p, today: today, created: p.createdOn()}
		created[p.ID] = t.created
		t.tell()
		steps = append(steps, t.steps...)
	}
	for _, d := range story.Dependencies {
		record := portfolio.Dependency{ID: dependencyID(d), From: programID(d.From), To: programID(d.To), Note: d.Note}
		steps = append(steps, step{max(created[d.From], created[d.To]), record.ID, func(b *store.Batch) error { return b.Dependency(record) }})
	}
	slices.SortStableFunc(steps, func(a, b step) int { return cmp.Compare(a.on, b.on) })
	return steps, nil
}

// telling turns one program into steps. Its record follows the steps as they are written, in their order.
type telling struct {
	program
	today   portfolio.Date
	created day
	record  portfolio.Program
	steps   []step
}

// add notes a step. What happened before the program was created is part of how it was set up.
func (t *telling) add(on day, id string, write func(*store.Batch) error) {
	t.steps = append(t.steps, step{max(on, t.created), id, write})
}

// tell lists everything that happens to the program.
func (t *telling) tell() {
	id := programID(t.ID)
	t.record = portfolio.Program{
		ID: id, Name: t.Name, Description: t.Description, Owner: t.Owner, Team: t.Team, ProductLine: t.productLine,
		StrategicObjectives: t.Objectives, StartDate: dateOf(t.Start, t.today), LaunchDate: dateOf(t.Launch, t.today),
		Status: t.Status, PipelineStage: t.Stage, Progress: t.Progress,
	}
	t.add(t.created, id, func(b *store.Batch) error { return b.Program(t.record) })
	for i, m := range t.Milestones {
		t.milestone(milestoneID(t.ID, i), m)
	}
	for i, r := range t.Risks {
		t.risk(riskID(t.ID, i), r)
	}
	for i, u := range t.Updates {
		t.update(updateID(t.ID, i), u)
	}
	for _, s := range t.Stages {
		t.add(s.On, id, func(b *store.Batch) error {
			t.record.PipelineStage = s.To
			return b.Program(t.record)
		})
	}
}

// milestone tells of a milestone: planned, moved, done.
func (t *telling) milestone(id string, m milestone) {
	record := portfolio.Milestone{ID: id, ProgramID: programID(t.ID), Name: m.Name, DueDate: m.Due.on(t.today), BaselineDate: m.Due.on(t.today)}
	change := func(on day, to func()) {
		t.add(on, id, func(b *store.Batch) error {
			to()
			return b.Milestone(record)
		})
	}
	change(t.created, func() {})
	for _, move := range m.Moves {
		change(move.On, func() { record.DueDate = move.To.on(t.today) })
	}
	if m.Done != nil {
		change(*m.Done, func() { record.CompletedDate, record.Status = m.Done.on(t.today), portfolio.MilestoneDone })
	}
}

// risk tells of a risk: opened, and what became of it.
func (t *telling) risk(id string, r risk) {
	record := portfolio.Risk{
		ID: id, ProgramID: programID(t.ID), Title: r.Title, Severity: r.Severity, Likelihood: r.Likelihood, Description: r.Description,
		Mitigation: r.Mitigation, Owner: cmp.Or(r.Owner, t.Owner), Status: portfolio.RiskOpen, ReviewDate: dateOf(r.Review, t.today),
	}
	t.add(r.Opened, id, func(b *store.Batch) error { return b.Risk(record) })
	for _, c := range r.Changes {
		t.add(c.On, id, func(b *store.Batch) error {
			record.Status = c.Status
			return b.Risk(record)
		})
	}
}

// update tells of a status update; the program takes over what it declares.
func (t *telling) update(id string, u update) {
	record := portfolio.StatusUpdate{
		ID: id, ProgramID: programID(t.ID), Date: u.On.on(t.today), Author: cmp.Or(u.Author, t.Owner), Text: u.Text,
		Status: u.Status, Progress: u.Progress, LaunchDate: dateOf(u.Launch, t.today),
	}
	t.add(u.On, id, func(b *store.Batch) error {
		t.record.LastUpdate = record.Date
		t.record.Status = cmp.Or(record.Status, t.record.Status)
		t.record.LaunchDate = cmp.Or(record.LaunchDate, t.record.LaunchDate)
		t.record.Progress = cmp.Or(record.Progress, t.record.Progress)
		return b.Update(record)
	})
}

// createdOn is the day on which the program came into the portfolio.
func (p program) createdOn() day {
	if p.Created != nil {
		return *p.Created
	}
	return firstDay
}
