package desk

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"portfolio-ai/store/portfolio"
)

// fiscalYearSetting is where the first month of the fiscal year is kept, as a number from 1 to 12.
const fiscalYearSetting = "fiscal_year_start"

// usualFiscalYearStart is the first month of the fiscal year where nobody has chosen another.
const usualFiscalYearStart = time.April

// FiscalYearStart gives the month on whose first day the fiscal year begins.
func (d *Desk) FiscalYearStart(ctx context.Context) (time.Month, error) {
	kept, err := d.Store.Setting(ctx, fiscalYearSetting)
	if err != nil {
		return 0, fmt.Errorf("read the start of the fiscal year: %w", err)
	}
	if month, err := strconv.Atoi(kept); err == nil && isMonth(time.Month(month)) {
		return time.Month(month), nil
	}
	return usualFiscalYearStart, nil
}

// SetFiscalYearStart keeps the month on whose first day the fiscal year begins. It fails with EInvalid for what is no
// month.
func (d *Desk) SetFiscalYearStart(ctx context.Context, month time.Month) error {
	if !isMonth(month) {
		return portfolio.Invalidf("A fiscal year begins in one of the months 1 to 12, not in %d.", int(month))
	}
	return d.Store.SetSetting(ctx, fiscalYearSetting, strconv.Itoa(int(month)))
}

func isMonth(m time.Month) bool { return m >= time.January && m <= time.December }
