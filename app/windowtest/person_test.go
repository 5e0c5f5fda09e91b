//go:build windowtest && linux

package windowtest_test

import (
	"cmp"
	"context"
	"errors"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfolio-ai/app/windowtest"
)

// program is the program under test: what make build has built, or another that the environment names (the installed one
// that build/scripts/verify-in-debian.sh tries).
var program = cmp.Or(os.Getenv("WINDOWTEST_PROGRAM"), "../../build/bin/portfolio-ai")

// artefacts is where a failed test leaves a picture of the window and what was printed.
const artefacts = "../../build/windowtest"

// patience is how long a person waits for one thing, also on a busy machine.
const patience = 30 * time.Second

// run runs the program without a window on a data folder, and returns what it prints.
func run(t *testing.T, dataDir string, args ...string) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, append([]string{"--data-dir", dataDir}, args...)...)
	out, err := cmd.Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			t.Fatalf("%s: %v: %s", strings.Join(args, " "), err, failed.Stderr)
		}
		t.Fatalf("%s: %v (make build builds it)", program, err)
	}
	return out
}

// person sits before the window of the program on a data folder.
type person struct {
	t       *testing.T
	window  *windowtest.Window
	dataDir string
}

// sitDown opens the window on a data folder, on a desktop of its own, and closes it when the test ends.
func sitDown(t *testing.T, dataDir string) person {
	t.Helper()
	return sitDownAt(t, openDesktop(t), dataDir)
}

// desk is a desktop with a home folder, and the folder for what a failed test leaves.
type desk struct {
	*windowtest.Desktop
	env       []string
	artefacts string
}

// openDesktop opens a desktop and closes it when the test ends.
func openDesktop(t *testing.T) desk {
	t.Helper()
	folder := filepath.Join(artefacts, strings.ReplaceAll(t.Name(), "/", "-"))
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	log, err := os.Create(filepath.Join(folder, "desktop.log"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = log.Close() })
	// Not the context of the test: that one ends before its cleanup, and would end the programs in the wrong order.
	desktop, err := windowtest.OpenDesktop(context.Background(), log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { report(t, desktop.Close()) })
	return desk{desktop, []string{"HOME=" + t.TempDir(), "LC_ALL=C.UTF-8"}, folder}
}

// sitDownAt opens the window on a data folder and closes it when the test ends.
func sitDownAt(t *testing.T, on desk, dataDir string) person {
	t.Helper()
	window, err := on.OpenWindow(context.Background(), on.env, programPath(t), "--data-dir", dataDir)
	if err != nil {
		t.Fatal(err)
	}
	return on.seated(t, window, dataDir)
}

// seated is a person before a window that was opened; it closes when the test ends.
func (on desk) seated(t *testing.T, window *windowtest.Window, dataDir string) person {
	t.Helper()
	t.Cleanup(func() { report(t, window.Close()) })
	t.Cleanup(func() {
		if t.Failed() {
			savePicture(t, window, filepath.Join(on.artefacts, "window.png"))
		}
	})
	return person{t, window, dataDir}
}

// programPath gives the program under test for a process with another working folder.
func programPath(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs(program)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func report(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}

func savePicture(t *testing.T, window *windowtest.Window, path string) {
	t.Helper()
	picture, err := window.Picture()
	if err != nil {
		t.Logf("no picture of the window: %v", err)
		return
	}
	file, err := os.Create(path)
	if err != nil {
		t.Log(err)
		return
	}
	if err := errors.Join(png.Encode(file, picture), file.Close()); err != nil {
		t.Log(err)
		return
	}
	t.Logf("the window as it was: %s", path)
}

// sees waits for something to be in the window, and returns it. what names it where it does not come.
func (p person) sees(what string, look find) *windowtest.Element {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	element, err := p.window.Wait(ctx, what, look)
	if err != nil {
		p.t.Fatal(err)
	}
	return element
}

// press waits for a link or button of that name and presses it.
func (p person) press(role windowtest.Role, name string) {
	p.t.Helper()
	p.presses(p.sees(role.String()+" "+name, func(page *windowtest.Element) *windowtest.Element { return page.Find(role, name) }))
}

func (p person) presses(element *windowtest.Element) {
	p.t.Helper()
	if err := element.Press(p.t.Context()); err != nil {
		p.t.Fatal(err)
	}
}

// types types the text into the field of that name, and waits until it stands there.
func (p person) types(field, text string) {
	p.t.Helper()
	into := p.sees("the field "+field, func(page *windowtest.Element) *windowtest.Element {
		return page.Find(windowtest.RoleEntry, field)
	})
	if err := p.window.Type(p.t.Context(), into, text); err != nil {
		p.t.Fatal(err)
	}
	p.sees("the text in the field "+field, func(page *windowtest.Element) *windowtest.Element {
		if entry := page.Find(windowtest.RoleEntry, field); entry != nil && entry.Text == text {
			return entry
		}
		return nil
	})
}
