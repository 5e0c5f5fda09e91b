package portfolio

import (
	"errors"
	"fmt"
	"slices"
)

// Code is the kind of an error that a person can act on.
type Code string

// The codes. Anything that is not an *Error is EInternal: its detail is for the log, not for people.
const (
	EInvalid   Code = "invalid"   // the input breaks a rule; nothing was changed
	ENotFound  Code = "not_found" // the record does not exist (any more)
	EConflict  Code = "conflict"  // the record changed since it was read, or the name is taken
	ENotReady  Code = "not_ready" // the desk is still opening, or it could not open its file
	ECancelled Code = "cancelled" // the person stopped it
	EStorage   Code = "storage"   // the file or disk refused: full, read-only, in use
	EDamaged   Code = "damaged"   // the portfolio is not there any more, or is no portfolio that can be read
	ENewer     Code = "newer"     // the file was written by a newer program, which is what to install
	EEndpoint  Code = "endpoint"  // a language model's endpoint cannot be used as things are
	EInternal  Code = "internal"  // a fault of ours
)

// Error is a failure with one sentence that says what happened and what to do.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
}

// Error gives the sentence.
func (e *Error) Error() string { return e.Message }

// longestPart is how much of a text an error repeats, in characters: whatever somebody sends stands in a sentence.
const longestPart = 500

// Errorf makes an error of the code. Of a long text the beginning is in the sentence.
func Errorf(code Code, format string, args ...any) *Error {
	parts := slices.Clone(args)
	for i, arg := range parts {
		if text, ok := arg.(string); ok && IsLonger(text, longestPart) {
			parts[i] = Beginning(text, longestPart)
		}
	}
	return &Error{Code: code, Message: fmt.Sprintf(format, parts...)}
}

// Invalidf makes an EInvalid error.
func Invalidf(format string, args ...any) *Error { return Errorf(EInvalid, format, args...) }

// NotFound says that a record is not there (any more).
func NotFound(entity Entity, id string) *Error {
	return Errorf(ENotFound, "There is no %s %q.", entity.Words(), id)
}

// ErrorCode gives the code of err: "" for nil, EInternal for any error that is not an *Error.
func ErrorCode(err error) Code {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return EInternal
}

// ErrorMessage gives the sentence for a person. For a fault of ours it does not repeat the detail.
func ErrorMessage(err error) string {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Message
	}
	return "Something went wrong inside Portfolio AI. Nothing was changed; the log has the details."
}
