package desk

import (
	"os"
	"path/filepath"
	"testing"

	"portfolio-ai/store/portfolio"
)

// governmentData is where the government portfolios lie beside the project.
const governmentData = "../../../shared/data"

func TestImport_secondYearOfTheGovernmentPortfolioChanges75Statuses(t *testing.T) {
	if _, err := os.Stat(governmentData); err != nil {
		t.Skipf("the government portfolios are not beside the project: %v", err)
	}
	d, err := Open(t.Context(), Options{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, year := range []string{"2021", "2022"} {
		path := filepath.Join(governmentData, "gmpp-"+year+".csv")
		if _, err := d.Import(t.Context(), []string{path}, ImportOptions{AsOf: portfolio.Date(year + "-03-31")}); err != nil {
			t.Fatal(err)
		}
	}
	sets, err := d.Store.Activity(t.Context(), portfolio.ActivityFilter{}, 0, 10)
	if err != nil || len(sets) != 2 || sets[0].AsOf != "2022-03-31" {
		t.Fatalf("change sets are %+v (%v)", sets, err)
	}
	second, err := d.Store.ChangeSet(t.Context(), sets[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	statuses, created := 0, 0
	for _, c := range second.Changes {
		if c.Entity == portfolio.EntityProgram && c.Field == "status" {
			statuses++
		}
		if c.Entity == portfolio.EntityProgram && c.Field == portfolio.WholeRecord {
			created++
		}
	}
	if len(second.Changes) != second.Count || statuses != 75 || created != 76 {
		t.Errorf("the second year changes %d statuses and adds %d programs in %d of %d rows, want 75 and 76", statuses, created, len(second.Changes), second.Count)
	}
}
