//go:build windowtest && linux

package windowtest_test

import (
	"context"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// firstRun is what a window on an empty folder shows.
var firstRun = heading("Bring in your portfolio")

// soon waits for a condition to hold.
func soon(t *testing.T, what string, holds func() (bool, error)) {
	t.Helper()
	look := time.NewTicker(100 * time.Millisecond)
	defer look.Stop()
	deadline := time.After(patience)
	for {
		done, err := holds()
		if done {
			return
		}
		select {
		case <-look.C:
		case <-deadline:
			t.Fatalf("still waiting for %s (%v)", what, err)
		}
	}
}

func TestWindow_secondStartOnTheSameFolderBringsTheFirstToTheFront(t *testing.T) {
	on := openDesktop(t)
	dataDir := t.TempDir()
	first := sitDownAt(t, on, dataDir)
	first.sees("the first run", firstRun)
	if err := first.window.LeaveKeyboard(); err != nil {
		t.Fatal(err)
	}

	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	// However the folder is written.
	again := filepath.Join(dataDir, "..", filepath.Base(dataDir)) + string(filepath.Separator)
	if err := on.Run(ctx, on.env, programPath(t), "--data-dir", again); err != nil {
		t.Fatalf("the second start: %v", err)
	}
	soon(t, "the keyboard in the first window", first.window.HasKeyboard)
	if count, err := on.CountWindows(); err != nil || count != 1 {
		t.Errorf("%d windows show (%v)", count, err)
	}

	second := sitDownAt(t, on, t.TempDir())
	soon(t, "a second window, on another folder", func() (bool, error) {
		count, err := on.CountWindows()
		return count == 2, err
	})
	second.sees("the first run", firstRun)
}

func TestWindow_opensWithoutASessionBus(t *testing.T) {
	on := openDesktop(t)
	// The accessibility tree needs the bus, so the window itself has to do as a proof.
	on.env = append(on.env, "DBUS_SESSION_BUS_ADDRESS=", "NO_AT_BRIDGE=1")
	sitDownAt(t, on, t.TempDir())
	soon(t, "the window", func() (bool, error) {
		count, err := on.CountWindows()
		return count == 1, err
	})
}

func TestWindow_keepsThePageAsItWillOpenWhenItCloses(t *testing.T) {
	on, dataDir := openDesktop(t), t.TempDir()
	run(t, dataDir, "import", "--as-of", birdsAsOf, birds)
	p := sitDownAt(t, on, dataDir)
	kept := func(name string) func() (bool, error) {
		return func() (bool, error) {
			page, err := os.ReadFile(filepath.Join(dataDir, "page.json"))
			return strings.Contains(string(page), name), err
		}
	}
	soon(t, "the page to be kept", kept("Avocet"))
	later := filepath.Join(t.TempDir(), "later.json")
	if err := os.WriteFile(later, []byte(`[{"name": "Bittern of the last minute"}]`), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, dataDir, "import", later)
	p.sees("the new program", saying("Bittern of the last minute"))
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := p.window.AskToClose(ctx); err != nil {
		t.Fatal(err)
	}
	if is, err := kept("Bittern of the last minute")(); !is {
		t.Errorf("the page is kept as it was when the window opened (%v)", err)
	}
	again := sitDownAt(t, on, dataDir)
	again.sees("the list", saying("Bittern of the last minute"))
}

func TestWindow_opensWhereItWas(t *testing.T) {
	on := openDesktop(t)
	dataDir := t.TempDir()
	wanted := image.Rect(60, 40, 1060, 740)

	first := sitDownAt(t, on, dataDir)
	first.sees("the first run", firstRun)
	if err := first.window.SetFrame(wanted); err != nil {
		t.Fatal(err)
	}
	soon(t, "the size to be kept", func() (bool, error) {
		kept, err := os.ReadFile(filepath.Join(dataDir, "window.json"))
		return strings.Contains(string(kept), `"Width":1000,"Height":700`), err
	})
	// A window that is only moved is remembered as it closes.
	wanted = wanted.Add(image.Pt(100, 50))
	if err := first.window.SetFrame(wanted); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := first.window.AskToClose(ctx); err != nil {
		t.Fatal(err)
	}

	second := sitDownAt(t, on, dataDir)
	second.sees("the first run", firstRun)
	var frame image.Rectangle
	soon(t, "the window in its place", func() (found bool, err error) {
		frame, err = second.window.Frame()
		return frame == wanted, err
	})
}
