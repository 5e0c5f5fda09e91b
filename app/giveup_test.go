package app

import (
	"context"
	"testing"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

func TestGiveUp_stopsTheReadOfItsTicketAndNoOther(t *testing.T) {
	s, _ := openSession(t)
	begun, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		_, err := read(s, "older", "1", func(ctx context.Context, _ *desk.Desk) (int, error) {
			close(begun)
			<-ctx.Done()
			return 1, nil
		})
		ended <- err
	}()
	<-begun
	_, err := read(s, "newer", "2", func(ctx context.Context, _ *desk.Desk) (int, error) {
		if err := (&Desk{s}).GiveUp("1"); err != nil {
			t.Error(err)
		}
		if err := <-ended; portfolio.ErrorCode(err) != portfolio.ECancelled {
			t.Errorf("the older read ended with %v", err)
		}
		return 2, ctx.Err()
	})
	if err != nil {
		t.Errorf("the newer read was stopped too: %v", err)
	}
}

func TestGiveUp_tooLateGivesWhatIsThere(t *testing.T) {
	s, _ := openSession(t)
	kept, err := work(s, "late", "1", func(context.Context, *desk.Desk) (int, error) { return 1, (&Desk{s}).GiveUp("1") })
	if kept != 1 || err != nil {
		t.Errorf("it gives %d and %v, as if nothing were kept", kept, err)
	}
}

func TestGiveUp_mayComeBeforeItsRead(t *testing.T) {
	s, _ := openSession(t)
	programs, all := &Programs{s}, portfolio.Query{Of: portfolio.EntityProgram}
	for _, c := range []struct {
		name string
		read func(ticket string) error
	}{
		{"Programs.Page", func(ticket string) error { _, err := programs.Page(all, ticket); return err }},
		{"Programs.Facets", func(ticket string) error { _, err := programs.Facets(all, ticket); return err }},
		{"Programs.Groups", func(ticket string) error {
			_, err := programs.Groups(all, portfolio.FieldStatus, ticket)
			return err
		}},
		{"Programs.Find", func(ticket string) error { _, err := programs.Find("rail", 5, ticket); return err }},
		{"Risks.Page", func(ticket string) error {
			_, err := (&Risks{s}).Page(portfolio.Query{Of: portfolio.EntityRisk}, ticket)
			return err
		}},
		{"Milestones.Page", func(ticket string) error {
			_, err := (&Milestones{s}).Page(portfolio.Query{Of: portfolio.EntityMilestone}, ticket)
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := (&Desk{s}).GiveUp(c.name); err != nil {
				t.Fatal(err)
			}
			if err := c.read(c.name); portfolio.ErrorCode(err) != portfolio.ECancelled {
				t.Errorf("what was given up ended with %v", err)
			}
			if err := c.read(""); err != nil {
				t.Errorf("what has no ticket ended with %v", err)
			}
		})
	}
}

func TestReads_forgetWhatEndedAndWhatIsLongGivenUp(t *testing.T) {
	var r reads
	_, done := r.begin(t.Context(), "ended")
	done()
	if len(r.stops) != 0 {
		t.Errorf("still holds %v", r.stops)
	}
	for range 3 * mostEarly {
		r.giveUp("never begun")
	}
	if len(r.early) != mostEarly {
		t.Errorf("remembers %d tickets, want %d", len(r.early), mostEarly)
	}
}
