package faults

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// crashIn makes the test binary a program that crashes in its data folder.
const crashIn = "PORTFOLIO_AI_TEST_CRASH_IN"

func TestMain(m *testing.M) {
	if dataDir := os.Getenv(crashIn); dataDir != "" {
		if err := NewCrashes(dataDir, "1.2.3").Watch(); err != nil {
			panic(err)
		}
		go beginsToFall(os.Getenv(crashIn + "_BY"))
		select {}
	}
	os.Exit(m.Run())
}

// beginsToFall is in the stack of every crash.
func beginsToFall(by string) {
	switch by {
	case "text":
		panic("program " + secret + "\ngoroutine " + secret)
	case "error":
		panic(sayer{})
	case "index":
		_ = []int{}[len(os.Args[1:])]
	case "map":
		m := map[int]int{}
		for range 8 {
			go func() {
				for {
					m[0]++
				}
			}()
		}
	}
}

func TestCrashes_areToldOfOnceWithoutAText(t *testing.T) {
	for by, says := range map[string]string{
		"text": "panic: (withheld)", "error": "panic: (withheld)",
		"index": "panic: runtime error: index out of range [0] with length 0",
		"map":   "maps.fatal(", // the runtime says the rest on standard error only
	} {
		t.Run(by, func(t *testing.T) {
			dataDir := t.TempDir()
			program := exec.CommandContext(t.Context(), os.Args[0])
			program.Env = append(os.Environ(), crashIn+"="+dataDir, crashIn+"_BY="+by)
			if out, err := program.CombinedOutput(); err == nil {
				t.Fatalf("the program did not crash: %s", out)
			}
			crashes := NewCrashes(dataDir, "1.2.4")
			if err := crashes.Watch(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = crashes.Close() })
			report, err := crashes.Untold()
			if err != nil || report.Name == "" {
				t.Fatalf("told of %v (%v)", report, err)
			}
			if !strings.Contains(report.Text, says) || !strings.Contains(report.Text, "beginsToFall") || !strings.Contains(report.Text, "crash_test.go:") {
				t.Errorf("the report does not say what happened:\n%s", report.Text)
			}
			if strings.Contains(report.Text, secret) || !strings.Contains(report.Text, "Program: 1.2.3\n") {
				t.Errorf("the report says a text, or the wrong program:\n%s", report.Text)
			}
			if err := crashes.Told(); err != nil {
				t.Fatal(err)
			}
			if again, err := crashes.Untold(); again.Name != "" || err != nil {
				t.Errorf("told again of %v (%v)", again, err)
			}
			if err := crashes.Delete(report.Name); err != nil {
				t.Fatal(err)
			}
			if left, err := crashes.files(); len(left) != 0 || err != nil {
				t.Errorf("%v are left (%v)", left, err)
			}
		})
	}
}

func TestCrashes_keepACaughtPanicAndOnlyTheNewest(t *testing.T) {
	dataDir := t.TempDir()
	crashes := NewCrashes(dataDir, "1.2.3")
	if err := crashes.Watch(); err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, time.February, 2, 12, 0, 0, 0, time.UTC)
	crashes.now = func() time.Time { at = at.Add(time.Second); return at }
	for range mostReports + 2 {
		if err := crashes.Caught("Programs.Get", "no "+secret, debug.Stack()); err != nil {
			t.Fatal(err)
		}
	}
	names, err := crashes.files()
	if err != nil || len(names) != mostReports {
		t.Errorf("%d reports are kept (%v)", len(names), err)
	}
	report, err := crashes.Untold()
	if err != nil || !strings.Contains(report.Text, "Programs.Get") || !strings.Contains(report.Text, "2026-02-02T12:00:07Z") {
		t.Errorf("told of %v (%v)", report, err)
	}
	if strings.Contains(report.Text, secret) {
		t.Errorf("the report says a text:\n%s", report.Text)
	}
	if err := crashes.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dataDir, crashFolder, running)); err == nil {
		t.Error("a run that ended as it should left what looks like one that did not")
	}
}

func TestCrashes_deleteNothingButReports(t *testing.T) {
	dataDir := t.TempDir()
	kept := filepath.Join(dataDir, "portfolio.db")
	if err := os.WriteFile(kept, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	crashes := NewCrashes(dataDir, "")
	for _, name := range []string{"../portfolio.db", kept, "", ".", running, "crash-1/../../portfolio.db", "running"} {
		if err := crashes.Delete(name); err == nil {
			t.Errorf("%q is deleted", name)
		}
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
}

// await waits for a condition to hold.
func await(t *testing.T, what string, holds func() bool) {
	t.Helper()
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	deadline := time.After(20 * time.Second)
	for !holds() {
		select {
		case <-look.C:
		case <-deadline:
			t.Fatalf("still waiting for %s", what)
		}
	}
}
