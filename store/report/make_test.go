package report

import (
	"encoding/json"
	"testing"

	"portfolio-ai/store/portfolio"
)

const today = portfolio.Date("2026-09-15")

// twoPrograms is a small scope: one program in trouble, one done.
func twoPrograms() Portfolio {
	progress := 40
	return Portfolio{Day: today, Programs: []portfolio.Program{
		{ID: "b", Name: "Boreas", Status: portfolio.StatusCompleted, LastUpdate: "2026-09-01"},
		{
			ID: "a", Name: "Aurora", Status: portfolio.OnTrack, StartDate: "2026-01-01", LaunchDate: "2026-12-01", Progress: &progress, LastUpdate: "2026-09-10",
			Risks: []portfolio.Risk{
				{ID: "r1", ProgramID: "a", Title: "Supplier fails", Severity: portfolio.High, Status: portfolio.RiskOpen},
				{ID: "r2", ProgramID: "a", Title: "Old news", Severity: portfolio.High, Status: portfolio.RiskClosed},
			},
			Milestones: []portfolio.Milestone{{ID: "m1", ProgramID: "a", Name: "Pilot live", DueDate: "2026-09-01", BaselineDate: "2026-08-01", Status: portfolio.MilestonePlanned}},
		},
	}}
}

// oneOf narrows a scope to its first program where the kind is about one.
func oneOf(kind Kind, p Portfolio) Portfolio {
	if kind == Program && len(p.Programs) > 1 {
		p.Programs = p.Programs[1:]
	}
	return p
}

// asJSON is how a report is kept.
func asJSON(t *testing.T, r Report) string {
	t.Helper()
	data, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func mustMake(t *testing.T, kind Kind, s Snapshot) Report {
	t.Helper()
	r, err := Make(kind, s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMake_givesTheSameBytesFromTheSameSnapshot(t *testing.T) {
	for _, kind := range Kinds {
		now := oneOf(kind, twoPrograms())
		first := asJSON(t, mustMake(t, kind, Snapshot{Scope: "Whole portfolio", Now: now}))
		for range 20 {
			if again := asJSON(t, mustMake(t, kind, Snapshot{Scope: "Whole portfolio", Now: now})); again != first {
				t.Fatalf("%s was\n%s\nand is\n%s", kind, first, again)
			}
		}
	}
}

func TestMake_setsExactlyOneKindOfContentInEachBlock(t *testing.T) {
	before := twoPrograms()
	for _, s := range []Snapshot{{Now: twoPrograms()}, {Now: twoPrograms(), Before: &before, Since: today}, {Now: Portfolio{Day: today}}} {
		for _, kind := range Kinds {
			if s.Now = oneOf(kind, s.Now); kind == Program && len(s.Now.Programs) == 0 {
				continue
			}
			for _, page := range mustMake(t, kind, s).Pages {
				for _, b := range page.Blocks {
					n := 0
					for _, set := range []bool{b.Figures != nil, b.Text != nil, b.List != nil, b.Table != nil, b.Bars != nil, b.Timeline != nil} {
						if set {
							n++
						}
					}
					if n != 1 {
						t.Errorf("block %q of %s has %d kinds of content", b.Title, kind, n)
					}
				}
			}
		}
	}
}

func TestMake_refusesAKindThatThereIsNot(t *testing.T) {
	if _, err := Make("horoscope", Snapshot{Now: twoPrograms()}); err == nil {
		t.Error("a horoscope was made")
	}
}

func TestExecutive_countsLiveAndOpenRecordsOnly(t *testing.T) {
	want := map[string]string{
		"Programs": "2", "On Track": "1", "Completed": "1", "Off Track": "0", "Need attention": "1",
		"Open High risks": "1", "Overdue milestones": "1", "Launch in 90 days": "1", "No update in 30 days": "0",
	}
	got := map[string]string{}
	for _, b := range mustMake(t, Executive, Snapshot{Now: twoPrograms()}).Pages[0].Blocks {
		if b.Figures != nil {
			for _, f := range b.Figures.Items {
				got[f.Label] = f.Value
			}
		}
	}
	for label, value := range want {
		if got[label] != value {
			t.Errorf("%s is %q, want %q", label, got[label], value)
		}
	}
}
