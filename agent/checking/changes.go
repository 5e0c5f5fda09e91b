package checking

import (
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// companions are fields that change along with something that is told anyway.
var companions = map[portfolio.Entity][]string{
	portfolio.EntityProgram: {"last_update"}, portfolio.EntityMilestone: {"status", "baseline_date"},
}

// told is a change that is told by itself, with its topic.
type told struct {
	*portfolio.Change
	topic portfolio.Topic
}

// changes lists the changes of a source that are told by themselves.
func (s *source) changes() []told {
	if s.told == nil {
		s.told = []told{}
		for i := range s.Changes {
			if x := &s.Changes[i]; !slices.Contains(companions[x.Entity], x.Field) {
				s.told = append(s.told, told{x, portfolio.TopicOf(*x)})
			}
		}
	}
	return s.told
}

// lengths are how many changes a source has in all and of each topic.
func (s *source) lengths() []int {
	by := map[portfolio.Topic]int{}
	for _, x := range s.changes() {
		by[x.topic]++
	}
	out := []int{len(s.changes())}
	for _, n := range by {
		out = append(out, n)
	}
	return out
}

// bindChanges binds a count of changes: of a topic, of programs that changed, or of the rows that a proposal would write.
func (c *checker) bindChanges(s *statement, k *chunk, n int, out **portfolio.Binding) bool {
	for _, src := range c.sources {
		switch src.Tool {
		case tools.ProposeChangesTool:
			if n > 0 && k.said.empty && c.proposed(src, k, n) {
				*out = &portfolio.Binding{Function: portfolio.FunctionCount}
				return true
			}
		case tools.ListChangesTool:
			if moves := k.moves(s.u.text); c.within(s, k, src) && moves.narrows(src.Period) && k.tally(src, moves) == n {
				*out = &portfolio.Binding{Function: portfolio.FunctionCount, Query: &src.Period.Programs}
				return true
			}
		default:
		}
	}
	return false
}

// tally counts the changes that a chunk speaks of, or the programs that have some; -1 where it speaks of neither.
func (k *chunk) tally(src *source, moves move) int {
	if k.said.topic == "" && !k.said.changed {
		return -1
	}
	n := 0
	programs := map[string]bool{}
	for _, x := range src.changes() {
		if (k.said.topic == "" || x.topic == k.said.topic) && moves.picks(*x.Change) {
			n++
			if x.ProgramID != "" {
				programs[x.ProgramID] = true
			}
		}
	}
	if k.noun == portfolio.EntityProgram && k.said.topic == "" {
		return len(programs)
	}
	return n
}

// move is what a sentence says of changes: from and to which words, and whether for the worse or the better.
type move struct {
	before, after []string
	trend         tools.Trend
}

// moves reads from which words to which a chunk says that something changed.
func (k *chunk) moves(text string) move {
	var out move
	for _, m := range k.ms {
		if !m.is(senseWord) {
			continue
		}
		if words := strings.Fields(strings.ToLower(text[:m.from])); len(words) > 0 && words[len(words)-1] == "from" {
			out.before = append(out.before, m.entry.values[0])
		} else if len(words) > 0 {
			out.after = append(out.after, m.entry.values[0])
		}
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
		switch w {
		case "worse", "worsened", "slipped", "slips", "later", "deteriorated", "worsening":
			out.trend = tools.TrendWorse
		case "better", "improved", "improving", "earlier", "improvements":
			out.trend = tools.TrendBetter
		}
	}
	return out
}

// picks reports whether a change is one that the sentence speaks of.
func (m move) picks(c portfolio.Change) bool {
	return (len(m.before) == 0 || slices.Contains(m.before, textOf(c.Before))) && (len(m.after) == 0 || slices.Contains(m.after, textOf(c.After)))
}

// narrows reports whether the sentence says by what the changes of a period were picked.
func (m move) narrows(p tools.Period) bool {
	said := func(picked, words []string) bool {
		return !slices.ContainsFunc(picked, func(w string) bool { return !slices.Contains(words, w) })
	}
	return (p.Trend == m.trend || p.Trend != "" && m.trend == "" || p.Trend == "" && m.trend != "" && m.trend == tools.TrendWorse) && said(p.Before, m.before) && said(p.After, m.after)
}

// proposed reports whether a proposal has so many rows, or so many that are so already.
func (c *checker) proposed(src *source, k *chunk, n int) bool {
	same := 0
	for _, x := range src.Changes {
		if string(x.Before) == string(x.After) {
			same++
		}
	}
	return n == len(src.Changes)-same || n == same && k.said.other || n == same && same == len(src.Changes)
}

// mentioned reports whether a sentence, or the lines above it, name all of some programs.
func (c *checker) mentioned(s *statement, ids []string) bool {
	for _, id := range ids {
		named := func(m mention) bool {
			return m.kind == aRecord && slices.ContainsFunc(m.refs, func(r ref) bool { return fold(r.id) == id })
		}
		if !slices.ContainsFunc(s.ms, named) && !slices.ContainsFunc(c.context, named) {
			return false
		}
	}
	return true
}

// within reports whether a sentence speaks of the programs and the days of a list of changes.
func (c *checker) within(s *statement, k *chunk, src *source) bool {
	days := *k.said
	days.own = facets{}
	of, _ := k.effective()
	for f, x := range of {
		info, known := f.Info()
		switch {
		case f == "period" || known && info.Kind == portfolio.KindDate && x.ranged:
			if x.lo != string(src.Period.Since) && x.lo != "" || x.hi != string(src.Period.Until) && x.hi != "" && src.Period.Until != "" {
				return false
			}
		case f == portfolio.FieldStatus && k.said.topic == portfolio.TopicStatus:
		case known && k.said.topic != "" && info.Of != portfolio.EntityProgram:
		default:
			days.own[f] = x
		}
	}
	part := &chunk{said: &days, text: s.u.text, noun: portfolio.EntityProgram, may: k.may}
	for _, m := range k.must {
		part.must = append(part.must, &said{values: m.values})
	}
	days.values = slices.DeleteFunc(slices.Clone(days.values), func(v value) bool { return slices.Contains(v.fields, portfolio.FieldID) })
	def := asked(src.Period.Programs)
	if x, ok := def[portfolio.FieldID]; ok && !x.not && c.mentioned(s, x.in) {
		delete(def, portfolio.FieldID)
	}
	return part.agrees(def)
}
