package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Proposals is what the assistant suggests and the person decides on.
type Proposals struct{ s *session }

// Waiting lists the proposals that wait for a decision, oldest first.
func (p *Proposals) Waiting() ([]portfolio.Proposal, error) {
	return call(p.s, "Proposals.Waiting", func(ctx context.Context, d *desk.Desk) ([]portfolio.Proposal, error) {
		return d.Store.Proposals(ctx)
	})
}

// Get reads one proposal.
func (p *Proposals) Get(id string) (portfolio.Proposal, error) {
	return call(p.s, "Proposals.Get", func(ctx context.Context, d *desk.Desk) (portfolio.Proposal, error) {
		return d.Store.Proposal(ctx, id)
	})
}

// Apply carries out rows of a proposal, counted from 1, as one step, with the values that the person put in the place of
// proposed ones.
func (p *Proposals) Apply(id string, rows []int, edited []portfolio.EditedRow) (portfolio.ApplyResult, error) {
	return call(p.s, "Proposals.Apply", func(ctx context.Context, d *desk.Desk) (portfolio.ApplyResult, error) {
		if len(rows) == 0 {
			return portfolio.ApplyResult{}, portfolio.Invalidf("No row of the proposal is ticked.")
		}
		return d.Store.Approve(ctx, id, portfolio.Approval{Only: rows, Edited: edited})
	})
}

// Discard takes a proposal off the list.
func (p *Proposals) Discard(id string) error {
	return run(p.s, "Proposals.Discard", func(ctx context.Context, d *desk.Desk) error { return d.Store.Discard(ctx, id) })
}
