package store_test

import (
	"testing"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

func TestBegan_tellsTheFirstDayOfTheLogAndOfEachProgram(t *testing.T) {
	db := storetest.Open(t)
	began := func(program string) portfolio.Date {
		t.Helper()
		day, err := db.Began(t.Context(), program)
		if err != nil {
			t.Fatal(err)
		}
		return day
	}
	if day := began(""); day != "" {
		t.Errorf("an empty log begins on %s", day)
	}
	first := storetest.MustProgram(t, db, portfolio.Program{Name: "First"})
	db.Now = func() time.Time { return storetest.Now.AddDate(0, 0, 10) }
	second := storetest.MustProgram(t, db, portfolio.Program{Name: "Second"})
	second.Owner = "Somebody"
	if _, err := db.SaveProgram(t.Context(), store.Write{Actor: portfolio.ByPerson, Why: "later"}, second); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		program string
		want    portfolio.Date
	}{{"", "2026-02-02"}, {first.ID, "2026-02-02"}, {second.ID, "2026-02-12"}, {"nobody", ""}} {
		if day := began(c.program); day != c.want {
			t.Errorf("%q began on %q, want %q", c.program, day, c.want)
		}
	}
}
