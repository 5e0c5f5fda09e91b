package store

import (
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// loggedRows lists a change set as "entity field before -> after".
func loggedRows(t *testing.T, db *DB, id int64) []string {
	t.Helper()
	set, err := db.ChangeSet(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, c := range set.Changes {
		row := string(c.Entity) + " " + c.Field
		switch {
		case c.Field != portfolio.WholeRecord:
			row += " " + string(c.Before) + " -> " + string(c.After)
		case string(c.Before) == "null":
			row += " created"
		default:
			row += " deleted"
		}
		out = append(out, row)
	}
	return out
}

// newest is the number of the newest change set.
func newest(t *testing.T, db *DB) int64 {
	t.Helper()
	sets, err := db.Activity(t.Context(), portfolio.ActivityFilter{}, 0, 1)
	if err != nil || len(sets) == 0 {
		t.Fatalf("no change set (%v)", err)
	}
	return sets[0].ID
}

func wantRows(t *testing.T, db *DB, want ...string) {
	t.Helper()
	if got := loggedRows(t, db, newest(t, db)); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("change set holds\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSaveProgram_keepsWhatIsNotReportedNull(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: " Aurora "})
	if p.Name != "Aurora" || p.ID == "" || p.Revision == 0 || p.CreatedAt != portfolio.MillisOf(noon) {
		t.Errorf("got %+v", p)
	}
	text := asJSON(t, p)
	for _, field := range []string{"status", "pipeline_stage", "progress", "launch_date", "start_date", "last_update", "archived_at"} {
		if !strings.Contains(text, `"`+field+`":null`) {
			t.Errorf("%s is not null in %s", field, text)
		}
	}
	if !strings.Contains(text, `"strategic_objectives":[],`) || !strings.Contains(text, `"risks":[]`) {
		t.Errorf("a list is null in %s", text)
	}
}

func TestSaveProgram_logsARowPerFieldThatDiffers(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", Status: portfolio.OnTrack, Owner: "Maria Lopez"})
	wantRows(t, db, "program * created")
	p.Status, p.Progress = portfolio.AtRisk, ptr(40)
	p = mustSave(t, db, p)
	wantRows(t, db, `program status "On Track" -> "At Risk"`, `program progress null -> 40`)
	p.StrategicObjectives = []string{"Net zero", "net ZERO ", "Customer trust"}
	p = mustSave(t, db, p)
	wantRows(t, db, "objective * created", "objective * created", `program strategic_objectives [] -> ["Customer trust","Net zero"]`)
	before := newest(t, db)
	p = mustSave(t, db, p)
	if newest(t, db) != before {
		t.Error("saving without a difference wrote a change set")
	}
	if p.Revision != before {
		t.Errorf("revision is %d, want the change set %d", p.Revision, before)
	}
}

func TestSave_refusesWhatChangedMeanwhile(t *testing.T) {
	db := openTemp(t)
	read := mustSave(t, db, portfolio.Program{Name: "Aurora"})
	mine := read
	mine.Owner = "Maria Lopez"
	mustSave(t, db, mine)
	read.Owner = "Chen Wei"
	_, err := db.SaveProgram(t.Context(), person, read)
	if portfolio.ErrorCode(err) != portfolio.EConflict {
		t.Fatalf("got %v, want a conflict", err)
	}
	if d, err := db.Program(t.Context(), read.ID); err != nil || d.Program.Owner != "Maria Lopez" {
		t.Errorf("the owner is %q (%v)", d.Program.Owner, err)
	}
}

func TestSave_refusesWhatBreaksARule(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora"})
	ctx := t.Context()
	cases := map[string]func() error{
		"program without a name": func() error { _, err := db.SaveProgram(ctx, person, portfolio.Program{Name: " "}); return err },
		"progress over 100": func() error {
			_, err := db.SaveProgram(ctx, person, portfolio.Program{Name: "x", Progress: ptr(101)})
			return err
		},
		"risk without a title":   func() error { _, err := db.SaveRisk(ctx, person, portfolio.Risk{ProgramID: p.ID}); return err },
		"risk without a program": func() error { _, err := db.SaveRisk(ctx, person, portfolio.Risk{Title: "x"}); return err },
		"empty update": func() error {
			_, err := db.PostUpdate(ctx, person, portfolio.StatusUpdate{ProgramID: p.ID, Date: "2026-02-02"})
			return err
		},
		"update without a date": func() error {
			_, err := db.PostUpdate(ctx, person, portfolio.StatusUpdate{ProgramID: p.ID, Text: "x"})
			return err
		},
		"milestone without a name": func() error {
			_, err := db.SaveMilestone(ctx, person, portfolio.Milestone{ProgramID: p.ID})
			return err
		},
		"dependency on itself": func() error {
			_, err := db.SaveDependency(ctx, person, portfolio.Dependency{From: p.ID, To: p.ID})
			return err
		},
	}
	before := dump(t, db)
	for name, save := range cases {
		t.Run(name, func(t *testing.T) {
			if err := save(); portfolio.ErrorCode(err) != portfolio.EInvalid {
				t.Errorf("got %v, want an invalid-input sentence", err)
			}
		})
	}
	if dump(t, db) != before {
		t.Error("something was stored")
	}
}

func TestSaveMilestone_keepsBaselineAndBringsStatusAndDateTogether(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora"})
	save := func(m portfolio.Milestone) portfolio.Milestone {
		t.Helper()
		saved, err := db.SaveMilestone(t.Context(), person, m)
		if err != nil {
			t.Fatal(err)
		}
		return saved
	}
	m := save(portfolio.Milestone{ProgramID: p.ID, Name: "Pilot", DueDate: "2026-03-01"})
	if m.Status != portfolio.MilestonePlanned || m.BaselineDate != "2026-03-01" {
		t.Errorf("new: %+v", m)
	}
	m.DueDate = "2026-04-15"
	if m = save(m); m.BaselineDate != "2026-03-01" {
		t.Errorf("a slip overwrote the baseline: %+v", m)
	}
	m.Status = portfolio.MilestoneDone
	if m = save(m); m.CompletedDate != "2026-02-02" {
		t.Errorf("done without a date: %+v", m)
	}
	m.Status = portfolio.MilestonePlanned
	if m = save(m); m.CompletedDate != "" {
		t.Errorf("planned with a completion date: %+v", m)
	}
	m.CompletedDate = "2026-01-31"
	if m = save(m); m.Status != portfolio.MilestoneDone {
		t.Errorf("a completion date without Done: %+v", m)
	}
}

func TestPostUpdate_programTakesOverWhatItDeclares(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", Status: portfolio.OnTrack, LaunchDate: "2026-05-01"})
	post := func(u portfolio.StatusUpdate) portfolio.Program {
		t.Helper()
		u.ProgramID = p.ID
		if _, err := db.PostUpdate(t.Context(), person, u); err != nil {
			t.Fatal(err)
		}
		d, err := db.Program(t.Context(), p.ID)
		if err != nil {
			t.Fatal(err)
		}
		return d.Program
	}
	now := post(portfolio.StatusUpdate{Date: "2026-02-01", Text: "Vendor slipped", Status: portfolio.OffTrack, Progress: ptr(30)})
	if now.Status != portfolio.OffTrack || *now.Progress != 30 || now.LastUpdate != "2026-02-01" || now.LaunchDate != "2026-05-01" {
		t.Errorf("got %+v", now)
	}
	wantRows(t, db, `status_update status_update null -> "Vendor slipped"`, `program status "On Track" -> "Off Track"`, `program progress null -> 30`,
		`program last_update null -> "2026-02-01"`)
	if older := post(portfolio.StatusUpdate{Date: "2026-01-15", Text: "All well", Status: portfolio.OnTrack}); asJSON(t, older) != asJSON(t, now) {
		t.Errorf("an older update changed the program: %+v", older)
	}
	d, err := db.Program(t.Context(), p.ID)
	if err != nil || len(d.Updates) != 2 || d.Updates[0].Text != "Vendor slipped" {
		t.Errorf("the feed is %+v (%v)", d.Updates, err)
	}
}

func TestSaveObjective_programsFollowItsName(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", StrategicObjectives: []string{"Net zero", "Trust"}})
	rows, err := db.Objectives(t.Context())
	if err != nil || len(rows) != 2 || rows[0].Programs != 1 {
		t.Fatalf("objectives: %+v (%v)", rows, err)
	}
	o := rows[0].Objective
	o.Name = "Zero carbon"
	if _, err := db.SaveObjective(t.Context(), person, o); err != nil {
		t.Fatal(err)
	}
	wantRows(t, db, `objective name "Net zero" -> "Zero carbon"`, `program strategic_objectives ["Net zero","Trust"] -> ["Trust","Zero carbon"]`)
	o = rows[1].Objective
	o.Name = "ZERO carbon"
	if _, err := db.SaveObjective(t.Context(), person, o); portfolio.ErrorCode(err) != portfolio.EConflict {
		t.Errorf("two objectives of one name: %v", err)
	}
	if err := db.DeleteObjective(t.Context(), person, rows[1].ID, rows[1].Revision); err != nil {
		t.Fatal(err)
	}
	d, err := db.Program(t.Context(), p.ID)
	if err != nil || strings.Join(d.Program.StrategicObjectives, ",") != "Zero carbon" {
		t.Errorf("the program serves %v (%v)", d.Program.StrategicObjectives, err)
	}
}

func TestSaveDependency_refusesCycles(t *testing.T) {
	db := openTemp(t)
	a, b, c := mustSave(t, db, portfolio.Program{Name: "A"}), mustSave(t, db, portfolio.Program{Name: "B"}), mustSave(t, db, portfolio.Program{Name: "C"})
	join := func(from, to string) error {
		_, err := db.SaveDependency(t.Context(), person, portfolio.Dependency{From: from, To: to})
		return err
	}
	if err := join(a.ID, b.ID); err != nil {
		t.Fatal(err)
	}
	if err := join(b.ID, c.ID); err != nil {
		t.Fatal(err)
	}
	if err := join(c.ID, a.ID); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a cycle: %v", err)
	}
	if err := join(a.ID, b.ID); portfolio.ErrorCode(err) != portfolio.EConflict {
		t.Errorf("twice: %v", err)
	}
}

func TestWrite_refusesFactsOlderThanThoseStored(t *testing.T) {
	db := openTemp(t)
	if _, err := db.SaveProgram(t.Context(), Write{Actor: portfolio.ByImport, Why: "x", AsOf: "2026-03-31"}, portfolio.Program{Name: "A"}); err != nil {
		t.Fatal(err)
	}
	_, err := db.SaveProgram(t.Context(), Write{Actor: portfolio.ByImport, Why: "x", AsOf: "2025-03-31"}, portfolio.Program{Name: "B"})
	if portfolio.ErrorCode(err) != portfolio.EInvalid || !strings.Contains(err.Error(), "2026-03-31") {
		t.Errorf("got %v", err)
	}
	// The clock stands before the newest facts; work goes on.
	mustSave(t, db, portfolio.Program{Name: "C"})
	sets, err := db.Activity(t.Context(), portfolio.ActivityFilter{}, 0, 1)
	if err != nil || sets[0].AsOf != "2026-03-31" {
		t.Errorf("got %+v (%v)", sets, err)
	}
}
