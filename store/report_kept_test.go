package store_test

import (
	"strings"
	"testing"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
	"portfolio-ai/store/storetest"
)

// saveStatus declares a status of a program by hand.
func saveStatus(t *testing.T, db *store.DB, id string, s portfolio.Status) {
	t.Helper()
	d, err := db.Program(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	d.Program.Status = s
	if _, err := db.SaveProgram(t.Context(), storetest.Person, d.Program); err != nil {
		t.Fatal(err)
	}
}

func TestReport_neverChangesWithTheData(t *testing.T) {
	db := sampleDB(t)
	made := map[string]string{}
	for _, kind := range report.Kinds {
		kept := mustCreate(t, db, requestOf(kind))
		made[kept.ID] = bytesOf(t, kept.Report)
	}
	saveStatus(t, db, sheetOf, portfolio.StatusCompleted)
	for range 5 {
		if _, err := db.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	list, err := db.Reports(t.Context())
	if err != nil || len(list) != len(report.Kinds) {
		t.Fatalf("it lists %d reports (%v), want %d", len(list), err, len(report.Kinds))
	}
	for _, head := range list {
		if err := db.SetNarrative(t.Context(), head.ID, "Hold your breath."); err != nil {
			t.Fatal(err)
		}
		kept, err := db.Report(t.Context(), head.ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := bytesOf(t, kept.Report); got != made[head.ID] {
			t.Errorf("%s became\n%s", head.Kind, got)
		}
		if kept.Narrative != "Hold your breath." || kept.Head != head {
			t.Errorf("it is kept as %+v with %q, and listed as %+v", kept.Head, kept.Narrative, head)
		}
	}
}

func TestDeleteReport_forgetsOneAndSaysWhereThereIsNone(t *testing.T) {
	db := sampleDB(t)
	kept := mustCreate(t, db, report.Request{Kind: report.Risks})
	if err := db.DeleteReport(t.Context(), kept.ID); err != nil {
		t.Fatal(err)
	}
	for what, err := range map[string]error{
		"delete":  db.DeleteReport(t.Context(), kept.ID),
		"narrate": db.SetNarrative(t.Context(), kept.ID, "x"),
		"read":    func() error { _, err := db.Report(t.Context(), kept.ID); return err }(),
	} {
		if portfolio.ErrorCode(err) != portfolio.ENotFound {
			t.Errorf("to %s what is gone gives %v", what, err)
		}
	}
	if again := mustCreate(t, db, report.Request{Kind: report.Risks}); again.Since != "" {
		t.Errorf("the next one counts from the deleted one of %s", again.Since)
	}
}

func TestCreateReport_ofAViewTellsWhatCameIntoItAndLeftIt(t *testing.T) {
	db := storetest.Open(t)
	ids := map[string]string{}
	for name, s := range map[string]portfolio.Status{"Aurora": portfolio.OffTrack, "Boreas": portfolio.OffTrack, "Ceres": portfolio.OnTrack, "Dione": portfolio.OnTrack} {
		ids[name] = storetest.MustProgram(t, db, portfolio.Program{Name: name, Status: s}).ID
	}
	view, err := db.SaveView(t.Context(), portfolio.SavedView{Name: "Red", Page: portfolio.ViewOfPrograms, Query: portfolio.Query{
		Of: portfolio.EntityProgram, Where: []portfolio.Condition{is(portfolio.FieldStatus, string(portfolio.OffTrack))},
	}})
	if err != nil {
		t.Fatal(err)
	}
	r := report.Request{Kind: report.Executive, Scope: report.Scope{View: view.ID}}
	first := mustCreate(t, db, r)
	if got := figuresOf(first.Report)["Programs"].Value; got != "2" || first.ScopeName != "Red" {
		t.Errorf("%s has %s programs, want 2 of Red", first.ScopeName, got)
	}
	saveStatus(t, db, ids["Aurora"], portfolio.OnTrack)
	saveStatus(t, db, ids["Ceres"], portfolio.OffTrack)
	saveStatus(t, db, ids["Dione"], portfolio.AtRisk) // never in it
	want := "Since the last report of 2026-02-02\nCeres: came into this scope\nAurora: left this scope\nCeres: Off Track, was On Track\nAurora: On Track, was Off Track"
	if got := opening(mustCreate(t, db, r).Report); !sameLines(got, want) {
		t.Errorf("it opens with\n%s\nwant\n%s", got, want)
	}
	if err := db.DeleteView(t.Context(), view.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := db.CreateReport(t.Context(), r); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("a view that is gone gives %v", err)
	}
	if kept, err := db.Report(t.Context(), first.ID); err != nil || kept.ScopeName != "Red" {
		t.Errorf("the kept report is of %q (%v)", kept.ScopeName, err)
	}
}

// sameLines compares texts without regard to the order of their lines.
func sameLines(a, b string) bool {
	count := map[string]int{}
	for line := range strings.Lines(a + "\n") {
		count[line]++
	}
	for line := range strings.Lines(b + "\n") {
		count[line]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestMakeReport_asOfAPastDayIsWhatWasMadeOnThatDay(t *testing.T) {
	db := storetest.Open(t)
	clock := storetest.Now
	db.Now = func() time.Time { return clock }
	p := storetest.MustProgram(t, db, portfolio.Program{Name: "Aurora", Status: portfolio.OnTrack, LaunchDate: "2026-02-20"})
	made := map[report.Kind]string{}
	for _, kind := range report.Kinds {
		r := report.Request{Kind: kind, Since: "2026-02-02"}
		if kind == report.Program {
			r.Scope.Program = p.ID
		}
		made[kind] = bytesOf(t, mustMake(t, db, r))
	}
	clock = clock.AddDate(0, 0, 30)
	saveStatus(t, db, p.ID, portfolio.OffTrack)
	for _, kind := range report.Kinds {
		r := report.Request{Kind: kind, Since: "2026-02-02", AsOf: "2026-02-02"}
		if kind == report.Program {
			r.Scope.Program = p.ID
		}
		if got := bytesOf(t, mustMake(t, db, r)); got != made[kind] {
			t.Errorf("%s looks back on\n%s\nit was\n%s", kind, got, made[kind])
		}
	}
}

func TestMakeReport_refusesWhatCannotBeMade(t *testing.T) {
	db := sampleDB(t)
	for what, r := range map[string]report.Request{
		"there is no report":         {Kind: "horoscope"},
		"about one program":          {Kind: report.Program},
		"Only a program sheet":       {Kind: report.Risks, Scope: report.Scope{Program: sheetOf}},
		"There is no program":        {Kind: report.Program, Scope: report.Scope{Program: "nobody"}},
		"no saved view":              {Kind: report.Risks, Scope: report.Scope{View: "nowhere"}},
		"after the day of the":       {Kind: report.Risks, Since: "2027-01-01"},
		"is not past":                {Kind: report.Risks, AsOf: "2027-01-01"},
		"not about both":             {Kind: report.Program, Scope: report.Scope{Program: sheetOf, View: "nowhere"}},
		"is not a date; write it as": {Kind: report.Risks, AsOf: "1999-02-31"},
	} {
		_, err := db.MakeReport(t.Context(), r)
		if err == nil || !strings.Contains(strings.ToLower(err.Error()), strings.ToLower(what)) {
			t.Errorf("%+v gives %v, want a sentence with %q", r, err, what)
		}
	}
	if list, err := db.Reports(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("it keeps %d reports (%v)", len(list), err)
	}
}
