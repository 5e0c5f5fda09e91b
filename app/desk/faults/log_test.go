package faults

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"portfolio-ai/store/portfolio"
)

// secret is a text that must not be in a log.
const secret = "Kestrel-Handover"

// sayer is an error of a kind that nobody knows here, and that says a secret.
type sayer struct{ within error }

func (sayer) Error() string   { return "no " + secret }
func (s sayer) Unwrap() error { return s.within }

// coded is an error with a number, as SQLite's are.
type coded struct{ sayer }

func (coded) Code() int { return 1299 }

func TestLog_saysWhatAFaultIsAndNotWhatItQuotes(t *testing.T) {
	var out bytes.Buffer
	log := NewLog(&out)
	for _, one := range []struct {
		err  error
		want string
	}{
		{portfolio.NotFound(portfolio.EntityProgram, secret), "portfolio.Error(not_found)"},
		{fmt.Errorf("import %s: %w", secret, &fs.PathError{Op: "open", Path: "/home/" + secret, Err: syscall.ENOSPC}), "*fmt.wrapError > fs.PathError(open) > no space left on device"},
		{errors.Join(errors.New(secret), context.Canceled), "*errors.joinError > [*errors.errorString, context canceled]"},
		{fmt.Errorf("%s: %w, %w", secret, coded{}, sayer{context.DeadlineExceeded}), "*fmt.wrapErrors > [faults.coded(1299), faults.sayer > context deadline exceeded]"},
		{&os.LinkError{Op: "rename", Old: secret, New: secret, Err: syscall.EACCES}, "os.LinkError(rename) > permission denied"},
	} {
		out.Reset()
		log.Error("import a file", "error", one.err)
		if got := out.String(); !strings.Contains(got, one.want) || !strings.Contains(got, "log_test.go:") {
			t.Errorf("%v is logged as %s instead of %s", one.err, got, one.want)
		}
		if strings.Contains(out.String(), secret) {
			t.Errorf("the log says %s", out.String())
		}
	}
}

func TestLog_holdsNoTextThatIsNotOfTheProgram(t *testing.T) {
	var out bytes.Buffer
	log := NewLog(&out).With("owner", secret).WithGroup("about")
	log.Error("read a record", "id", secret, "panic", secret, "bytes", []byte(secret), "record", struct{ Name string }{secret},
		"method", "Programs.Get", "rows", 7, "type", reflect.TypeFor[portfolio.Program]())
	log.Info("not a fault", "id", 1)
	got := out.String()
	if strings.Contains(got, secret) || strings.Contains(got, "not a fault") {
		t.Errorf("the log says %s", got)
	}
	for _, want := range []string{"read a record", "Programs.Get", "rows=7", "portfolio.Program"} {
		if !strings.Contains(got, want) {
			t.Errorf("the log lacks %q: %s", want, got)
		}
	}
}

func TestFile_isBoundedAndForItsOwnerOnly(t *testing.T) {
	dataDir := t.TempDir()
	log := NewLog(File(dataDir))
	for range 5 << 20 / 1000 {
		log.Error("a line", "stack", strings.Repeat("x", 1000))
	}
	var size int64
	files := 0
	soonFew := func() bool { // the library removes the oldest beside
		size, files = 0, 0
		entries, err := os.ReadDir(filepath.Join(dataDir, logFolder))
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			info, err := entry.Info()
			if err != nil {
				return false
			}
			if runtime.GOOS != "windows" && info.Mode() != 0o600 {
				t.Errorf("%s has the mode %v", entry.Name(), info.Mode())
			}
			size += info.Size()
			files++
		}
		return files <= 1+logsBefore
	}
	await(t, "few files of the log", soonFew)
	if size > (1+logsBefore)*logMegabyte<<20 {
		t.Errorf("%d files of the log have %d bytes", files, size)
	}
	if info, err := os.Stat(filepath.Join(dataDir, logFolder)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("the folder of the log: %v (%v)", info, err)
	}
}

func TestFile_makesNoDataFolder(t *testing.T) {
	dataDir := filepath.Join(t.TempDir(), "none")
	NewLog(File(dataDir)).Error("a line")
	if _, err := os.Stat(dataDir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("there is a data folder: %v", err)
	}
}

func TestBoth_writesOnWhereOneOutputFails(t *testing.T) {
	var out bytes.Buffer
	NewLog(Both{closed{}, &out}).Error("a line")
	if out.Len() == 0 {
		t.Error("nothing is written")
	}
}

// closed is an output that takes nothing.
type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, fs.ErrClosed }
