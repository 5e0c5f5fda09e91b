package desk

import (
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
	"portfolio-ai/store/storetest"
)

// sampleDesk opens a desk with the sample, on a fixed day.
func sampleDesk(t *testing.T) *Desk {
	t.Helper()
	d, err := Open(t.Context(), Options{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	d.Store.Now = func() time.Time { return storetest.Now }
	if err := d.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDraftNarrative_isBoundToWhatTheReportShowsEvenWhenTheDataHasChanged(t *testing.T) {
	d := sampleDesk(t)
	view, err := d.Store.SaveView(t.Context(), portfolio.SavedView{Name: "Red", Page: portfolio.ViewOfPrograms, Query: portfolio.Query{
		Of: portfolio.EntityProgram, Where: []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{string(portfolio.OffTrack)}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	requests := map[string]report.Request{"a view": {Kind: report.Steering, Scope: report.Scope{View: view.ID}, Since: "2026-01-05"}}
	for _, kind := range report.Kinds {
		r := report.Request{Kind: kind, Since: "2026-01-05"}
		if kind == report.Program {
			r.Scope.Program = "sample-remote-diagnostics"
		}
		requests[string(kind)] = r
	}
	kept, drafts := map[string]string{}, map[string]string{}
	for what, r := range requests {
		k, err := d.Store.CreateReport(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		draft, err := d.DraftNarrative(t.Context(), k.ID, "")
		if err != nil {
			t.Fatal(err)
		}
		kept[what], drafts[what] = k.ID, draft.Text
		wantBound(t, what, draft)
	}
	if !strings.HasPrefix(drafts["executive"], "The portfolio holds **40 programs**: 5 Off Track,") {
		t.Errorf("the executive summary begins with %q", drafts["executive"])
	}
	if !strings.Contains(drafts["a view"], "**5 programs**") {
		t.Errorf("the view is told as %q", drafts["a view"])
	}
	storetest.MustProgram(t, d.Store, portfolio.Program{Name: "Newcomer", Status: portfolio.OffTrack})
	view.Query.Where[0].Values = []string{string(portfolio.OnTrack)}
	if _, err := d.Store.SaveView(t.Context(), view); err != nil {
		t.Fatal(err)
	}
	for what, id := range kept {
		again, err := d.DraftNarrative(t.Context(), id, "")
		if err != nil {
			t.Fatal(err)
		}
		if again.Text != drafts[what] {
			t.Errorf("%s is told as\n%s\nafter a write, it was\n%s", what, again.Text, drafts[what])
		}
	}
	if err := d.Store.DeleteView(t.Context(), view.ID); err != nil {
		t.Fatal(err)
	}
	if again, err := d.DraftNarrative(t.Context(), kept["a view"], ""); err != nil || again.Text != drafts["a view"] {
		t.Errorf("without its view the report is told as\n%s\n(%v)", again.Text, err)
	}
}

// wantBound fails where a draft has a claim that is not bound or not where it says, a link, or a heading of its own.
func wantBound(t *testing.T, what string, draft NarrativeDraft) {
	t.Helper()
	if draft.Text == "" || len(draft.Claims) == 0 || strings.Contains(draft.Text, "](#/") || strings.HasPrefix(draft.Text, "#") {
		t.Errorf("%s is told as %q with %d claims", what, draft.Text, len(draft.Claims))
	}
	for _, c := range draft.Claims {
		if c.Bound == nil {
			t.Errorf("%s: %q at %d is not bound in\n%s", what, draft.Text[c.From:c.To], c.From, draft.Text)
		}
		if c.Kind == portfolio.ClaimNumber && strings.Trim(draft.Text[c.From:c.To], "0123456789.,") == draft.Text[c.From:c.To] {
			t.Errorf("%s: the number %s is at %q", what, c.Value, draft.Text[c.From:c.To])
		}
	}
}

func TestDraftNarrative_saysWhatIsGone(t *testing.T) {
	d := sampleDesk(t)
	if _, err := d.DraftNarrative(t.Context(), "nothing", ""); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("a report that is gone gives %v", err)
	}
	kept, err := d.Store.CreateReport(t.Context(), report.Request{Kind: report.Executive})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.DraftNarrative(t.Context(), kept.ID, "no such engine"); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("an engine that is not set up gives %v", err)
	}
}
