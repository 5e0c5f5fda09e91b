package desk

import (
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

func TestFiscalYearStart_isAprilUntilAnotherMonthIsChosen(t *testing.T) {
	dir := t.TempDir()
	d, err := Open(t.Context(), Options{DataDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	starts := func(want time.Month) {
		t.Helper()
		if got, err := d.FiscalYearStart(t.Context()); err != nil || got != want {
			t.Errorf("the fiscal year starts in %s (%v), want %s", got, err, want)
		}
	}
	starts(time.April)
	for _, month := range []time.Month{0, 13, -1} {
		if err := d.SetFiscalYearStart(t.Context(), month); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("month %d: %v", int(month), err)
		}
	}
	starts(time.April)
	if err := d.SetFiscalYearStart(t.Context(), time.October); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if d, err = Open(t.Context(), Options{DataDir: dir}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	starts(time.October)
	if err := d.Store.SetSetting(t.Context(), fiscalYearSetting, "autumn"); err != nil {
		t.Fatal(err)
	}
	starts(time.April)
}
