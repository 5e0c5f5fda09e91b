package store

import (
	"testing"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
)

func TestReportedScope_isTheQueryOfThatDayAndOfAnOldReportThatOfItsView(t *testing.T) {
	db := openTemp(t)
	view, err := db.SaveView(t.Context(), portfolio.SavedView{Name: "Red", Page: portfolio.ViewOfPrograms, Query: withStatus(portfolio.OffTrack)})
	if err != nil {
		t.Fatal(err)
	}
	made, err := db.CreateReport(t.Context(), report.Request{Kind: report.Steering, Scope: report.Scope{View: view.ID}})
	if err != nil {
		t.Fatal(err)
	}
	old, err := db.CreateReport(t.Context(), report.Request{Kind: report.Steering, Scope: report.Scope{View: view.ID}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.writer.ExecContext(t.Context(), `UPDATE reports SET query = '' WHERE id = ?`, old.ID); err != nil { // as schema 11 kept it
		t.Fatal(err)
	}
	view.Query = withStatus(portfolio.OnTrack)
	if _, err := db.SaveView(t.Context(), view); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]portfolio.Status{made.ID: portfolio.OffTrack, old.ID: portfolio.OnTrack} {
		if got, err := db.ReportedScope(t.Context(), id); err != nil || asJSON(t, got) != asJSON(t, withStatus(want)) {
			t.Errorf("the scope is %s (%v), want %s", asJSON(t, got), err, want)
		}
	}
	if err := db.DeleteView(t.Context(), view.ID); err != nil {
		t.Fatal(err)
	}
	if got, err := db.ReportedScope(t.Context(), made.ID); err != nil || asJSON(t, got) != asJSON(t, withStatus(portfolio.OffTrack)) {
		t.Errorf("without its view the scope is %s (%v)", asJSON(t, got), err)
	}
	for what, id := range map[string]string{"an old report without its view": old.ID, "no report": "none"} {
		if _, err := db.ReportedScope(t.Context(), id); portfolio.ErrorCode(err) != portfolio.ENotFound {
			t.Errorf("%s gives %v", what, err)
		}
	}
}

// withStatus asks for the programs of a declared status.
func withStatus(s portfolio.Status) portfolio.Query {
	return portfolio.Query{Of: portfolio.EntityProgram, Where: []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{string(s)}}}}
}
