package desk

import (
	"context"
	"path/filepath"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// What follows is for a data folder whose portfolio cannot be opened.

// Backups lists the backups of the portfolio of a data folder, the newest first.
func Backups(ctx context.Context, dataDir string) ([]portfolio.Backup, error) {
	return store.BackupsOf(ctx, filepath.Join(dataDir, fileName))
}

// PutInPlace puts a backup in the place of the portfolio of a data folder. What was there is kept under the name that is
// given, "" where there was nothing.
func PutInPlace(ctx context.Context, dataDir, file string) (aside string, err error) {
	return store.PutInPlace(ctx, filepath.Join(dataDir, fileName), file)
}

// BeginAnew puts an empty portfolio in the place of that of a data folder, as PutInPlace does.
func BeginAnew(ctx context.Context, dataDir string) (aside string, err error) {
	return store.BeginAnew(ctx, filepath.Join(dataDir, fileName))
}

// Salvage reads what can be read of the damaged portfolio of a data folder into a new one in its place.
func Salvage(ctx context.Context, dataDir string) (portfolio.Salvage, error) {
	return store.Salvage(ctx, filepath.Join(dataDir, fileName))
}
