package store

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest/smalldisk"
)

// diskPage is how much of a disk is given at once.
const diskPage = 4096

// onFullDisk tries something on a full disk again and again, each time with a page more room, until it works. Every failure must
// be a sentence that says so, and leave what was there as it was.
func onFullDisk(t *testing.T, disk smalldisk.Disk, try func() error, asItWas func()) {
	t.Helper()
	failures := 0
	for free := int64(0); ; free += diskPage * (1 + free/diskPage/8) {
		disk.LeaveFree(free)
		err := try()
		disk.MakeRoom()
		if err == nil {
			t.Logf("failed %d times, until %d bytes were free", failures, free)
			break
		}
		failures++
		if portfolio.ErrorCode(err) != portfolio.EStorage || !strings.Contains(portfolio.ErrorMessage(err), "full") && !strings.Contains(err.Error(), "no space left") {
			t.Fatalf("with %d bytes free: %v", free, err)
		}
		asItWas()
	}
	if failures == 0 {
		t.Error("it worked on a full disk")
	}
}

// stateOf is all that a portfolio holds, as text.
func stateOf(t *testing.T, db *DB) string {
	t.Helper()
	data, err := json.Marshal(mustDocument(t, db))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFullDisk_everyWriteFailsWithASentenceAndChangesNothing(t *testing.T) {
	long := strings.Repeat("a text that fills pages ", 2000)
	for name, write := range map[string]func(db *DB) error{
		"edit": func(db *DB) error {
			_, err := db.SaveProgram(t.Context(), person, portfolio.Program{Name: "New", Description: long})
			return err
		},
		"import": func(db *DB) error {
			var file portfolio.IncomingFile
			for i := range 20 {
				file.Programs = append(file.Programs, portfolio.Incoming{Row: i + 1, Program: portfolio.Program{Name: fmt.Sprint("New ", i), Description: long[:4000]}, Fields: []string{"name", "description"}})
			}
			_, err := db.Import(t.Context(), []portfolio.IncomingFile{file}, ImportOptions{})
			return err
		},
		"undo":    func(db *DB) error { _, err := db.Undo(t.Context()); return err },
		"setting": func(db *DB) error { return db.SetSetting(t.Context(), "new", long) },
		"answer": func(db *DB) error {
			return db.KeepTurn(t.Context(), portfolio.Conversation{ID: "c", Messages: []portfolio.Message{{ID: "m", ConversationID: "c", TurnID: "t", Role: portfolio.RoleAssistant, State: portfolio.TurnDone, Text: long}}})
		},
		"backup": func(db *DB) error { _, err := db.Backup(t.Context(), portfolio.BackupByHand); return err },
	} {
		t.Run(name, func(t *testing.T) {
			disk := smalldisk.New(t, "12m")
			db := mustOpen(t, filepath.Join(disk.Folder, "portfolio.db"))
			defer mustClose(t, db)
			fill(t, db)
			before := stateOf(t, db)
			onFullDisk(t, disk, func() error { return write(db) }, func() {
				if stateOf(t, db) != before {
					t.Fatal("something was changed")
				}
				mustBeSound(t, db)
				if parts, err := filepath.Glob(filepath.Join(disk.Folder, "backups", "*")); err != nil || len(parts) != 0 {
					t.Fatalf("it left %v (%v)", parts, err)
				}
			})
			mustBeSound(t, db)
		})
	}
}

func TestFullDisk_anUpgradeOfTheFileFailsWithASentenceAndCanBeTriedAgain(t *testing.T) {
	disk := smalldisk.New(t, "12m")
	path := filepath.Join(disk.Folder, "portfolio.db")
	unpackOlder(t, 1, path)
	var db *DB
	onFullDisk(t, disk, func() (err error) { db, err = Open(t.Context(), path); return err }, func() {
		for _, b := range must(t)(BackupsOf(t.Context(), path)) {
			if b.Problem != "" || b.Counts.Programs != 3 {
				t.Fatalf("a copy holds %+v", b)
			}
		}
	})
	defer mustClose(t, db)
	if counts, err := db.Counts(t.Context()); err != nil || counts.Programs != 3 {
		t.Errorf("it holds %+v (%v)", counts, err)
	}
	mustBeSound(t, db)
}

// must fails where there is an error.
func must(t *testing.T) func([]portfolio.Backup, error) []portfolio.Backup {
	return func(list []portfolio.Backup, err error) []portfolio.Backup {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
}

func TestOpen_aFolderThatIsMovedOrDeletedWhileRunningIsSaidBeforeAnythingIsLost(t *testing.T) {
	write := map[string]func(*DB) error{
		"edit": func(db *DB) error {
			_, err := db.SaveProgram(t.Context(), person, portfolio.Program{Name: "New"})
			return err
		},
		"setting": func(db *DB) error { return db.SetSetting(t.Context(), "a", "b") },
		"import": func(db *DB) error {
			_, err := db.Import(t.Context(), []portfolio.IncomingFile{{Programs: []portfolio.Incoming{{Program: portfolio.Program{Name: "New"}, Fields: []string{"name"}}}}}, ImportOptions{})
			return err
		},
		"answer": func(db *DB) error { return db.BeginTurn(t.Context(), portfolio.Conversation{ID: "c"}) },
	}
	for name, take := range map[string]func(folder string) error{
		"folder moved":   func(folder string) error { return os.Rename(folder, folder+" moved") },
		"folder deleted": os.RemoveAll,
		"file deleted":   func(folder string) error { return os.Remove(filepath.Join(folder, "portfolio.db")) },
		"file replaced": func(folder string) error {
			if err := os.WriteFile(filepath.Join(folder, "other"), []byte("other"), 0o600); err != nil {
				return err
			}
			return os.Rename(filepath.Join(folder, "other"), filepath.Join(folder, "portfolio.db"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "data")
			db := mustOpen(t, filepath.Join(folder, "portfolio.db"))
			defer func() { _ = db.Close() }() // its file is gone
			fill(t, db)
			if err := take(folder); err != nil {
				t.Fatal(err)
			}
			for what, try := range write {
				if err := try(db); portfolio.ErrorCode(err) != portfolio.EStorage || !strings.Contains(err.Error(), "was moved, deleted or replaced") {
					t.Errorf("%s: %v", what, err)
				}
			}
			if name != "folder moved" {
				return
			}
			if err := os.Rename(folder+" moved", folder); err != nil {
				t.Fatal(err)
			}
			for what, try := range write {
				if err := try(db); err != nil {
					t.Errorf("with the folder back, %s: %v", what, err)
				}
			}
		})
	}
}

func TestOpen_aFileThatAnotherProgramHoldsIsSaidAndLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	db := mustOpen(t, path)
	mustSave(t, db, portfolio.Program{Name: "Aurora"})
	other, err := connect(path, readWrite, 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.ExecContext(t.Context(), `BEGIN EXCLUSIVE`); err != nil {
		t.Fatal(err)
	}
	if _, err := db.writer.ExecContext(t.Context(), `PRAGMA busy_timeout = 50`); err != nil {
		t.Fatal(err)
	}
	_, err = db.SaveProgram(t.Context(), person, portfolio.Program{Name: "New"})
	if portfolio.ErrorCode(err) != portfolio.EStorage || !strings.Contains(err.Error(), "in use by another program") {
		t.Errorf("got %v", err)
	}
	if counts, err := db.Counts(t.Context()); err != nil || counts.Programs != 1 {
		t.Errorf("meanwhile it reads as %+v (%v)", counts, err)
	}
	if _, err := other.ExecContext(t.Context(), `ROLLBACK`); err != nil {
		t.Fatal(err)
	}
	mustSave(t, db, portfolio.Program{Name: "New"})
	mustClose(t, db)
	// Nobody else may even read now.
	if _, err := other.ExecContext(t.Context(), `PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE`); err != nil {
		t.Fatal(err)
	}
	before := time.Now()
	if _, err := Open(t.Context(), path); portfolio.ErrorCode(err) != portfolio.EStorage || !strings.Contains(err.Error(), "in use by another program") {
		t.Errorf("got %v after %v", err, time.Since(before))
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	db = mustOpen(t, path)
	defer mustClose(t, db)
	mustBeSound(t, db)
}

func TestOpen_aFolderThatCanOnlyBeReadIsSaid(t *testing.T) {
	disk := smalldisk.New(t, "4m")
	path := filepath.Join(disk.Folder, "portfolio.db")
	db := mustOpen(t, path)
	fill(t, db)
	mustClose(t, db)
	disk.ReadOnly()
	for _, at := range []string{path, filepath.Join(disk.Folder, "new", "portfolio.db")} {
		if _, err := Open(t.Context(), at); portfolio.ErrorCode(err) != portfolio.EStorage || !strings.Contains(err.Error(), "read-only") {
			t.Errorf("%s: %v", at, err)
		}
	}
}
