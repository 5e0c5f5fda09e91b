package desk

import (
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

func TestFiscalYearStart_isAprilUntilAnotherMonthIsChosen(t *testing.T) {
	dir := t.TempDir()
	d, err := Open(t.Context(), Options{DataDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	starts := func(want time.Month) {
		t.Helper()
		if got, err := d.FiscalYearStart(t.Context()); err != nil || got != want {
			t.Errorf("the fiscal year starts in %s (%v), want %s", got, err, want)
		}
	}
	starts(time.April)
	for _, month := range []time.Month{0, 13, -1} {
		if err := d.SetFiscalYearStart(t.Context(), month); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("month %d: %v", int(month), err)
		}
	}
	starts(time.April)
	if err := d.SetFiscalYearStart(t.Context(), time.October); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = openDesk(t, dir, nil)
	starts(time.October)
	if err := d.Store.SetSetting(t.Context(), fiscalYearSetting, "autumn"); err != nil {
		t.Fatal(err)
	}
	starts(time.April)
}

func TestProposalRules_areAskUntilSwitchedOffAndKept(t *testing.T) {
	dir := t.TempDir()
	d, err := Open(t.Context(), Options{DataDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	never := func(want ...portfolio.ProposalKind) {
		t.Helper()
		if got, err := d.NeverProposed(t.Context()); err != nil || !slices.Equal(got, want) {
			t.Errorf("never proposed are %v (%v), want %v", got, err, want)
		}
	}
	set := func(kind portfolio.ProposalKind, rule portfolio.ProposalRule) {
		t.Helper()
		if err := d.SetProposalRule(t.Context(), kind, rule); err != nil {
			t.Fatal(err)
		}
	}
	never()
	set(portfolio.ProposeUpdates, portfolio.RuleNever)
	set(portfolio.ProposeDeletes, portfolio.RuleNever)
	never(portfolio.ProposeDeletes, portfolio.ProposeUpdates)
	for kind, rule := range map[portfolio.ProposalKind]portfolio.ProposalRule{"everything": portfolio.RuleNever, portfolio.ProposeFields: "always", portfolio.ProposeRecords: ""} {
		if err := d.SetProposalRule(t.Context(), kind, rule); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%s %s: %v", kind, rule, err)
		}
	}
	set(portfolio.ProposeUpdates, portfolio.RuleAsk)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = openDesk(t, dir, nil)
	never(portfolio.ProposeDeletes)
}

func TestAsk_proposesNothingThatIsSwitchedOff(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	storetest.MustProgram(t, d.Store, portfolio.Program{Name: "Aurora", Status: portfolio.OnTrack})
	if err := d.SetProposalRule(t.Context(), portfolio.ProposeFields, portfolio.RuleNever); err != nil {
		t.Fatal(err)
	}
	answer, err := d.Ask(t.Context(), AskRequest{Question: "Set the status of Aurora to Off Track"}, func(string) {})
	if err != nil || answer.Proposal != nil || !strings.Contains(answer.Text, "is switched off") {
		t.Errorf("answered %q with %+v, %v", answer.Text, answer.Proposal, err)
	}
}
