package app

import (
	"context"
	"slices"
	"time"

	"portfolio-ai/app/desk"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// Backups makes copies of the portfolio and puts them back.
type Backups struct{ s *session }

// BackupShelf is what the window shows of backups.
type BackupShelf struct {
	Folder  string             `json:"folder"`
	Usual   bool               `json:"usual"`   // the folder is the one beside the portfolio
	Problem string             `json:"problem"` // why the newest attempt failed; "" where it did not
	Backups []portfolio.Backup `json:"backups"` // the newest first
}

// List says what backups there are, and where new ones go.
func (b *Backups) List() (BackupShelf, error) {
	return call(b.s, "Backups.List", func(ctx context.Context, d *desk.Desk) (shelf BackupShelf, err error) {
		shelf.Folder, shelf.Usual = d.Store.BackupFolder()
		shelf.Problem = d.Store.BackupProblem()
		shelf.Backups, err = d.Store.Backups(ctx)
		return shelf, err
	})
}

// Make makes a backup now.
func (b *Backups) Make(ticket string) (portfolio.Backup, error) {
	return work(b.s, "Backups.Make", ticket, func(ctx context.Context, d *desk.Desk) (portfolio.Backup, error) {
		return d.Store.Backup(ctx, portfolio.BackupByHand)
	})
}

// backupKind is how dialogs name the files of backups.
var backupKind = fileKind{"Portfolio AI backup", "*" + store.BackupEnding}

// SaveAs asks the person where to keep a backup, and writes it there. Its path is "" when they cancel. It fails with EConflict
// where a backup is there that holds more; SaveOver then replaces it.
func (b *Backups) SaveAs(ticket string) (portfolio.Backup, error) {
	return work(b.s, "Backups.SaveAs", ticket, func(ctx context.Context, d *desk.Desk) (portfolio.Backup, error) {
		name := fileName("Portfolio "+string(d.Store.Today())) + store.BackupEnding
		path, err := b.s.desktop.saveFile("Save a backup", name, backupKind)
		if err != nil || path == "" {
			return portfolio.Backup{}, err
		}
		return b.s.saveBackup(ctx, d, path, false)
	})
}

// SaveOver writes a backup over the one that holds more, which SaveAs refused to replace.
func (b *Backups) SaveOver(ticket string) (portfolio.Backup, error) {
	return work(b.s, "Backups.SaveOver", ticket, func(ctx context.Context, d *desk.Desk) (portfolio.Backup, error) {
		b.s.mu.Lock()
		path := b.s.fuller
		b.s.mu.Unlock()
		if path == "" {
			return portfolio.Backup{}, portfolio.Invalidf("There is no backup that a person was asked about.")
		}
		return b.s.saveBackup(ctx, d, path, true)
	})
}

// saveBackup writes a backup to a path that the person chose, and notes where one stands that holds more.
func (s *session) saveBackup(ctx context.Context, d *desk.Desk, path string, overFuller bool) (portfolio.Backup, error) {
	saved, err := d.Store.BackupTo(ctx, path, overFuller)
	s.mu.Lock()
	s.fuller = ""
	if portfolio.ErrorCode(err) == portfolio.EConflict {
		s.fuller = path
	}
	s.mu.Unlock()
	if err == nil {
		s.noteSaved(path)
	}
	return saved, err
}

// ChooseFolder asks the person for the folder into which backups go; when they cancel, it stays.
func (b *Backups) ChooseFolder() error {
	return run(b.s, "Backups.ChooseFolder", func(_ context.Context, d *desk.Desk) error {
		folder, err := b.s.desktop.pickFolder("Folder for backups")
		if err != nil || folder == "" {
			return err
		}
		return d.Store.SetBackupFolder(folder)
	})
}

// UseUsualFolder has backups go beside the portfolio again.
func (b *Backups) UseUsualFolder() error {
	return run(b.s, "Backups.UseUsualFolder", func(_ context.Context, d *desk.Desk) error { return d.Store.SetBackupFolder("") })
}

// OpenFolder shows the folder of backups in the file manager.
func (b *Backups) OpenFolder() error {
	return run(b.s, "Backups.OpenFolder", func(_ context.Context, d *desk.Desk) error {
		folder, _ := d.Store.BackupFolder()
		b.s.desktop.openFolder(folder)
		return nil
	})
}

// LetFullerGo has the backups go by the rule that are held because what was written since holds clearly less.
func (b *Backups) LetFullerGo() error {
	return run(b.s, "Backups.LetFullerGo", func(ctx context.Context, d *desk.Desk) error { return d.Store.LetFullerGo(ctx) })
}

// PickFile asks the person for the file of a backup. It gives the path, "" when they cancel.
func (b *Backups) PickFile() (string, error) {
	return call(b.s, "Backups.PickFile", func(context.Context, *desk.Desk) (string, error) { return b.s.pickBackup() })
}

// pickBackup asks for the file of a backup, and remembers it.
func (s *session) pickBackup() (string, error) {
	path, err := s.desktop.pickFile("Restore a backup", backupKind)
	if err == nil && path != "" {
		s.chosen.add([]string{path})
	}
	return path, err
}

// mostRestored is how many of the differences between a backup and the portfolio the window shows.
const mostRestored = 500

// Preview says what putting a backup back would change. Only a backup that is listed, or that the person picked, is read.
func (b *Backups) Preview(path string, mode portfolio.RestoreMode, ticket string) (portfolio.RestoreResult, error) {
	return read(b.s, "Backups.Preview", ticket, func(ctx context.Context, d *desk.Desk) (portfolio.RestoreResult, error) {
		return b.s.restore(ctx, d, path, store.RestoreOptions{Mode: mode, DryRun: true, Rows: mostRestored})
	})
}

// Restore puts a backup back. Afterwards the window must be read anew: nothing of what it shows holds any more.
func (b *Backups) Restore(path string, mode portfolio.RestoreMode, ticket string) (portfolio.RestoreResult, error) {
	return work(b.s, "Backups.Restore", ticket, func(ctx context.Context, d *desk.Desk) (portfolio.RestoreResult, error) {
		return b.s.restore(ctx, d, path, store.RestoreOptions{Mode: mode})
	})
}

// restore puts a backup back, or says what that would change.
func (s *session) restore(ctx context.Context, d *desk.Desk, path string, o store.RestoreOptions) (portfolio.RestoreResult, error) {
	if !slices.Contains(portfolio.RestoreModes, o.Mode) {
		return portfolio.RestoreResult{}, portfolio.Invalidf("%q is no way to restore a backup.", string(o.Mode))
	}
	listed, err := d.Store.Backups(ctx)
	if err != nil {
		return portfolio.RestoreResult{}, err
	}
	if err := s.mayRestore(path, listed); err != nil {
		return portfolio.RestoreResult{}, err
	}
	return d.Store.RestoreBackup(ctx, path, o)
}

// mayRestore refuses a file that is neither a listed backup nor one that the person picked.
func (s *session) mayRestore(path string, listed []portfolio.Backup) error {
	if slices.ContainsFunc(listed, func(b portfolio.Backup) bool { return b.Path == path }) {
		return nil
	}
	return s.chosen.check(path)
}

// backUpEvery is how often a backup is made while the window is open, where something was written since the last.
const backUpEvery = 30 * time.Minute

// backUp makes backups while the window is open.
func (s *session) backUp() {
	ticker := time.NewTicker(s.backUpEvery)
	defer ticker.Stop()
	for {
		select {
		case <-s.life.Done():
			return
		case <-ticker.C:
			s.backUpNow(s.life, portfolio.BackupScheduled)
		}
	}
}

// backUpNow makes a backup of a portfolio that holds something. Where that fails, Settings say so.
func (s *session) backUpNow(ctx context.Context, why portfolio.BackupReason) {
	counts, err := s.desk.Store.Counts(ctx)
	if err == nil && counts.ChangeSets > 0 {
		_, err = s.desk.Store.BackupSoon(ctx, why)
	}
	if err != nil && ctx.Err() == nil {
		s.log.Error("make a backup", "why", why, "error", err)
	}
}
