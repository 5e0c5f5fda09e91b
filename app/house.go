package app

import (
	"context"

	"portfolio-ai/app/desk"
)

// House gives whose name, logo and colour are on reports.
func (d *Desk) House() (desk.House, error) {
	return call(d.s, "Desk.House", func(ctx context.Context, open *desk.Desk) (desk.House, error) { return open.House(ctx) })
}

// SetHouse keeps them.
func (d *Desk) SetHouse(house desk.House) error {
	return run(d.s, "Desk.SetHouse", func(ctx context.Context, open *desk.Desk) error { return open.SetHouse(ctx, house) })
}
