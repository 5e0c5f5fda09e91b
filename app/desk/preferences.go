package desk

import (
	"context"
	"fmt"
	"slices"
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

// proposalSetting is where the rule of a kind of change is kept.
func proposalSetting(kind portfolio.ProposalKind) string { return "propose_" + string(kind) }

// NeverProposed lists the kinds of changes that the person has switched off: no engine and no guest proposes them.
func (d *Desk) NeverProposed(ctx context.Context) ([]portfolio.ProposalKind, error) {
	never := []portfolio.ProposalKind{}
	for _, kind := range portfolio.ProposalKinds {
		rule, err := d.Store.Setting(ctx, proposalSetting(kind))
		if err != nil {
			return portfolio.ProposalKinds, fmt.Errorf("read what may be proposed: %w", err)
		}
		if portfolio.ProposalRule(rule) == portfolio.RuleNever {
			never = append(never, kind)
		}
	}
	return never, nil
}

// SetProposalRule keeps whether a kind of change may be proposed. It fails with EInvalid for a kind or a rule that there is
// not.
func (d *Desk) SetProposalRule(ctx context.Context, kind portfolio.ProposalKind, rule portfolio.ProposalRule) error {
	if !slices.Contains(portfolio.ProposalKinds, kind) {
		return portfolio.Invalidf("%q is nothing that can be proposed.", string(kind))
	}
	if !slices.Contains(portfolio.ProposalRules, rule) {
		return portfolio.Invalidf("What is proposed is asked about or never proposed; %q is no rule.", string(rule))
	}
	return d.Store.SetSetting(ctx, proposalSetting(kind), string(rule))
}

// neverProposed is NeverProposed for a turn. Where the rules cannot be read, nothing is proposed.
func (d *Desk) neverProposed() []portfolio.ProposalKind {
	never, err := d.NeverProposed(context.Background())
	if err != nil {
		d.log.Error("read a preference", "error", err)
	}
	return never
}
