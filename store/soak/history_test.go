package soak

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// batch writes records under ids of its own, so that the same ids come, change, go and come again.
func (s *soaker) batch() error {
	program := fmt.Sprint("batch-", s.random.IntN(5))
	steps := []func(*store.Batch) error{
		func(b *store.Batch) error {
			p := portfolio.Program{ID: program, Name: one(s, names), StrategicObjectives: []string{one(s, names)}}
			s.fill(&p)
			p.ExternalID = ""
			return b.Program(p)
		},
		func(b *store.Batch) error {
			return b.Risk(portfolio.Risk{ID: program + "-r", ProgramID: program, Title: one(s, names), Severity: portfolio.High})
		},
		func(b *store.Batch) error {
			return b.Milestone(portfolio.Milestone{ID: program + "-m", ProgramID: program, Name: one(s, names), DueDate: s.day()})
		},
		func(b *store.Batch) error { return b.Update(s.update(program)) },
		func(b *store.Batch) error {
			return b.Objective(portfolio.Objective{ID: "batch-o", Name: one(s, names)})
		},
		func(b *store.Batch) error {
			return errors.Join(b.Delete(portfolio.EntityProgram, program), b.Program(portfolio.Program{ID: program, Name: one(s, names)}))
		},
	}
	_, err := s.db.Batch(s.ctx, s.write(), func(b *store.Batch) error {
		err := steps[0](b)
		for range s.random.IntN(2 * len(steps)) {
			err = errors.Join(err, one(s, steps)(b))
		}
		return err
	})
	return err
}

// file makes up a file with programs that are partly there.
func (s *soaker) file() portfolio.IncomingFile {
	file := portfolio.IncomingFile{Name: "soak.json", Objectives: []portfolio.Objective{{Name: one(s, names)}}}
	for row := range 1 + s.random.IntN(5) {
		p := portfolio.Program{ID: fmt.Sprint("file-", s.random.IntN(10)), Name: one(s, names), CreatedAt: 5, UpdatedAt: 6, Revision: int64(s.random.IntN(50))}
		if len(s.now.Programs) > 0 && s.chance(2) {
			p.ID = one(s, s.now.Programs).ID
		}
		s.fill(&p)
		p.ArchivedAt = nil
		p.Risks = []portfolio.Risk{{ID: fmt.Sprint("file-r", s.random.IntN(20)), Title: one(s, names), Severity: portfolio.Medium}}
		p.Milestones = []portfolio.Milestone{{ID: fmt.Sprint("file-m", s.random.IntN(20)), Name: one(s, names), DueDate: s.day(), CompletedDate: s.day()}}
		fields := []string{"id", "name", "status", "owner", "progress", "strategic_objectives", "external_id", "risks", "milestones"}
		file.Programs = append(file.Programs, portfolio.Incoming{Row: row + 1, Program: p, Fields: fields[:2+s.random.IntN(len(fields)-1)], Updates: []portfolio.StatusUpdate{s.update("")}})
	}
	file.Dependencies = []portfolio.Dependency{{From: one(s, file.Programs).Program.ID, To: one(s, file.Programs).Program.ID, Note: one(s, names)}}
	return file
}

func (s *soaker) importFile() error {
	before, err := s.db.Version(s.ctx)
	s.must(err)
	o := store.ImportOptions{DryRun: s.chance(4), AsOf: s.write().AsOf}
	_, err = s.db.Import(s.ctx, []portfolio.IncomingFile{s.file()}, o)
	if after, versionErr := s.db.Version(s.ctx); versionErr != nil || o.DryRun && after != before {
		s.Fatalf("step %d: a dry run wrote change set %d (%v)", s.step, after, versionErr)
	}
	return err
}

func (s *soaker) stopImport() error {
	before := s.state()
	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	result, err := s.db.Import(ctx, []portfolio.IncomingFile{s.file()}, store.ImportOptions{Progress: func(string, int, int) { stop() }})
	if portfolio.ErrorCode(err) != portfolio.ECancelled || result.Backup != "" {
		s.Fatalf("step %d: a stopped import gives %+v, %v", s.step, result, err)
	}
	if s.state() != before {
		s.Fatalf("step %d: a stopped import wrote something", s.step)
	}
	return nil
}

func (s *soaker) undo() error {
	for range s.random.IntN(4) {
		if _, err := s.db.Undo(s.ctx); err != nil {
			return err
		}
	}
	return nil
}

func (s *soaker) redo() error {
	for range s.random.IntN(4) {
		if _, err := s.db.Redo(s.ctx); err != nil {
			return err
		}
	}
	return nil
}

// undoAndRedo goes some steps back and as many forth, which must end where it began.
func (s *soaker) undoAndRedo() error {
	before, back := s.state(), 0
	for range 1 + s.random.IntN(5) {
		if _, err := s.db.Undo(s.ctx); portfolio.ErrorCode(err) == portfolio.ENotFound {
			break
		} else if err != nil {
			return err
		}
		back++
	}
	for range back {
		_, err := s.db.Redo(s.ctx)
		s.must(err)
	}
	if after := s.state(); after != before {
		s.Fatalf("step %d: %d steps back and forth lead from\n%s\nto\n%s", s.step, back, before, after)
	}
	return nil
}

func (s *soaker) restore() error {
	trash, err := s.db.Trash(s.ctx)
	if err != nil || len(trash) == 0 {
		return errors.Join(err, errNothing)
	}
	d := trash[s.random.IntN(min(len(trash), 20))]
	return s.db.Restore(s.ctx, s.write(), d.ChangeSet, d.Entity, d.ID)
}

// proposal lets the assistant propose some rows, of which some may no longer fit, and decides on them.
func (s *soaker) proposal() error {
	if len(s.now.Programs) == 0 {
		return errNothing
	}
	id := fmt.Sprintf("proposal-%d-%x", s.step, s.random.Uint64())
	m := portfolio.Message{ID: id + "-m", ConversationID: id + "-c", TurnID: id, Role: portfolio.RoleAssistant, State: portfolio.TurnDone}
	if err := s.db.BeginTurn(s.ctx, portfolio.Conversation{ID: m.ConversationID, Title: "soak", Messages: []portfolio.Message{m}}); err != nil {
		return err
	}
	m.Proposal = &portfolio.Proposal{ID: id, ConversationID: m.ConversationID, TurnID: id, Title: s.doing, State: portfolio.ProposalWaiting}
	for range 1 + s.random.IntN(4) {
		m.Proposal.Changes = append(m.Proposal.Changes, s.proposed())
	}
	if err := s.db.SaveMessage(s.ctx, m); err != nil {
		return err
	}
	if s.chance(5) {
		return s.db.Discard(s.ctx, id)
	}
	var only []int
	if s.chance(3) {
		only = []int{1 + s.random.IntN(len(m.Proposal.Changes))}
	}
	_, err := s.db.Apply(s.ctx, id, only)
	return err
}

// proposed makes up one row of a proposal.
func (s *soaker) proposed() portfolio.Change {
	p := one(s, s.now.Programs)
	value := func(v any) json.RawMessage {
		data, err := json.Marshal(v)
		s.must(err)
		return data
	}
	row := portfolio.Change{Entity: portfolio.EntityProgram, ID: p.ID, Label: p.Name, ProgramID: p.ID}
	switch s.random.IntN(6) {
	case 0:
		row.Field, row.Before, row.After = "status", value(p.Status), value(one(s, portfolio.Statuses))
	case 1:
		row.Field, row.Before, row.After = "owner", value(p.Owner), value(one(s, names))
	case 2:
		row.Field, row.Before, row.After = "progress", value(s.percent()), value(s.percent()) // mostly not what is stored
	case 3:
		row.Entity, row.Field, row.Before, row.After = portfolio.EntityStatusUpdate, "status_update", value(nil), value(one(s, names))
	case 4:
		row.Entity, row.ID, row.Field, row.Before = portfolio.EntityRisk, "", portfolio.WholeRecord, value(nil)
		row.After = value(portfolio.Risk{ProgramID: p.ID, Title: one(s, names), Severity: portfolio.Low, Status: portfolio.RiskOpen})
	case 5:
		row.Field, row.Before, row.After = portfolio.WholeRecord, value(p), value(nil)
	}
	return row
}

func (s *soaker) nextDay() error {
	s.clock = s.clock.Add(24 * time.Hour)
	return s.db.Reassess(s.ctx)
}

func (s *soaker) reopen() error {
	before := s.state()
	if err := s.db.Close(); err != nil {
		return err
	}
	s.open()
	if s.state() != before {
		s.Fatalf("step %d: the portfolio is another one after it was closed", s.step)
	}
	return nil
}
