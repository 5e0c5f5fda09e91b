package app

import (
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestFind_findsWhatTheWindowShows(t *testing.T) {
	s, _ := openSession(t)
	programs := &Programs{s}
	if _, err := programs.Save(portfolio.Program{Name: "Rail Freight"}); err != nil {
		t.Fatal(err)
	}
	found, err := programs.Find("rail", 0, "")
	if err != nil || len(found) != 1 || found[0].Name != "Rail Freight" || found[0].Entity != portfolio.EntityProgram {
		t.Errorf("got %v (%v)", found, err)
	}
}

func TestViews_areKeptListedAndForgotten(t *testing.T) {
	s, _ := openSession(t)
	views := &Views{s}
	kept, err := views.Save(portfolio.SavedView{
		Name: "All", Page: portfolio.ViewOfPrograms, Query: portfolio.Query{Of: portfolio.EntityProgram},
	})
	if err != nil {
		t.Fatal(err)
	}
	if list, err := views.List(); err != nil || len(list) != 1 || list[0].ID != kept.ID {
		t.Errorf("got %v (%v)", list, err)
	}
	if err := views.Delete(kept.ID); err != nil {
		t.Fatal(err)
	}
	if list, err := views.List(); err != nil || list == nil || len(list) != 0 {
		t.Errorf("got %v (%v), want an empty list", list, err)
	}
}
