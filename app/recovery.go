package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Recovery is for a portfolio that cannot be opened. After it has done something, the window must be read anew.
type Recovery struct{ s *session }

// recoverDesk runs the body of a method that replaces a portfolio which cannot be opened, and then opens what is there.
func recoverDesk[T any](r *Recovery, name string, body func(context.Context) (T, error)) (T, error) {
	return guard(r.s, name, func() (T, error) {
		<-r.s.ready
		r.s.recovering.Lock()
		defer r.s.recovering.Unlock()
		var none T
		if r.s.problem() == nil {
			return none, portfolio.Errorf(portfolio.EConflict, "The portfolio is open.")
		}
		result, err := body(r.s.life)
		if err != nil {
			return none, err
		}
		r.s.tryOpen(r.s.life)
		return result, r.s.problem()
	})
}

// Backups lists the backups of the portfolio that cannot be opened, the newest first.
func (r *Recovery) Backups() ([]portfolio.Backup, error) {
	return guard(r.s, "Recovery.Backups", func() ([]portfolio.Backup, error) { return desk.Backups(r.s.life, r.s.dataDir) })
}

// PickFile asks the person for the file of a backup. It gives the path, "" when they cancel.
func (r *Recovery) PickFile() (string, error) {
	return guard(r.s, "Recovery.PickFile", r.s.pickBackup)
}

// Restore puts a backup in the place of the portfolio: one that is listed, or that the person picked. It gives the path under
// which the file is kept that was there, "" where there was none.
func (r *Recovery) Restore(path string) (string, error) {
	return recoverDesk(r, "Recovery.Restore", func(ctx context.Context) (string, error) {
		listed, err := desk.Backups(ctx, r.s.dataDir)
		if err != nil {
			return "", err
		}
		if err := r.s.mayRestore(path, listed); err != nil {
			return "", err
		}
		return desk.PutInPlace(ctx, r.s.dataDir, path)
	})
}

// Salvage puts what can be read of the portfolio in its place.
func (r *Recovery) Salvage() (portfolio.Salvage, error) {
	return recoverDesk(r, "Recovery.Salvage", func(ctx context.Context) (portfolio.Salvage, error) { return desk.Salvage(ctx, r.s.dataDir) })
}

// BeginAnew puts an empty portfolio in the place. It gives the path under which the file is kept that was there.
func (r *Recovery) BeginAnew() (string, error) {
	return recoverDesk(r, "Recovery.BeginAnew", func(ctx context.Context) (string, error) { return desk.BeginAnew(ctx, r.s.dataDir) })
}

// TryAgain opens the portfolio again, after a person has mended what was wrong.
func (r *Recovery) TryAgain() error {
	_, err := recoverDesk(r, "Recovery.TryAgain", func(context.Context) (struct{}, error) { return struct{}{}, nil })
	return err
}

// OpenFolder shows the data folder in the file manager.
func (r *Recovery) OpenFolder() error {
	_, err := guard(r.s, "Recovery.OpenFolder", func() (struct{}, error) {
		r.s.desktop.openFolder(r.s.dataDir)
		return struct{}{}, nil
	})
	return err
}
