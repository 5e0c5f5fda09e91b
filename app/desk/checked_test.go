package desk

import (
	"testing"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

func TestAsk_theAnswerIsKeptWithWhatItsClaimsAreBoundTo(t *testing.T) {
	d, err := Open(t.Context(), Options{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	aurora := storetest.MustProgram(t, d.Store, portfolio.Program{Name: "Aurora", Status: portfolio.OffTrack, LaunchDate: "2027-03-15"})
	storetest.MustProgram(t, d.Store, portfolio.Program{Name: "Borealis", Status: portfolio.OnTrack})
	for _, today := range []portfolio.Date{"", "2027-01-01"} { // the day of the clock, and another one
		m, err := d.Ask(t.Context(), AskRequest{Question: "list the red programs", Today: today}, func(string) {})
		if err != nil {
			t.Fatal(err)
		}
		c, err := d.Store.Conversation(t.Context(), m.ConversationID)
		if err != nil {
			t.Fatal(err)
		}
		bound := map[string]portfolio.Binding{}
		for _, claim := range c.Messages[1].Claims {
			if claim.Bound == nil {
				t.Errorf("%q is not bound", m.Text[claim.From:claim.To])
				continue
			}
			bound[claim.Value] = *claim.Bound
		}
		if b := bound["2027-03-15"]; b.Field != portfolio.FieldLaunchDate || b.Record == nil || b.Record.ID != aurora.ID {
			t.Errorf("the date is bound to %+v", b)
		}
		if b := bound["1"]; b.Function != portfolio.FunctionCount || b.Query == nil || b.Query.Of != portfolio.EntityProgram {
			t.Errorf("the count is bound to %+v", b)
		}
	}
}
