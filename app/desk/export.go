package desk

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"

	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// ExportOptions say what is written. The zero AsOf is today. Of is the list of programs, risks or milestones that is written, in
// its order; nil is the whole portfolio, its programs by name.
type ExportOptions struct {
	Format exchange.Format
	AsOf   portfolio.Date
	Of     *portfolio.Query
}

// Export writes the portfolio, or a list of it, in a format, as it is or as it was at the end of a past day. From JSON of the
// whole portfolio an import takes it in again whole.
func (d *Desk) Export(ctx context.Context, out io.Writer, o ExportOptions) (err error) {
	from := d.Store
	if o.AsOf != "" && o.AsOf != from.Today() {
		if from, err = d.Store.LookBack(ctx, o.AsOf); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, from.Close()) }()
	}
	if o.Of == nil {
		return exportAll(ctx, from, out, o.Format)
	}
	return exportList(ctx, from, out, o.Format, *o.Of)
}

// exportAll writes everything; a JSON document has its own order.
func exportAll(ctx context.Context, from *store.DB, out io.Writer, format exchange.Format) error {
	document, err := from.Document(ctx)
	if err != nil {
		return err
	}
	document.SortByName()
	return exchange.Write(out, format, document, from.Today())
}

// exportList writes what a query finds.
func exportList(ctx context.Context, from *store.DB, out io.Writer, format exchange.Format, q portfolio.Query) error {
	switch q.Of {
	case portfolio.EntityRisk:
		rows, err := from.AllRisks(ctx, q)
		if err != nil {
			return err
		}
		return exchange.WriteRisks(out, format, rows, from.Today())
	case portfolio.EntityMilestone:
		rows, err := from.AllMilestones(ctx, q)
		if err != nil {
			return err
		}
		return exchange.WriteMilestones(out, format, rows, from.Today())
	default:
		document, err := from.DocumentOf(ctx, q)
		if err != nil {
			return err
		}
		return exchange.Write(out, format, document, from.Today())
	}
}

// WriteFile writes a file that appears only when it is whole: beside it first, and then in its place. Who may read it is as
// the system has it for new files, or as it was of the file that it replaces. What fails as the file itself is EStorage, with
// what to do.
func WriteFile(path string, write func(io.Writer) error) error {
	part, err := beginBeside(path)
	if err != nil {
		return cannotWrite(path, err)
	}
	if err := write(part); err != nil {
		return errors.Join(err, part.Close(), os.Remove(part.Name()))
	}
	err = cmp.Or(part.Sync(), part.Close())
	if err == nil {
		err = os.Rename(part.Name(), path)
	}
	if err != nil {
		return errors.Join(cannotWrite(path, err), os.Remove(part.Name()))
	}
	return nil
}

// beginBeside makes the file that becomes the one at path.
func beginBeside(path string) (*os.File, error) {
	name := filepath.Join(filepath.Dir(path), ".portfolio-ai-"+rand.Text())
	part, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666) //nolint:gosec // it is for whom the system says: less the umask
	if err != nil {
		return nil, err
	}
	if before, err := os.Stat(path); err == nil {
		_ = part.Chmod(before.Mode().Perm()) // some file systems know no modes
	}
	return part, nil
}

// cannotWrite says that a file could not be written, and why.
func cannotWrite(path string, err error) error {
	cause := err
	for next := errors.Unwrap(cause); next != nil; next = errors.Unwrap(cause) {
		cause = next
	}
	return portfolio.Errorf(portfolio.EStorage, "%s cannot be written (%v); choose another place.", path, cause)
}
