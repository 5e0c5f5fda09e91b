package desk

import (
	"context"
	"io"

	"portfolio-ai/store/exchange"
)

// ExportJSON writes the whole portfolio in the program's own format, from which an import takes it in again whole.
func (d *Desk) ExportJSON(ctx context.Context, out io.Writer) error {
	document, err := d.Store.Document(ctx)
	if err != nil {
		return err
	}
	return exchange.WriteJSON(out, document)
}
