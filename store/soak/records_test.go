package soak

import (
	"cmp"
	"fmt"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// fill makes up the fields of a program.
func (s *soaker) fill(p *portfolio.Program) {
	fields := []func(){
		func() { p.Name = one(s, names) },
		func() { p.Description = one(s, names) },
		func() { p.Status = one(s, append([]portfolio.Status{""}, portfolio.Statuses...)) },
		func() { p.PipelineStage = one(s, append([]portfolio.Stage{""}, portfolio.Stages...)) },
		func() { p.Owner, p.Team = one(s, names), one(s, names) },
		func() { p.StartDate, p.LaunchDate = s.day(), s.day() },
		func() { p.Progress = s.percent() },
		func() { p.ExternalID = fmt.Sprint("K", s.random.IntN(30)) },
		func() { p.StrategicObjectives = []string{one(s, names), one(s, names)} },
		func() { p.StrategicObjectives = nil },
		func() { p.ArchivedAt = nil },
		func() { p.ArchivedAt = new(portfolio.MillisOf(s.clock)) },
	}
	for range 1 + s.random.IntN(4) {
		one(s, fields)()
	}
}

func (s *soaker) createProgram() error {
	if len(s.now.Programs) >= manyPrograms {
		return s.deleteProgram()
	}
	p := portfolio.Program{Name: one(s, names)}
	s.fill(&p)
	_, err := s.db.SaveProgram(s.ctx, s.write(), p)
	return err
}

func (s *soaker) changeProgram() error {
	if len(s.now.Programs) == 0 {
		return errNothing
	}
	p := one(s, s.now.Programs)
	s.fill(&p)
	return s.guarded(p.Revision, func(w store.Write, revision int64) error {
		p.Revision = revision
		_, err := s.db.SaveProgram(s.ctx, w, p)
		return err
	})
}

func (s *soaker) deleteProgram() error {
	if len(s.now.Programs) == 0 {
		return errNothing
	}
	p := one(s, s.now.Programs)
	return s.guarded(p.Revision, func(w store.Write, revision int64) error { return s.db.DeleteProgram(s.ctx, w, p.ID, revision) })
}

// risks are those of all programs.
func (s *soaker) risks() (all []portfolio.Risk) {
	for _, p := range s.now.Programs {
		all = append(all, p.Risks...)
	}
	return all
}

// milestones are those of all programs.
func (s *soaker) milestones() (all []portfolio.Milestone) {
	for _, p := range s.now.Programs {
		all = append(all, p.Milestones...)
	}
	return all
}

func (s *soaker) saveRisk() error {
	if len(s.now.Programs) == 0 {
		return errNothing
	}
	r := portfolio.Risk{ProgramID: one(s, s.now.Programs).ID}
	if all := s.risks(); len(all) > 0 && s.chance(2) {
		r = one(s, all)
		if s.chance(4) {
			r.ProgramID = one(s, s.now.Programs).ID
		}
	}
	r.Title, r.Severity, r.Status = one(s, names), one(s, portfolio.Levels), one(s, portfolio.RiskStatuses)
	r.Mitigation, r.ReviewDate = one(s, append(names, "")), s.day()
	return s.guardedIf(r.ID, r.Revision, func(w store.Write, revision int64) error {
		r.Revision = revision
		_, err := s.db.SaveRisk(s.ctx, w, r)
		return err
	})
}

func (s *soaker) deleteRisk() error {
	all := s.risks()
	if len(all) == 0 {
		return errNothing
	}
	r := one(s, all)
	return s.guarded(r.Revision, func(w store.Write, revision int64) error { return s.db.DeleteRisk(s.ctx, w, r.ID, revision) })
}

func (s *soaker) saveMilestone() error {
	if len(s.now.Programs) == 0 {
		return errNothing
	}
	m := portfolio.Milestone{ProgramID: one(s, s.now.Programs).ID}
	if all := s.milestones(); len(all) > 0 && s.chance(2) {
		m = one(s, all)
	}
	m.Name, m.DueDate = one(s, names), s.day()
	switch s.random.IntN(3) {
	case 0:
		m.Status = one(s, portfolio.MilestoneStatuses)
	case 1:
		m.CompletedDate = s.day()
	}
	return s.guardedIf(m.ID, m.Revision, func(w store.Write, revision int64) error {
		m.Revision = revision
		_, err := s.db.SaveMilestone(s.ctx, w, m)
		return err
	})
}

func (s *soaker) deleteMilestone() error {
	all := s.milestones()
	if len(all) == 0 {
		return errNothing
	}
	m := one(s, all)
	return s.guarded(m.Revision, func(w store.Write, revision int64) error { return s.db.DeleteMilestone(s.ctx, w, m.ID, revision) })
}

func (s *soaker) saveObjective() error {
	var o portfolio.Objective
	if len(s.now.Objectives) > 0 && s.chance(2) {
		o = one(s, s.now.Objectives)
	}
	o.Name, o.Description = one(s, names), one(s, names)
	return s.guardedIf(o.ID, o.Revision, func(w store.Write, revision int64) error {
		o.Revision = revision
		_, err := s.db.SaveObjective(s.ctx, w, o)
		return err
	})
}

func (s *soaker) deleteObjective() error {
	if len(s.now.Objectives) == 0 {
		return errNothing
	}
	o := one(s, s.now.Objectives)
	return s.guarded(o.Revision, func(w store.Write, revision int64) error { return s.db.DeleteObjective(s.ctx, w, o.ID, revision) })
}

// update makes one up for a program.
func (s *soaker) update(programID string) portfolio.StatusUpdate {
	return portfolio.StatusUpdate{ProgramID: programID, Date: cmp.Or(s.day(), s.db.Today()), Author: one(s, names), Text: one(s, names),
		Status: one(s, append([]portfolio.Status{""}, portfolio.Statuses...)), Progress: s.percent(), LaunchDate: s.day()}
}

func (s *soaker) postUpdate() error {
	if len(s.now.Programs) == 0 {
		return errNothing
	}
	_, err := s.db.PostUpdate(s.ctx, s.write(), s.update(one(s, s.now.Programs).ID))
	return err
}

func (s *soaker) correctUpdate() error {
	if len(s.now.StatusUpdates) == 0 {
		return errNothing
	}
	u := one(s, s.now.StatusUpdates)
	u.Text, u.Date = one(s, names), cmp.Or(s.day(), u.Date)
	return s.guarded(u.Revision, func(w store.Write, revision int64) error {
		u.Revision = revision
		_, err := s.db.SaveUpdate(s.ctx, w, u)
		return err
	})
}

func (s *soaker) deleteUpdate() error {
	if len(s.now.StatusUpdates) == 0 {
		return errNothing
	}
	u := one(s, s.now.StatusUpdates)
	return s.guarded(u.Revision, func(w store.Write, revision int64) error { return s.db.DeleteUpdate(s.ctx, w, u.ID, revision) })
}

func (s *soaker) saveDependency() error {
	if len(s.now.Programs) == 0 {
		return errNothing
	}
	d := portfolio.Dependency{From: one(s, s.now.Programs).ID, To: one(s, s.now.Programs).ID}
	if len(s.now.Dependencies) > 0 && s.chance(3) {
		d = one(s, s.now.Dependencies)
	}
	d.Note = one(s, names)
	return s.guardedIf(d.ID, d.Revision, func(w store.Write, revision int64) error {
		d.Revision = revision
		_, err := s.db.SaveDependency(s.ctx, w, d)
		return err
	})
}

func (s *soaker) deleteDependency() error {
	if len(s.now.Dependencies) == 0 {
		return errNothing
	}
	d := one(s, s.now.Dependencies)
	return s.guarded(d.Revision, func(w store.Write, revision int64) error { return s.db.DeleteDependency(s.ctx, w, d.ID, revision) })
}
