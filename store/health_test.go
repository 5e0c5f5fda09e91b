package store

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// wantHealthStored fails where what is stored of a program is not what the rules say of its records on the day.
func wantHealthStored(t *testing.T, db *DB, today portfolio.Date) {
	t.Helper()
	document, err := db.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range document.Programs {
		got, err := storedHealth(t.Context(), db.reader, p.ID)
		if err != nil {
			t.Fatal(err)
		}
		want := portfolio.Assess(p, today)
		want.Until = ""
		if asJSON(t, got) != asJSON(t, want) {
			t.Fatalf("%s is stored as %s, the rules say %s", p.Name, asJSON(t, got), asJSON(t, want))
		}
	}
}

func TestHealth_isStoredByEveryWriteAsTheRulesSay(t *testing.T) {
	for seed := range uint64(4) {
		db := openTemp(t)
		random := rand.New(rand.NewPCG(seed, 3))
		for range 60 {
			randomWrite(t, db, random)
			switch random.IntN(8) {
			case 0:
				_, _ = db.Undo(t.Context()) // there may be nothing to undo
			case 1:
				_, _ = db.Redo(t.Context())
			}
		}
		wantHealthStored(t, db, db.Today())
	}
}

func TestReassess_bringsHealthToAnotherDayForwardsAndBack(t *testing.T) {
	db := openTemp(t)
	random := rand.New(rand.NewPCG(1, 5))
	for range 80 {
		randomWrite(t, db, random)
	}
	clock := noon
	db.Now = func() time.Time { return clock }
	for _, days := range []int{0, 1, 30, 31, 60, 200, 100, -1} {
		clock = noon.AddDate(0, 0, days)
		if err := db.Reassess(t.Context()); err != nil {
			t.Fatal(err)
		}
		wantHealthStored(t, db, db.Today())
	}
}

func TestOpen_assessesAPortfolioThatWasLastOpenOnAnotherDay(t *testing.T) {
	path := t.TempDir() + "/portfolio.db"
	db := mustOpen(t, path)
	yesterday := portfolio.DateOf(time.Now().AddDate(0, 0, -1))
	mustSave(t, db, portfolio.Program{Name: "Aurora", LaunchDate: yesterday, Status: portfolio.OnTrack})
	if _, err := db.writer.ExecContext(t.Context(), `UPDATE programs SET assessed = 'On Track', assessed_reasons = '[]', assessed_until = ?`, yesterday); err != nil {
		t.Fatal(err)
	}
	if err := db.SetSetting(t.Context(), assessedOn, assessment(yesterday)); err != nil {
		t.Fatal(err)
	}
	mustClose(t, db)
	db = mustOpen(t, path)
	defer mustClose(t, db)
	wantHealthStored(t, db, portfolio.DateOf(time.Now()))
}

func TestPrograms_filterSortAndGroupByAssessedHealth(t *testing.T) {
	db := openTemp(t)
	day := db.Today()
	for name, p := range map[string]portfolio.Program{
		"Good":    {LastUpdate: day},
		"Passed":  {LaunchDate: day.AddDays(-1)},
		"Old":     {LastUpdate: day.AddDays(-40)},
		"Unknown": {},
	} {
		p.Name = name
		mustSave(t, db, p)
	}
	names := func(q portfolio.Query) (out []string) {
		page, err := db.Programs(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range page.Rows {
			out = append(out, row.Name)
		}
		return out
	}
	for _, c := range []struct {
		name  string
		query portfolio.Query
		want  string
	}{
		{"worst first, not reported last", portfolio.Query{Sort: []portfolio.Order{{Field: portfolio.FieldAssessed}}}, `["Passed","Old","Good","Unknown"]`},
		{"best first, not reported last", portfolio.Query{Sort: []portfolio.Order{{Field: portfolio.FieldAssessed, Desc: true}}}, `["Good","Old","Passed","Unknown"]`},
		{"only At Risk", portfolio.Query{Where: []portfolio.Condition{{Field: portfolio.FieldAssessed, Op: portfolio.OpIs, Values: []string{"At Risk"}}}}, `["Old"]`},
		{"not reported", portfolio.Query{Where: []portfolio.Condition{{Field: portfolio.FieldAssessed, Op: portfolio.OpIs, Values: []string{""}}}}, `["Unknown"]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := asJSON(t, names(c.query)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	groups, err := db.Groups(t.Context(), portfolio.Query{Of: portfolio.EntityProgram}, portfolio.FieldAssessed)
	if err != nil || len(groups) != 4 || groups[0].Value != "Off Track" {
		t.Errorf("groups are %s (%v)", asJSON(t, groups), err)
	}
	page, err := db.Programs(t.Context(), portfolio.Query{Where: []portfolio.Condition{{Field: portfolio.FieldAssessed, Op: portfolio.OpIs, Values: []string{"Off Track"}}}})
	if err != nil || len(page.Rows) != 1 || len(page.Rows[0].Health.Reasons) != 2 {
		data, _ := json.Marshal(page) // only for the message
		t.Errorf("the row has no reasons: %s (%v)", data, err)
	}
}

func TestReassess_assessesEverythingAnewByOtherRules(t *testing.T) {
	db := openTemp(t)
	mustSave(t, db, portfolio.Program{Name: "Aurora", LaunchDate: "2020-01-01"})
	if _, err := db.writer.ExecContext(t.Context(), `UPDATE programs SET assessed = 'On Track', assessed_until = NULL`); err != nil {
		t.Fatal(err)
	}
	if err := db.SetSetting(t.Context(), assessedOn, string(db.Today())+"/0"); err != nil {
		t.Fatal(err)
	}
	if err := db.Reassess(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantHealthStored(t, db, db.Today())
}

func TestHealth_followsARiskThatMovesBetweenProgramsAndBack(t *testing.T) {
	db := openTemp(t)
	from, to := mustSave(t, db, portfolio.Program{Name: "From"}), mustSave(t, db, portfolio.Program{Name: "To"})
	risk, err := db.SaveRisk(t.Context(), person, portfolio.Risk{ProgramID: from.ID, Title: "Vendor", Severity: portfolio.High})
	if err != nil {
		t.Fatal(err)
	}
	risk.ProgramID = to.ID
	if _, err := db.SaveRisk(t.Context(), person, risk); err != nil {
		t.Fatal(err)
	}
	wantHealthStored(t, db, db.Today())
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantHealthStored(t, db, db.Today())
}

func TestHealth_isOfOneDayAlsoWhereTheClockJumpsBetweenWrites(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	for _, days := range []int{400, -400, 30, -30} {
		noon := db.Now().AddDate(0, 0, days)
		db.Now = func() time.Time { return noon }
		mustSave(t, db, portfolio.Program{Name: "New", LaunchDate: "2026-06-01", Progress: ptr(10), StartDate: "2026-01-01"})
		wantHealthStored(t, db, db.Today())
		mustBeSound(t, db)
	}
}
