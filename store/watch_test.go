package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"portfolio-ai/store/portfolio"
)

// watch lets a portfolio watch its file until stop is called, which waits for the end of it.
func watch(t *testing.T, db *DB) (stop func()) {
	t.Helper()
	ctx, end := context.WithCancel(t.Context())
	over := make(chan struct{})
	go func() {
		defer close(over)
		db.Watch(ctx)
	}()
	return func() {
		end()
		<-over
	}
}

// await gives what listeners are told next.
func await(t *testing.T, told <-chan Changed) Changed {
	t.Helper()
	select {
	case c := <-told:
		return c
	case <-time.After(30 * time.Second):
		t.Fatal("nothing is told")
		return Changed{}
	}
}

func TestWatch_tellsOfWritesOfOthersOnceAndOfNoneOfOurs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	ours, theirs := mustOpen(t, path), mustOpen(t, path)
	defer mustClose(t, ours)
	defer mustClose(t, theirs)
	told := make(chan Changed, 100)
	ours.OnChange(func(c Changed) { told <- c })
	stop := watch(t, ours)

	mustSave(t, ours, portfolio.Program{Name: "Ours"})
	if c := await(t, told); c.External {
		t.Errorf("a write of ours is told as %+v", c)
	}
	p := mustSave(t, theirs, portfolio.Program{Name: "Theirs"})
	if c := await(t, told); !c.External || c.ChangeSet != p.Revision || len(c.Entities) != 1 || c.Entities[0] != portfolio.EntityProgram {
		t.Errorf("a write of theirs is told as %+v", c)
	}
	if _, err := theirs.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if c := await(t, told); !c.External {
		t.Errorf("an undo of theirs is told as %+v", c)
	}
	stop()
	if len(told) > 0 {
		t.Errorf("told twice: %+v", <-told)
	}
}

func TestWatch_tellsOnceWhenOtherProposalsWaitWhoeverChangedThat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	ours, theirs := mustOpen(t, path), mustOpen(t, path)
	defer mustClose(t, ours)
	defer mustClose(t, theirs)
	p := mustSave(t, ours, portfolio.Program{Name: "Aurora"})
	told := make(chan Changed, 100)
	ours.OnChange(func(c Changed) { told <- c })
	stop := watch(t, ours)
	expect := func(what string, external bool) {
		t.Helper()
		if c := await(t, told); !c.Proposals || c.External != external || len(c.Entities) != 0 {
			t.Errorf("%s is told as %+v", what, c)
		}
	}
	one := row(portfolio.EntityProgram, p.ID, "owner", `""`, `"Ada"`)

	id := propose(t, theirs, one)
	expect("a proposal of theirs", true)
	if err := theirs.Discard(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	expect("that they discard it", true)
	turn := portfolio.Message{ID: "m", ConversationID: "c", TurnID: "t", Role: portfolio.RoleAssistant, Engine: "Another", State: portfolio.TurnDone}
	turn.Proposal = &portfolio.Proposal{ID: "p", ConversationID: "c", TurnID: "t", Title: "Change it", State: portfolio.ProposalWaiting, Changes: []portfolio.Change{one}}
	if err := ours.KeepTurn(t.Context(), portfolio.Conversation{ID: "c", Messages: []portfolio.Message{turn}}); err != nil {
		t.Fatal(err)
	}
	expect("a proposal of ours", false)
	if waiting, err := theirs.Proposals(t.Context()); err != nil || len(waiting) != 1 || waiting[0].From != "Another" {
		t.Errorf("waiting: %+v, %v", waiting, err)
	}
	if _, err := ours.Apply(t.Context(), "p", nil); err != nil {
		t.Fatal(err)
	}
	if c := await(t, told); c.Proposals || len(c.Entities) != 1 {
		t.Errorf("what applying it writes is told as %+v", c)
	}
	expect("that it waits no more", false)
	stop()
	if len(told) > 0 {
		t.Errorf("told twice: %+v", <-told)
	}
}

// The system tells of a commit when its bytes are written, but it can be read only once the disk has them.
func TestWatch_tellsOfACommitThatIsThereLongAfterTheFilesWereTouched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	ours, theirs := mustOpen(t, path), mustOpen(t, path)
	defer mustClose(t, ours)
	defer mustClose(t, theirs)
	told := make(chan Changed, 100)
	ours.OnChange(func(c Changed) { told <- c })
	conn, err := ours.reader.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var version int64
	if err := ours.lookForOthers(t.Context(), conn, &version); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	touches, over := make(chan fsnotify.Event), make(chan error)
	go func() { over <- errors.Join(ours.follow(ctx, conn, &version, touches, nil), conn.Close()) }()

	touches <- fsnotify.Event{Name: path + "-wal", Op: fsnotify.Write}
	<-time.After(2 * looks[0])
	p := mustSave(t, theirs, portfolio.Program{Name: "Theirs"})
	if c := await(t, told); !c.External || c.ChangeSet != p.Revision {
		t.Errorf("a write of theirs is told as %+v", c)
	}
	stop()
	if err := <-over; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestSave_neverWritesOverWhatAnotherProcessWrote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	ours, theirs := mustOpen(t, path), mustOpen(t, path)
	defer mustClose(t, ours)
	defer mustClose(t, theirs)
	mine := mustSave(t, ours, portfolio.Program{Name: "Aurora"})
	their := mine
	their.Owner = "Theirs"
	mustSave(t, theirs, their)
	mine.Owner = "Mine"
	if _, err := ours.SaveProgram(t.Context(), person, mine); portfolio.ErrorCode(err) != portfolio.EConflict {
		t.Errorf("got %v, want a conflict", err)
	}
	if d, err := ours.Program(t.Context(), mine.ID); err != nil || d.Program.Owner != "Theirs" {
		t.Errorf("the owner is %q (%v)", d.Program.Owner, err)
	}
}
