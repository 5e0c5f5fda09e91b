package model

import (
	"slices"
	"strings"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// evidence is the records that tools returned for an answer, and those that earlier answers cite. What an answer names of
// them becomes a link.
type evidence struct {
	named   map[string][]portfolio.Citation // by exact name; several records can have it
	initial map[rune][]string               // the same names by their first character, the longest first
}

func newEvidence() *evidence {
	return &evidence{named: map[string][]portfolio.Citation{}, initial: map[rune][]string{}}
}

// add takes in a record.
func (e *evidence) add(c portfolio.Citation) {
	c.Label = strings.TrimSpace(c.Label)
	if c.ID == "" || utf8.RuneCountInString(c.Label) < leastName {
		return
	}
	known := e.named[c.Label]
	if slices.Contains(known, c) {
		return
	}
	e.named[c.Label] = append(known, c)
	if len(known) > 0 {
		return
	}
	first, _ := utf8.DecodeRuneInString(c.Label)
	e.initial[first] = append(e.initial[first], c.Label)
	slices.SortFunc(e.initial[first], func(a, b string) int { return len(b) - len(a) })
}

// leastName is how many characters a name needs to be looked for in an answer: a program named "A" is not meant by every "A".
const leastName = 2

// of gives the records of a name.
func (e *evidence) of(name string) []portfolio.Citation { return e.named[name] }

// beginning gives the names that begin with a character, the longest first.
func (e *evidence) beginning(first rune) []string { return e.initial[first] }
