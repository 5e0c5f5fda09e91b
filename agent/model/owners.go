package model

import (
	"cmp"
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"charm.land/fantasy"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// standIns replaces the names of owners on the way to a model, and puts them back on the way from it. The names are those
// of the owner fields, wherever they occur in a text; what else a text says of a person stays as it is. A nil standIns
// replaces nothing.
type standIns struct {
	owners map[string]string // by stand-in
	names  map[string]string // stand-ins by owner in lower case, plain and as JSON writes it
	inText *regexp.Regexp    // any owner
	order  []string          // the stand-ins, the longest first
}

// standInWord begins each stand-in: "Owner 1".
const standInWord = "Owner "

var standIn = regexp.MustCompile(standInWord + `\d+`)

// newStandIns numbers the owners of a portfolio by name, so that they keep their numbers while nobody joins or leaves.
func newStandIns(ctx context.Context, w tools.Workspace) (*standIns, error) {
	var owners []string
	for of, field := range map[portfolio.Entity]portfolio.Field{portfolio.EntityProgram: portfolio.FieldOwner, portfolio.EntityRisk: portfolio.FieldRiskOwner} {
		groups, err := w.Groups(ctx, portfolio.Query{Of: of}, field)
		if err != nil {
			return nil, err
		}
		for _, g := range groups {
			if name := strings.TrimSpace(g.Value); name != "" && !slices.Contains(owners, name) {
				owners = append(owners, name)
			}
		}
	}
	slices.Sort(owners)
	s := &standIns{owners: map[string]string{}, names: map[string]string{}}
	var patterns []string
	for i, owner := range owners {
		word := standInWord + strconv.Itoa(i+1)
		s.owners[word] = owner
		s.order = append(s.order, word)
		for _, written := range []string{owner, inJSON(owner)} {
			s.names[strings.ToLower(written)] = word
			patterns = append(patterns, regexp.QuoteMeta(written))
		}
	}
	byLength := func(a, b string) int { return len(b) - len(a) }
	slices.SortFunc(patterns, byLength)
	slices.SortStableFunc(s.order, byLength)
	if len(patterns) > 0 {
		s.inText = regexp.MustCompile(`(?i)` + strings.Join(slices.Compact(patterns), "|"))
	}
	return s, nil
}

// inJSON gives a text as it stands between the quotes of a JSON string.
func inJSON(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		return text
	}
	return string(data[1 : len(data)-1])
}

// hide replaces owners by their stand-ins.
func (s *standIns) hide(text string) string {
	if s == nil || s.inText == nil {
		return text
	}
	var b strings.Builder
	done := 0
	for _, at := range s.inText.FindAllStringIndex(text, -1) {
		if !standsAlone(text, at[0], at[1]) {
			continue
		}
		b.WriteString(text[done:at[0]])
		b.WriteString(cmp.Or(s.names[strings.ToLower(text[at[0]:at[1]])], standInWord+"0"))
		done = at[1]
	}
	return b.String() + text[done:]
}

// standsAlone reports whether a part of a text is no part of a longer word. In JSON a line end is written with a letter.
func standsAlone(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	escaped := from >= 2 && text[from-2] == '\\' && strings.ContainsRune("nrtbf", before)
	return (escaped || !isWord(before)) && !isWord(after)
}

// restore puts the owners back into JSON that a model wrote.
func (s *standIns) restore(text string) string {
	if s == nil {
		return text
	}
	return standIn.ReplaceAllStringFunc(text, func(word string) string {
		if owner, ok := s.owners[word]; ok {
			return inJSON(owner)
		}
		return word
	})
}

// owner gives the owner of a stand-in.
func (s *standIns) owner(word string) (string, bool) {
	if s == nil {
		return "", false
	}
	owner, ok := s.owners[word]
	return owner, ok
}

// beginning gives the stand-ins that begin with a character, the longest first.
func (s *standIns) beginning(first rune) []string {
	if s == nil || first != rune(standInWord[0]) {
		return nil
	}
	return s.order
}

// hideIn gives a message with stand-ins for owners.
func (s *standIns) hideIn(m fantasy.Message) fantasy.Message {
	if s == nil {
		return m
	}
	out := fantasy.Message{Role: m.Role}
	for _, part := range m.Content {
		switch p := part.(type) {
		case fantasy.TextPart:
			p.Text = s.hide(p.Text)
			part = p
		case fantasy.ToolCallPart:
			p.Input = s.hide(p.Input)
			part = p
		case fantasy.ToolResultPart:
			p.Output = fantasy.ToolResultOutputContentText{Text: s.hide(resultText(p))}
			part = p
		}
		out.Content = append(out.Content, part)
	}
	return out
}
