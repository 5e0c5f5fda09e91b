package faults

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"syscall"

	"portfolio-ai/store/portfolio"
)

// withheld stands for a text that may be a person's.
const withheld = "(withheld)"

// ours are the attributes whose texts the program itself wrote: names of methods, of settings, of tools, of reasons, and stacks,
// which hold functions and addresses. The message of a line is one of them too: sloglint wants it to be a constant.
var ours = map[string]bool{slog.MessageKey: true, "method": true, "setting": true, "tool": true, "why": true, "kind": true, "stack": true}

// redact lets of an attribute pass what cannot be a text of a person: numbers, times, what is ours, and of an error what it
// is instead of what it says.
func redact(_ []string, a slog.Attr) slog.Attr {
	switch a.Value.Kind() {
	case slog.KindString:
		if !ours[a.Key] {
			a.Value = slog.StringValue(withheld)
		}
	case slog.KindAny:
		a.Value = slog.StringValue(described(a.Value.Any()))
	default: // numbers, truths, times, and groups of such
	}
	return a
}

// described says what a value is.
func described(value any) string {
	switch v := value.(type) {
	case *slog.Source:
		return fmt.Sprintf("%s:%d", filepath.Base(v.File), v.Line)
	case slog.Level:
		return v.String()
	case reflect.Type:
		return v.String()
	case error:
		return Chain(v)
	}
	return fmt.Sprintf("%T", value)
}

// Chain says of an error and of those within it what they are, from the outside to the cause: kinds, codes and what the
// system said, never a sentence in which a record, a path or an address may be quoted.
func Chain(err error) string {
	var kinds []string
	for err != nil {
		kinds = append(kinds, kindOf(err))
		switch within := err.(type) { //nolint:errorlint // each error of the chain is looked at by itself
		case interface{ Unwrap() error }:
			err = within.Unwrap()
		case interface{ Unwrap() []error }:
			var all []string
			for _, one := range within.Unwrap() {
				all = append(all, Chain(one))
			}
			return strings.Join(append(kinds, "["+strings.Join(all, ", ")+"]"), " > ")
		default:
			err = nil
		}
	}
	return strings.Join(kinds, " > ")
}

// constants are errors whose text is always the same.
var constants = []error{context.Canceled, context.DeadlineExceeded, io.EOF, io.ErrUnexpectedEOF, io.ErrClosedPipe, fs.ErrNotExist, fs.ErrPermission, fs.ErrClosed}

// kindOf says what one error is.
func kindOf(err error) string {
	for _, known := range constants {
		if err == known { //nolint:errorlint // not those within it
			return known.Error()
		}
	}
	switch e := err.(type) { //nolint:errorlint // not those within it
	case *portfolio.Error:
		return "portfolio.Error(" + string(e.Code) + ")"
	case *fs.PathError:
		return "fs.PathError(" + e.Op + ")"
	case *os.LinkError:
		return "os.LinkError(" + e.Op + ")"
	case syscall.Errno:
		return e.Error()
	case runtime.Error:
		return e.Error() // names types and numbers
	case interface{ Code() int }: // SQLite
		return fmt.Sprintf("%T(%d)", err, e.Code())
	}
	return fmt.Sprintf("%T", err)
}
