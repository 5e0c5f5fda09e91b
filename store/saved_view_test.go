package store

import (
	"testing"

	"portfolio-ai/store/portfolio"
)

// redPrograms is a view of what is off track, as a board.
func redPrograms() portfolio.SavedView {
	return portfolio.SavedView{
		Name: " Red ", Page: portfolio.ViewOfPrograms, Address: "status=Off+Track&view=board", Pinned: true,
		Query: portfolio.Query{
			Of:      portfolio.EntityProgram,
			Where:   []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{string(portfolio.OffTrack)}}},
			Related: []portfolio.Related{}, Sort: []portfolio.Order{{Field: portfolio.FieldName}},
		},
	}
}

func TestSaveView_keepsEverythingThroughAReopenAndStaysOutOfTheLog(t *testing.T) {
	db := openTemp(t)
	before, err := db.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	saved, err := db.SaveView(t.Context(), redPrograms())
	if err != nil {
		t.Fatal(err)
	}
	if saved.ID == "" || saved.Name != "Red" || saved.CreatedAt != portfolio.MillisOf(noon) {
		t.Errorf("got %+v", saved)
	}
	again := mustOpen(t, db.Path())
	defer mustClose(t, again)
	views, err := again.SavedViews(t.Context())
	if err != nil || len(views) != 1 || asJSON(t, views[0]) != asJSON(t, saved) {
		t.Errorf("got %v (%v), want %v", views, err, saved)
	}
	if after, err := db.Version(t.Context()); err != nil || after != before {
		t.Errorf("the change log went from %d to %d (%v)", before, after, err)
	}
}

func TestSaveView_overwritesRenamesAndDeletes(t *testing.T) {
	db := openTemp(t)
	red, err := db.SaveView(t.Context(), redPrograms())
	if err != nil {
		t.Fatal(err)
	}
	red.Name, red.Pinned, red.Address = "Worst", false, "sort=-progress"
	if _, err := db.SaveView(t.Context(), red); err != nil {
		t.Fatal(err)
	}
	if views, err := db.SavedViews(t.Context()); err != nil || len(views) != 1 || asJSON(t, views[0]) != asJSON(t, red) {
		t.Errorf("got %v (%v), want %v", views, err, red)
	}
	if err := db.DeleteView(t.Context(), red.ID); err != nil {
		t.Fatal(err)
	}
	if views, err := db.SavedViews(t.Context()); err != nil || len(views) != 0 {
		t.Errorf("got %v (%v), want none", views, err)
	}
}

func TestSaveView_refusesWithASentence(t *testing.T) {
	db := openTemp(t)
	if _, err := db.SaveView(t.Context(), redPrograms()); err != nil {
		t.Fatal(err)
	}
	with := func(change func(*portfolio.SavedView)) portfolio.SavedView {
		v := redPrograms()
		v.Name = "Other"
		change(&v)
		return v
	}
	for _, c := range []struct {
		name string
		view portfolio.SavedView
		code portfolio.Code
	}{
		{"no name", with(func(v *portfolio.SavedView) { v.Name = "  " }), portfolio.EInvalid},
		{"a page without views", with(func(v *portfolio.SavedView) { v.Page = "settings" }), portfolio.EInvalid},
		{"a query that cannot be asked", with(func(v *portfolio.SavedView) { v.Query.Where[0].Field = "colour" }), portfolio.EInvalid},
		{"a name that is taken, but for its case", with(func(v *portfolio.SavedView) { v.Name = "RED" }), portfolio.EConflict},
		{"a view that is gone", with(func(v *portfolio.SavedView) { v.ID = "gone" }), portfolio.ENotFound},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := db.SaveView(t.Context(), c.view); portfolio.ErrorCode(err) != c.code {
				t.Errorf("got %v, want %s", err, c.code)
			}
		})
	}
	if err := db.DeleteView(t.Context(), "gone"); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("deleting what is gone: got %v", err)
	}
	if views, err := db.SavedViews(t.Context()); err != nil || len(views) != 1 {
		t.Errorf("got %v (%v), want the first one only", views, err)
	}
}
