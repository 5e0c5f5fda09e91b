package store_test

import (
	"testing"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

func TestVersion_risesWithEveryWriteAndWithNothingElse(t *testing.T) {
	db := storetest.Open(t)
	version := func() int64 {
		t.Helper()
		v, err := db.Version(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if v := version(); v != 0 {
		t.Errorf("an empty portfolio has version %d", v)
	}
	p := storetest.MustProgram(t, db, portfolio.Program{Name: "Atlas"})
	created := version()
	if created == 0 || version() != created {
		t.Errorf("version after a write is %d, then %d", created, version())
	}
	storetest.MustRisk(t, db, portfolio.Risk{ProgramID: p.ID, Title: "Delay", Status: portfolio.RiskOpen})
	written := version()
	if written <= created {
		t.Errorf("version %d did not rise above %d", written, created)
	}
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if undone := version(); undone <= written {
		t.Errorf("undo left version %d at %d", written, undone)
	}
}
