package analyst

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// week is what was written on one day: whole records, or the fields of stored ones that changed.
type week struct {
	AsOf       portfolio.Date    `json:"as_of"`
	Why        string            `json:"why"`
	Programs   []json.RawMessage `json:"programs"`
	Risks      []json.RawMessage `json:"risks"`
	Milestones []json.RawMessage `json:"milestones"`
	Updates    []json.RawMessage `json:"updates"`
}

// withHistory opens the small portfolio with what happened to it over some weeks.
func withHistory(tb testing.TB) *store.DB {
	tb.Helper()
	db := loaded(tb, filepath.Join("testdata", "portfolio.json"), "2025-11-30")
	data, err := os.ReadFile(filepath.Join("testdata", "history.json"))
	if err != nil {
		tb.Fatal(err)
	}
	var weeks []week
	if err := json.Unmarshal(data, &weeks); err != nil {
		tb.Fatal(err)
	}
	for _, w := range weeks {
		stored := allRecords(tb, db)
		_, err := db.Batch(context.Background(), store.Write{Actor: portfolio.ByPerson, Why: w.Why, AsOf: w.AsOf}, func(b *store.Batch) error { return w.write(tb, b, stored) })
		if err != nil {
			tb.Fatal(err)
		}
	}
	return db
}

// records are what a portfolio holds, by id.
type records struct {
	programs   map[string]portfolio.Program
	risks      map[string]portfolio.Risk
	milestones map[string]portfolio.Milestone
}

// allRecords reads a small portfolio.
func allRecords(tb testing.TB, db *store.DB) records {
	tb.Helper()
	out := records{map[string]portfolio.Program{}, map[string]portfolio.Risk{}, map[string]portfolio.Milestone{}}
	page, err := db.Programs(context.Background(), portfolio.Query{Of: portfolio.EntityProgram})
	if err != nil {
		tb.Fatal(err)
	}
	for _, row := range page.Rows {
		d, err := db.Program(context.Background(), row.ID)
		if err != nil {
			tb.Fatal(err)
		}
		out.programs[row.ID] = d.Program
		for _, r := range d.Program.Risks {
			out.risks[r.ID] = r
		}
		for _, m := range d.Program.Milestones {
			out.milestones[m.ID] = m
		}
	}
	return out
}

// write writes a week over what is stored.
func (w week) write(tb testing.TB, b *store.Batch, stored records) error {
	tb.Helper()
	id := func(data json.RawMessage) string {
		var named struct {
			ID string `json:"id"`
		}
		if err := json.Unmarshal(data, &named); err != nil {
			tb.Fatal(err)
		}
		return named.ID
	}
	for _, data := range w.Programs {
		if err := patch(data, stored.programs[id(data)], b.Program); err != nil {
			return err
		}
	}
	for _, data := range w.Risks {
		if err := patch(data, stored.risks[id(data)], b.Risk); err != nil {
			return err
		}
	}
	for _, data := range w.Milestones {
		if err := patch(data, stored.milestones[id(data)], b.Milestone); err != nil {
			return err
		}
	}
	for _, data := range w.Updates {
		if err := patch(data, portfolio.StatusUpdate{}, b.Update); err != nil {
			return err
		}
	}
	return nil
}

// patch writes fields over a record and saves it.
func patch[R any](data json.RawMessage, record R, save func(R) error) error {
	if err := json.Unmarshal(data, &record); err != nil {
		return err
	}
	return save(record)
}
