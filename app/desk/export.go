package desk

import (
	"context"
	"errors"
	"io"

	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// Export writes the whole portfolio in a format, as it is or as it was at the end of a past day; the zero day is today.
// From JSON an import takes it in again whole.
func (d *Desk) Export(ctx context.Context, out io.Writer, format exchange.Format, asOf portfolio.Date) (err error) {
	from := d.Store
	if asOf != "" && asOf != from.Today() {
		if from, err = d.Store.LookBack(ctx, asOf); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, from.Close()) }()
	}
	document, err := from.Document(ctx)
	if err != nil {
		return err
	}
	return exchange.Write(out, format, document, from.Today())
}
