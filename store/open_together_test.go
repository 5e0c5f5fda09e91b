package store

import (
	"path/filepath"
	"sync"
	"testing"

	"portfolio-ai/store/portfolio"
)

// The window and a command may start at once on a folder that is still empty, or on a file of an older version.
func TestOpen_manyAtOnceOnOneNewFileAllFindItWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	var together sync.WaitGroup
	for range 8 {
		together.Go(func() {
			db, err := Open(t.Context(), path)
			if err != nil {
				t.Errorf("open: %v", err)
				return
			}
			if _, err := db.SaveProgram(t.Context(), Write{Actor: portfolio.ByPerson, Why: "test"}, portfolio.Program{Name: "Rail"}); err != nil {
				t.Errorf("write: %v", err)
			}
			if err := db.Close(); err != nil {
				t.Errorf("close: %v", err)
			}
		})
	}
	together.Wait()
	db := mustOpen(t, path)
	defer mustClose(t, db)
	report, err := db.Check(t.Context())
	if err != nil || !report.OK {
		t.Errorf("the file is %+v, %v", report, err)
	}
	counts, err := db.Counts(t.Context())
	if err != nil || counts.Programs != 8 {
		t.Errorf("there are %d programs, %v", counts.Programs, err)
	}
}
