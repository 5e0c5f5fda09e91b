// Package faults keeps what is known of faults of ours, in the data folder and nowhere else: a log, and a report of each
// crash. A person may hand both on, so neither holds a text of the portfolio, a path, the name of an endpoint or a key. What
// may stand in them is said in one place, by redact and by keepable.
package faults

import (
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"gopkg.in/natefinch/lumberjack.v2"
)

// The log in the data folder, and how large it may become: 1 MB, with as much again of the two files before it.
const (
	logFolder   = "logs"
	logName     = "portfolio-ai.log"
	logMegabyte = 1
	logsBefore  = 2
)

// NewLog makes a log of warnings and errors. Of what it is given it writes only what redact lets pass.
func NewLog(out io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: slog.LevelWarn, AddSource: true, ReplaceAttr: redact}))
}

// File gives the log of a data folder, for NewLog. Nothing is opened before the first line, and where there is no such
// folder the lines are lost: the portfolio makes it.
func File(dataDir string) io.Writer {
	folder := filepath.Join(dataDir, logFolder)
	return &file{folder, &lumberjack.Logger{Filename: filepath.Join(folder, logName), MaxSize: logMegabyte, MaxBackups: logsBefore}}
}

// file is a log that makes its folder. What the library makes itself has the mode 0600.
type file struct {
	folder string
	to     *lumberjack.Logger
}

func (f *file) Write(line []byte) (int, error) {
	if err := os.Mkdir(f.folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return 0, err
	}
	return f.to.Write(line)
}

// Both writes each line to all of the outputs; one that fails, such as the standard error of a window that has none, leaves
// the others.
type Both []io.Writer

// Write never fails: there is nowhere left to report to.
func (b Both) Write(line []byte) (int, error) {
	for _, out := range b {
		_, _ = out.Write(line)
	}
	return len(line), nil
}
