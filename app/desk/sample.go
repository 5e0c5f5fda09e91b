package desk

import (
	"context"

	"portfolio-ai/store/sample"
)

// LoadSample writes the sample portfolio, with its year of history, into an empty one. It fails with EConflict where
// the portfolio is not empty.
func (d *Desk) LoadSample(ctx context.Context) error { return sample.Load(ctx, d.Store) }

// RemoveSample deletes what the sample brought, as one step that can be undone.
func (d *Desk) RemoveSample(ctx context.Context) error { return sample.Remove(ctx, d.Store) }

// SampleLoaded reports whether any program of the sample is there.
func (d *Desk) SampleLoaded(ctx context.Context) (bool, error) { return sample.Loaded(ctx, d.Store) }
