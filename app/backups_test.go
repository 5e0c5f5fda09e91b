package app

import (
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/app/desk"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// writeProgram writes a program, as a person does.
func writeProgram(t *testing.T, s *session) {
	t.Helper()
	_, err := s.desk.Store.SaveProgram(t.Context(), store.Write{Actor: portfolio.ByPerson, Why: "test"}, portfolio.Program{Name: "Aurora"})
	if err != nil {
		t.Fatal(err)
	}
}

// backupsIn waits until there are so many checked backups in a data folder, and gives their occasions, the newest first.
func backupsIn(t *testing.T, dataDir string, count int) (reasons []portfolio.BackupReason) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		list, err := desk.Backups(t.Context(), dataDir)
		if err != nil {
			t.Fatal(err)
		}
		unchecked := slices.ContainsFunc(list, func(b portfolio.Backup) bool { return !strings.HasSuffix(b.Path, store.BackupEnding) })
		if len(list) == count && !unchecked || time.Now().After(deadline) {
			for _, b := range list {
				reasons = append(reasons, b.Reason)
			}
			return reasons
		}
	}
}

func TestBackups_areMadeWhileTheWindowIsOpenWhereSomethingWasWritten(t *testing.T) {
	s := newSession(desk.Build{Version: "1.2.3"}, t.TempDir(), newFakeDesktop(), slog.New(slog.DiscardHandler))
	s.backUpEvery = 20 * time.Millisecond
	s.open(t.Context())
	defer s.close()
	if got := backupsIn(t, s.dataDir, 0); len(got) != 0 {
		t.Errorf("an empty portfolio was backed up: %v", got)
	}
	for i := 1; i <= 2; i++ {
		writeProgram(t, s)
		if got := backupsIn(t, s.dataDir, i); len(got) != i || got[0] != portfolio.BackupScheduled {
			t.Fatalf("after write %d the backups are %v", i, got)
		}
	}
	time.Sleep(5 * s.backUpEvery)
	if got := backupsIn(t, s.dataDir, 2); len(got) != 2 {
		t.Errorf("without a write the backups became %v", got)
	}
}

func TestBackups_oneIsMadeOnQuit(t *testing.T) {
	s := newSession(desk.Build{Version: "1.2.3"}, t.TempDir(), newFakeDesktop(), slog.New(slog.DiscardHandler))
	s.open(t.Context())
	writeProgram(t, s)
	s.close()
	if got := backupsIn(t, s.dataDir, 1); !slices.Equal(got, []portfolio.BackupReason{portfolio.BackupOnQuit}) {
		t.Errorf("the backups are %v", got)
	}
}

func TestBackups_onlyListedAndPickedFilesAreRestored(t *testing.T) {
	s, d := openSession(t)
	b := &Backups{s}
	writeProgram(t, s)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere.pfbackup")
	if _, err := s.desk.Store.BackupTo(t.Context(), elsewhere, false); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{elsewhere, "", "/etc/passwd", s.desk.Store.Path()} {
		if _, err := b.Preview(path, portfolio.RestoreReplace, ""); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%q is looked into (%v)", path, err)
		}
		if _, err := b.Restore(path, portfolio.RestoreReplace, ""); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%q is restored (%v)", path, err)
		}
	}
	d.picked = []string{elsewhere}
	path, err := b.PickFile()
	if err != nil || path != elsewhere {
		t.Fatalf("picked %q (%v)", path, err)
	}
	if _, err := b.Preview(path, "both", ""); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("an unknown mode is taken (%v)", err)
	}
	if _, err := b.Restore(path, portfolio.RestoreReplace, ""); err != nil {
		t.Errorf("what was picked is not restored: %v", err)
	}
}

func TestRecovery_opensWhatTakesThePlaceOfADamagedPortfolio(t *testing.T) {
	for name, mend := range map[string]func(r *Recovery, backup string) error{
		"a backup": func(r *Recovery, backup string) error { _, err := r.Restore(backup); return err },
		"nothing":  func(r *Recovery, _ string) error { _, err := r.BeginAnew(); return err },
		"mended by hand": func(r *Recovery, backup string) error {
			content, err := os.ReadFile(backup)
			if err == nil {
				err = os.WriteFile(filepath.Join(r.s.dataDir, "portfolio.db"), content, 0o600)
			}
			if err != nil {
				return err
			}
			return r.TryAgain()
		},
	} {
		t.Run(name, func(t *testing.T) {
			dataDir := t.TempDir()
			s := newSession(desk.Build{Version: "1.2.3"}, dataDir, newFakeDesktop(), slog.New(slog.DiscardHandler))
			s.open(t.Context())
			writeProgram(t, s)
			s.close()
			backupsIn(t, dataDir, 1)
			if err := os.WriteFile(filepath.Join(dataDir, "portfolio.db"), []byte(strings.Repeat("Dear Ada, ", 900)), fs.FileMode(0o600)); err != nil {
				t.Fatal(err)
			}
			s = newSession(desk.Build{Version: "1.2.3"}, dataDir, newFakeDesktop(), slog.New(slog.DiscardHandler))
			s.open(t.Context())
			defer s.close()
			if state := s.state(); state.Ready || !state.Recoverable || state.Problem == "" {
				t.Fatalf("the state is %+v", state)
			}
			r := &Recovery{s}
			if _, err := r.Restore("/etc/passwd"); portfolio.ErrorCode(err) != portfolio.EInvalid {
				t.Errorf("any file takes the place (%v)", err)
			}
			list, err := r.Backups()
			if err != nil || len(list) != 1 {
				t.Fatalf("the backups are %+v (%v)", list, err)
			}
			if err := mend(r, list[0].Path); err != nil {
				t.Fatal(err)
			}
			state := s.state()
			if want := map[bool]int{true: 0, false: 1}[name == "nothing"]; !state.Ready || state.Counts.Programs != want {
				t.Errorf("the state is %+v, want %d programs", state, want)
			}
			if _, err := r.BeginAnew(); portfolio.ErrorCode(err) != portfolio.EConflict {
				t.Errorf("an open portfolio was replaced (%v)", err)
			}
		})
	}
}
