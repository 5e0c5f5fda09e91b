package checking

import (
	"strings"

	"portfolio-ai/store/portfolio"
)

// end is which end of a move a value is.
type end int

const (
	neither end = iota
	fromEnd     // "from 2 March …"
	toEnd       // "… to 16 March"
)

// endFields are the fields that hold the ends of what a sentence says to reach from one day to another.
var endFields = map[portfolio.Field]end{
	portfolio.FieldStartDate: fromEnd, portfolio.FieldMilestoneBaseline: fromEnd,
	portfolio.FieldLaunchDate: toEnd, portfolio.FieldMilestoneDue: toEnd, portfolio.FieldMilestoneCompleted: toEnd,
}

// endOf tells which end of a move a mention is: two of a kind with "to" or an arrow between them.
func (s *statement) endOf(m mention) end {
	joined := func(a, b mention) bool {
		if a.kind != b.kind || a.to > b.from || a.kind == aPhrase && (!a.is(senseWord) || !b.is(senseWord)) {
			return false
		}
		switch strings.Trim(s.u.text[a.to:b.from], " *_") {
		case "to", "→", "->", "⇒", "=>", "until":
			return true
		}
		return false
	}
	for _, x := range s.ms {
		switch {
		case joined(m, x):
			return fromEnd
		case joined(x, m):
			return toEnd
		}
	}
	return neither
}

// moved makes a test of cells ask also that a cell is the right end of a move, where the mention is one.
func (s *statement) moved(m mention, fits func(cell) bool) func(cell) bool {
	at := s.endOf(m)
	if at == neither {
		return fits
	}
	return func(x cell) bool {
		switch {
		case !fits(x):
			return false
		case x.changed:
			return x.before == (at == fromEnd)
		case m.kind == aDate:
			return endFields[x.field] == at
		}
		return at == toEnd
	}
}
