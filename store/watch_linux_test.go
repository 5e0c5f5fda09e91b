package store

import (
	"errors"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"portfolio-ai/store/portfolio"
)

// A desktop on which other programs have taken all watches that a user may have is nothing rare.
func TestWatch_tellsOfWritesOfOthersWhereTheSystemHasNoWatchesLeft(t *testing.T) {
	takeAllWatches(t)
	path := filepath.Join(t.TempDir(), "portfolio.db")
	ours, theirs := mustOpen(t, path), mustOpen(t, path)
	defer mustClose(t, ours)
	defer mustClose(t, theirs)
	told := make(chan Changed, 100)
	ours.OnChange(func(c Changed) { told <- c })
	stop := watch(t, ours)
	for range 2 {
		p := mustSave(t, theirs, portfolio.Program{Name: "Theirs"})
		if c := await(t, told); !c.External || c.ChangeSet != p.Revision {
			t.Errorf("a write of theirs is told as %+v", c)
		}
	}
	stop()
}

// takeAllWatches takes all watchers that the system has for this user, until the test ends.
func takeAllWatches(t *testing.T) {
	t.Helper()
	for {
		fd, err := unix.InotifyInit1(unix.IN_CLOEXEC)
		if errors.Is(err, unix.EMFILE) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := unix.Close(fd); err != nil {
				t.Error(err)
			}
		})
	}
}
