package tools

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// recorded gives a set over a store and the list that its steps go to.
func recorded(db *store.DB) (Set, *[]portfolio.Step) {
	steps := &[]portfolio.Step{}
	return Set{Workspace: db, Now: time.Now, Record: func(s portfolio.Step) { *steps = append(*steps, s) }}, steps
}

// filled makes a portfolio of n programs.
func filled(t *testing.T, n int) *store.DB {
	t.Helper()
	db := storetest.Open(t)
	file := portfolio.IncomingFile{Name: "test"}
	for i := range n {
		p := portfolio.Program{Name: fmt.Sprintf("Program %04d", i), Status: portfolio.Statuses[i%2]}
		file.Programs = append(file.Programs, portfolio.Incoming{Row: i + 1, Program: p, Fields: []string{"name", "status"}})
	}
	if _, err := db.Import(context.Background(), []portfolio.IncomingFile{file}, store.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	return db
}

func TestNames_everyToolIsDescribed(t *testing.T) {
	for _, name := range Names {
		if len(name.Description()) < 40 {
			t.Errorf("%s is described as %q", name, name.Description())
		}
	}
}

func TestListPrograms_readsAllPagesInOneStep(t *testing.T) {
	const n = portfolio.MaxPage + 20
	set, steps := recorded(filled(t, n))
	all, err := set.ListPrograms(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	if len(all.Rows) != n || all.Total != n {
		t.Errorf("%d rows, total %d, want %d", len(all.Rows), all.Total, n)
	}
	for i, row := range all.Rows {
		if want := fmt.Sprintf("Program %04d", i); row.Name != want {
			t.Fatalf("row %d is %q, want %q", i, row.Name, want)
		}
	}
	if len(*steps) != 1 || (*steps)[0].Rows != n || (*steps)[0].Tool != string(ListProgramsTool) {
		t.Errorf("steps are %+v", *steps)
	}
}

func TestListPrograms_limitBoundsTheRowsAndKeepsTheTotal(t *testing.T) {
	set, _ := recorded(filled(t, 30))
	some, err := set.ListPrograms(t.Context(), Query{Limit: 7})
	if err != nil || len(some.Rows) != 7 || some.Total != 30 {
		t.Errorf("%d rows, total %d, %v", len(some.Rows), some.Total, err)
	}
}

func TestStep_holdsArgumentsThatCanBeTakenUpAgain(t *testing.T) {
	set, steps := recorded(filled(t, 4))
	asked := Grouping{By: portfolio.FieldStatus, Query: portfolio.Query{Of: portfolio.EntityProgram, Today: "2026-02-02"}}
	groups, err := set.CountBy(t.Context(), asked)
	if err != nil || len(groups) != 2 {
		t.Fatalf("groups %+v, %v", groups, err)
	}
	var again Grouping
	if err := json.Unmarshal((*steps)[0].Arguments, &again); err != nil {
		t.Fatal(err)
	}
	if again.By != asked.By || again.Query.Of != asked.Query.Of || again.Query.Today != asked.Query.Today {
		t.Errorf("read back %+v", again)
	}
}

func TestTool_aFailedCallIsNoStep(t *testing.T) {
	set, steps := recorded(filled(t, 1))
	_, err := set.GetProgram(t.Context(), ProgramRef{ID: "nowhere"})
	if e, ok := errors.AsType[*portfolio.Error](err); !ok || e.Code != portfolio.ENotFound {
		t.Errorf("err = %v, want not found", err)
	}
	if len(*steps) != 0 {
		t.Errorf("recorded %+v", *steps)
	}
}
