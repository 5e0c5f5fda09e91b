package store

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"portfolio-ai/store/portfolio"
)

// text is a value as the window sends it.
func text(value string) json.RawMessage { return json.RawMessage(`"` + value + `"`) }

func TestEdit_writesFieldsOfManyRecordsAsOneStep(t *testing.T) {
	db := mustOpen(t, filepath.Join(t.TempDir(), "portfolio.db"))
	defer mustClose(t, db)
	a := mustSave(t, db, portfolio.Program{Name: "Rail <North>", Owner: "A & B", Description: "Stays."})
	b := mustSave(t, db, portfolio.Program{Name: "Harbour", Owner: "Ada"})
	before, err := db.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	result, err := db.Edit(t.Context(), Write{Actor: portfolio.ByPerson, Why: "edit"}, []portfolio.Change{
		// As JavaScript writes it: "&" and "<" are not escaped.
		{Entity: portfolio.EntityProgram, ID: a.ID, Field: "owner", Before: text("A & B"), After: text("Grace")},
		{Entity: portfolio.EntityProgram, ID: b.ID, Field: "owner", Before: text("Ada"), After: text("Grace")},
		{Entity: portfolio.EntityProgram, ID: a.ID, Field: "status", Before: nil, After: text("At Risk")},
		{Entity: portfolio.EntityProgram, ID: b.ID, Field: "progress", Before: nil, After: json.RawMessage("40")},
	})
	if err != nil || result.ChangeSet == 0 || !slices.Equal(result.Applied, []int{1, 2, 3, 4}) || len(result.Refused) > 0 {
		t.Fatalf("the edit gave %+v, %v", result, err)
	}
	got, err := db.Program(t.Context(), a.ID)
	if err != nil || got.Program.Owner != "Grace" || got.Program.Status != portfolio.AtRisk || got.Program.Description != "Stays." {
		t.Errorf("the program is %+v, %v", got.Program, err)
	}
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	after, err := db.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if one, other := encoded(t, before.Programs), encoded(t, after.Programs); one != other {
		t.Errorf("after undo the programs are\n%s, not\n%s", other, one)
	}
}

func TestEdit_refusesARowAloneWhoseRecordChangedOrThatBreaksARule(t *testing.T) {
	db := mustOpen(t, filepath.Join(t.TempDir(), "portfolio.db"))
	defer mustClose(t, db)
	p := mustSave(t, db, portfolio.Program{Name: "Rail", Owner: "Ada"})
	result, err := db.Edit(t.Context(), Write{Actor: portfolio.ByPerson, Why: "edit"}, []portfolio.Change{
		{Entity: portfolio.EntityProgram, ID: p.ID, Field: "owner", Before: text("Somebody else"), After: text("Grace")},
		{Entity: portfolio.EntityProgram, ID: p.ID, Field: "colour", Before: nil, After: text("red")},
		{Entity: portfolio.EntityProgram, ID: "nowhere", Field: "owner", Before: text(""), After: text("Grace")},
		{Entity: portfolio.EntityProgram, ID: p.ID, Field: "team", Before: text(""), After: text("North")},
	})
	if err != nil || !slices.Equal(result.Applied, []int{4}) || len(result.Refused) != 3 {
		t.Fatalf("the edit gave %+v, %v", result, err)
	}
	for i, refused := range result.Refused {
		if refused.Row != i+1 || refused.Reason == "" {
			t.Errorf("refusal %d is %+v", i, refused)
		}
	}
	got, err := db.Program(t.Context(), p.ID)
	if err != nil || got.Program.Owner != "Ada" || got.Program.Team != "North" {
		t.Errorf("the program is %+v, %v", got.Program, err)
	}
}

func TestEdit_makesAndDeletesNoRecords(t *testing.T) {
	db := mustOpen(t, filepath.Join(t.TempDir(), "portfolio.db"))
	defer mustClose(t, db)
	p := mustSave(t, db, portfolio.Program{Name: "Rail"})
	whole := portfolio.Change{Entity: portfolio.EntityProgram, ID: p.ID, Field: portfolio.WholeRecord, Before: json.RawMessage(encoded(t, p))}
	if _, err := db.Edit(t.Context(), Write{Actor: portfolio.ByPerson, Why: "edit"}, []portfolio.Change{whole}); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("the edit gave %v", err)
	}
}

// encoded is a value as files hold it.
func encoded(t *testing.T, value any) string {
	t.Helper()
	out, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
