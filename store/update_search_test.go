package store

import (
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestFindUpdates_findsWordsInTheTextsOfUpdates(t *testing.T) {
	db := openTemp(t)
	aurora := mustSave(t, db, portfolio.Program{Name: "Aurora", Team: "Core"})
	beacon := mustSave(t, db, portfolio.Program{Name: "Beacon"})
	for _, u := range []portfolio.StatusUpdate{
		{ProgramID: aurora.ID, Date: "2026-01-05", Author: "Maria Lopez", Text: "The vendor is late; the latest date is open."},
		{ProgramID: aurora.ID, Date: "2026-01-12", Author: "Chen Wei", Text: "Vendors agreed. Test passed at 100%."},
		{ProgramID: beacon.ID, Date: "2026-01-12", Author: "Maria Lopez", Text: "Customers like it; customs do not."},
	} {
		if _, err := db.PostUpdate(t.Context(), person, u); err != nil {
			t.Fatal(err)
		}
	}
	inCore := portfolio.Query{Where: []portfolio.Condition{{Field: portfolio.FieldTeam, Op: portfolio.OpIs, Values: []string{"Core"}}}}
	cases := []struct {
		name   string
		search portfolio.UpdateSearch
		want   string
	}{
		{"all, newest first", portfolio.UpdateSearch{}, "Aurora 12, Beacon 12, Aurora 05"},
		{"a word, also in the plural", portfolio.UpdateSearch{Any: []string{"vendor"}}, "Aurora 12, Aurora 05"},
		{"a plural, also in the singular", portfolio.UpdateSearch{Any: []string{"Vendors"}}, "Aurora 12, Aurora 05"},
		{"no part of a word", portfolio.UpdateSearch{Any: []string{"test"}}, "Aurora 12"},
		{"no other word", portfolio.UpdateSearch{Any: []string{"customs"}}, "Beacon 12"},
		{"all words of a text", portfolio.UpdateSearch{Any: []string{"vendor late"}}, "Aurora 05"},
		{"one text or the other", portfolio.UpdateSearch{Any: []string{"customs", "late"}}, "Beacon 12, Aurora 05"},
		{"what looks like a pattern", portfolio.UpdateSearch{Any: []string{"%"}}, ""},
		{"by a person, in capitals", portfolio.UpdateSearch{Author: "MARIA LOPEZ"}, "Beacon 12, Aurora 05"},
		{"in a time", portfolio.UpdateSearch{Since: "2026-01-06", Until: "2026-01-12"}, "Aurora 12, Beacon 12"},
		{"of some programs", portfolio.UpdateSearch{Any: []string{"late", "like"}, Programs: inCore}, "Aurora 05"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			page, err := db.FindUpdates(t.Context(), c.search)
			if err != nil {
				t.Fatal(err)
			}
			got := []string{}
			for _, u := range page.Rows {
				got = append(got, u.ProgramName+" "+string(u.Date[8:]))
			}
			if strings.Join(got, ", ") != c.want || page.Total != len(got) {
				t.Errorf("got %d: %v, want %s", page.Total, got, c.want)
			}
		})
	}
	if page, err := db.FindUpdates(t.Context(), portfolio.UpdateSearch{Limit: 1}); err != nil || page.Total != 3 || len(page.Rows) != 1 {
		t.Errorf("of three the newest is %+v: %v", page, err)
	}
}
