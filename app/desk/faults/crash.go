package faults

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"portfolio-ai/store/portfolio"
)

const (
	crashFolder = "crashes"
	running     = "running.txt" // where the Go runtime writes as the program ends by a crash; only the program in it as long as it runs
	untold      = ".new.txt"    // the end of the name of a report that nobody was told of
	told        = ".txt"        // and of one that somebody was
	mostReports = 5             // are kept, the newest
	longest     = 1 << 20       // bytes of what the runtime wrote are read
	stamp       = "20060102-150405.000"
)

// Crashes keeps a report of each crash in the data folder. Nothing is ever sent: a person reads a report, and hands it on or
// deletes it.
type Crashes struct {
	folder string
	about  string // the program, for the head of a report
	now    func() time.Time

	mu       sync.Mutex
	watching bool
}

// NewCrashes makes the keeper of a data folder's reports. About says which program this is. Nothing is written yet.
func NewCrashes(dataDir, about string) *Crashes {
	return &Crashes{folder: filepath.Join(dataDir, crashFolder), about: about, now: time.Now}
}

// Watch turns what a crash of the last run left into a report, and has the Go runtime write down the next one: a panic that
// nobody catches, or a fault of the runtime itself. Where there is no data folder yet it does nothing; ask again once there is.
func (c *Crashes) Watch() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.watching {
		return nil
	}
	switch err := os.Mkdir(c.folder, 0o700); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil && !errors.Is(err, fs.ErrExist):
		return err
	}
	path := filepath.Join(c.folder, running)
	if err := c.keepLast(path); err != nil {
		return err
	}
	out, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := out.WriteString(c.about + "\n"); err != nil {
		return errors.Join(err, out.Close())
	}
	c.watching = true
	return errors.Join(debug.SetCrashOutput(out, debug.CrashOptions{}), out.Close()) // the runtime has its own copy
}

// keepLast makes a report of what the runtime wrote in the last run, if it did.
func (c *Crashes) keepLast(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	about, stack, _ := strings.Cut(string(raw[:min(len(raw), longest)]), "\n")
	if stack == "" {
		return nil // it was ended from outside
	}
	return c.write(crash{about, info.ModTime(), "The program ended.", stack})
}

// Caught keeps a report of a panic that did not end the program, in a method that the window called.
func (c *Crashes) Caught(method string, fault any, stack []byte) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.watching {
		return nil
	}
	what := fmt.Sprintf("The program went on. Method: %s\nFault: %s", method, described(fault))
	return c.write(crash{c.about, c.now(), what, string(stack)})
}

// crash is what a report tells.
type crash struct {
	about string // the program
	at    time.Time
	what  string
	stack string // as the runtime wrote it
}

// write keeps a report, and removes the oldest where there are too many.
func (c *Crashes) write(of crash) error {
	head := fmt.Sprintf("Portfolio AI crashed.\n%s\n\nProgram: %s\nSystem: %s %s, %s\nTime: %s\n\n",
		of.what, of.about, runtime.GOOS, runtime.GOARCH, runtime.Version(), of.at.UTC().Format(time.RFC3339))
	name := "crash-" + of.at.UTC().Format(stamp) + untold
	if err := os.WriteFile(filepath.Join(c.folder, name), []byte(head+keepable(of.stack)), 0o600); err != nil {
		return err
	}
	all, err := c.files()
	for len(all) > mostReports && err == nil {
		err = os.Remove(filepath.Join(c.folder, all[0]))
		all = all[1:]
	}
	return err
}

// Lines of what the runtime writes that hold functions, files, numbers and what the runtime itself says. A panic says in
// words what somebody gave it, so of those lines only the runtime's own are kept.
var keptLine = regexp.MustCompile(`^(|fatal error: .*|(\s*)panic: runtime error: .*|\[signal [A-Z]+.*\]|goroutine \d+.*:|runtime stack:|created by \S+( in goroutine \d+)?|\S+\(([0-9a-fx{}?, .]|\.\.\.)*\)|\t\S+:\d+( \+0x[0-9a-f]+)?|\.\.\.additional frames elided\.\.\.)$`)

// keepable gives the lines that may stand in a report.
func keepable(stack string) string {
	var b strings.Builder
	for line := range strings.Lines(stack) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case keptLine.MatchString(line):
			b.WriteString(line + "\n")
		case strings.HasPrefix(strings.TrimSpace(line), "panic: "):
			b.WriteString("panic: " + withheld + "\n")
		}
	}
	return b.String()
}

// files lists the files of the reports, the oldest first.
func (c *Crashes) files() ([]string, error) {
	entries, err := os.ReadDir(c.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var files []string
	for _, entry := range entries {
		if entry.Name() != running && strings.HasSuffix(entry.Name(), told) {
			files = append(files, entry.Name())
		}
	}
	slices.Sort(files)
	return files, err
}

// Report is what is kept of a crash. Its name holds the time; whether a person was told is in the ending of the file.
type Report struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// Untold gives the newest report that nobody was told of; the zero report where there is none.
func (c *Crashes) Untold() (Report, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	files, err := c.files()
	for _, file := range slices.Backward(files) {
		if name, ok := strings.CutSuffix(file, untold); ok {
			text, err := os.ReadFile(filepath.Join(c.folder, file))
			return Report{name, string(text)}, err
		}
	}
	return Report{}, err
}

// Told keeps that a person was told of all there are.
func (c *Crashes) Told() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	files, err := c.files()
	for _, file := range files {
		if name, ok := strings.CutSuffix(file, untold); ok {
			err = errors.Join(err, os.Rename(filepath.Join(c.folder, file), filepath.Join(c.folder, name+told)))
		}
	}
	return err
}

// reportName is what a report is called.
var reportName = regexp.MustCompile(`^crash-[0-9]+-[0-9.]+$`)

// Delete deletes the report of a name. One that is gone already is no fault.
func (c *Crashes) Delete(name string) error {
	if !reportName.MatchString(name) {
		return portfolio.Invalidf("%q is no report of a crash.", name)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, end := range []string{untold, told} {
		if err := os.Remove(filepath.Join(c.folder, name+end)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Close says that the program ends as it should.
func (c *Crashes) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.watching {
		return nil
	}
	c.watching = false
	return errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), os.Remove(filepath.Join(c.folder, running)))
}
