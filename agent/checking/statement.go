package checking

import (
	"regexp"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// statement is a sentence with what it mentions, taken apart in two ways: into chunks, each around one number, and into
// clauses, each around the records that it is about.
type statement struct {
	u       *unit
	ms      []mention
	chunks  []*chunk
	clauses []clause
	said    *said   // the whole sentence, where it holds no number
	topics  []*said // what the statements before it said, the nearest first, then the lines above and the question
	follows bool    // the first of the topics is the statement before it
}

// chunk is the part of a sentence that belongs to one number.
type chunk struct {
	reach
	number  int // the mention
	ms      []mention
	text    string // of the whole sentence
	said    *said
	noun    portfolio.Entity
	must    []*said // what the sentence said before, and what is counted here must be too
	may     []*said // what may be left out because it was said before
	binding *portfolio.Binding
	loose   bool // bound by how many rows follow, whatever is said of them
}

// clause is the part of a sentence that is about some records.
type clause struct {
	reach
	subjects []mention
	pairwise bool // the values go to the records one by one
}

// isParameter reports whether a number bounds something else and is no figure itself: "over 50 %", "the next 30 days".
func isParameter(ms []mention, i int) bool {
	m := ms[i]
	if m.kind != aNumber || i == 0 {
		return false
	}
	w := ms[i-1]
	switch {
	case w.is(senseWindow):
		return m.unit == inDays || m.unit == inWeeks || m.unit == inMonths
	case m.unit == percent && boundsShare(ms, i):
		return true
	}
	if (m.unit == plain || m.unit == inDays) && scored(ms, i) {
		return true
	}
	return w.is(senseCompare) && m.unit == plain && (belongsBehind(ms, i) || i > 1 && ms[i-2].is(senseNoun) && ms[i-2].entry.entity == portfolio.EntityRisk)
}

// boundsShare reports whether a share is a bound: "over 50 %", "from 20 % to 60 %", "between 20 % and 60 %".
func boundsShare(ms []mention, i int) bool {
	w := ms[i-1]
	if w.is(senseJoin) && i > 1 && ms[i-2].kind == aNumber {
		return isParameter(ms, i-2)
	}
	return w.is(senseCompare) || w.kind == aNumber && isParameter(ms, i-1)
}

// scored reports whether a number is what a score or a slip is compared with: "with score of at least 6", "with slip over 30".
func scored(ms []mention, i int) bool {
	w := ms[i-1]
	if w.is(senseCompare) && i > 1 {
		w = ms[i-2]
	}
	at := slices.IndexFunc(ms[:i], func(x mention) bool { return x.from == w.from })
	return w.is(senseCue) && slices.Contains(meanFields, w.entry.fields[0]) && at > 0 && ms[at-1].is(senseWith)
}

// belongsBehind reports whether a number bounds how many records belong to those that are counted: "with at least 2 risks".
func belongsBehind(ms []mention, i int) bool {
	next := nextNoun(ms, i)
	return (next == portfolio.EntityRisk || next == portfolio.EntityMilestone) && slices.ContainsFunc(ms[:i], func(x mention) bool { return x.is(senseWith) })
}

// figure reports whether a mention is a number that a chunk forms around.
func (c *checker) figure(ms []mention, i int) bool {
	m := ms[i]
	return m.kind == aNumber && !(m.unit == percent && m.bracket) && m.unit != inDays && m.unit != inWeeks && m.unit != inMonths && m.unit != points && !m.bounds
}

// parse takes a sentence apart.
func (c *checker) parse(u *unit, ms []mention, topics []*said, follows bool) *statement {
	s := &statement{u: u, ms: ms, topics: topics, follows: follows}
	var figures []int
	for i := range ms {
		if c.figure(ms, i) {
			figures = append(figures, i)
		}
	}
	from := 0
	for n, i := range figures {
		to := len(u.text)
		if n+1 < len(figures) {
			to = s.boundary(i, figures[n+1])
		}
		s.chunks = append(s.chunks, &chunk{reach: reach{from, to}, number: i})
		from = to
	}
	for n := range s.chunks {
		c.fill(s, n)
	}
	if len(s.chunks) == 0 {
		s.said = c.say(u, ms, "", -1)
	}
	s.clauses = s.split()
	return s
}

// boundary finds where the chunk of a number ends before the next number: at the last word or mark between them that joins.
func (s *statement) boundary(i, next int) int {
	between := s.ms[i+1 : next]
	for j := len(between) - 1; j >= 0; j-- {
		if between[j].is(senseJoin) {
			return between[j].from
		}
	}
	gap := s.u.text[s.ms[i].to:s.ms[next].from]
	for _, mark := range []string{"(", ":", " of ", " out of "} {
		if at := strings.LastIndex(gap, mark); at >= 0 {
			return s.ms[i].to + at
		}
	}
	return s.ms[next].from
}

// partOf is what stands between a part and its whole.
var partOf = regexp.MustCompile(`(?i)^[*_ ]*(out )?of (the|our|its|their|his|her|your|all|these|those|a total of)[*_ ]*$`)

// outOf reports whether a chunk names the whole that the chunk before is a part of: "3 of 18 programs are late".
func (s *statement) outOf(n int) bool {
	if n == 0 {
		return false
	}
	gap := strings.TrimSpace(s.u.text[s.ms[s.chunks[n-1].number].to:s.ms[s.chunks[n].number].from])
	switch strings.Trim(gap, "*_ ") {
	case "of", "out of", "/", "from", "in":
		return true
	}
	return partOf.MatchString(gap)
}

// fill reads what a chunk says and what it takes over from those before it.
func (c *checker) fill(s *statement, n int) {
	k := s.chunks[n]
	k.text = s.u.text
	for _, m := range s.ms {
		if m.from >= k.from && m.to <= k.to {
			k.ms = append(k.ms, m)
		}
	}
	at := s.ms[k.number].from
	counted := nounOf(k.ms, at)
	for i, m := range k.ms { // what stands behind "2 milestones are late: Pilot" is said of Pilot
		if m.kind == aRecord && m.from > at && !excepts(s.u.text[:m.from]) && (strings.ContainsAny(s.u.text[at:m.from], ":(") || m.refs[0].entity == counted) {
			k.ms = k.ms[:i]
			break
		}
	}
	inherited := portfolio.Entity("")
	if n > 0 {
		inherited = s.chunks[n-1].noun
	} else if len(s.topics) > 0 {
		inherited = s.topics[0].noun
	}
	if s.outOf(n) {
		c.share(s, s.chunks[n-1], k)
	}
	k.said = c.sayFrom(s.u, k.ms, inherited, at, n > 0 && s.chunks[n-1].said.assessed)
	k.noun = firstEntity(k.said.noun, inherited)
	if n > 0 {
		c.inherit(s, n)
	} else if n == 0 && s.elliptic(k) && s.follows {
		k.must = append(k.must, s.topics[0])
	}
	k.may = append(k.may, s.topics...)
}

// share reads a part and its whole: the part says all of it, the whole only what stands before the verb.
func (c *checker) share(s *statement, part, whole *chunk) {
	part.ms = append(slices.Clone(part.ms), whole.ms...)
	part.said = c.say(s.u, part.ms, part.noun, s.ms[part.number].from)
	part.noun = firstEntity(part.said.noun, part.noun)
	for i, m := range whole.ms {
		if m.is(senseVerb, senseWith, senseLack) && m.from > s.ms[whole.number].from {
			whole.ms = whole.ms[:i]
			return
		}
	}
}

func firstEntity(a, b portfolio.Entity) portfolio.Entity {
	if a != "" {
		return a
	}
	return b
}

// elliptic reports whether a chunk counts what was named before: "2 are red", "2 of them".
func (s *statement) elliptic(k *chunk) bool {
	return k.said.noun == "" && !k.said.whole && k.said.topic == "" && !k.said.changed
}

// inherit lets a chunk take over what the sentence said before: all of it where it names no records of its own, else what
// stands before the first number. A label before its number ("Off Track: 3") narrows nothing but that.
func (c *checker) inherit(s *statement, n int) {
	k, first := s.chunks[n], s.chunks[0]
	if k.said.whole {
		return
	}
	if s.elliptic(k) && !s.outOf(n) {
		if before := s.chunks[n-1]; !s.labelled(before) {
			k.must = append(append(k.must, before.said), before.must...)
		}
		return
	}
	if s.labelled(first) {
		return
	}
	var front []mention
	for _, m := range first.ms {
		if m.to <= s.ms[first.number].from && (!s.outOf(n) || m.kind != aPhrase) { // "has completed 1 of its 2 milestones"
			front = append(front, m)
		}
	}
	before := c.say(s.u, front, k.noun, -1)
	if at := s.ms[first.number].from; s.outOf(n) && (len(front) == 0 || !strings.Contains(s.u.text[front[len(front)-1].to:at], ",")) {
		k.may = append(k.may, before) // "Growth has 3 of the 6 late milestones": the 6 may be those of all teams
		return
	}
	k.must = append(k.must, before)
}

// labelled reports whether the number of a chunk stands behind what it counts.
func (s *statement) labelled(k *chunk) bool {
	at := s.ms[k.number]
	for _, m := range k.ms {
		if m.from >= at.to && (m.kind == aValue || m.is(senseWord, senseGroup, senseNoun, senseTopic)) {
			return false
		}
	}
	return true
}

// split takes a sentence apart into clauses, each with the records that it is about. A record and those that belong to it
// stay together; records that a comma or "and" lists are about the same.
func (s *statement) split() []clause {
	var out []clause
	from, first := 0, true
	var subjects []mention
	last := -1
	for i, m := range s.ms {
		if m.kind != aRecord {
			continue
		}
		if last >= 0 && !s.together(last, i) {
			to := s.cut(last, i, first && s.valueFirst())
			out = append(out, clause{reach: reach{from, to}, subjects: subjects})
			from, subjects, first = to, nil, false
		}
		subjects = append(subjects, m)
		last = i
	}
	return append(out, clause{reach: reach{from, len(s.u.text)}, subjects: subjects, pairwise: s.respectively()})
}

func (s *statement) respectively() bool {
	return slices.ContainsFunc(s.ms, func(m mention) bool { return m.is(senseRespectively) })
}

// valueFirst reports whether the sentence names a value before its first record: "Maria Lopez owns Atlas".
func (s *statement) valueFirst() bool {
	for _, m := range s.ms {
		switch m.kind {
		case aRecord:
			return false
		case aValue, aDate:
			return true
		}
	}
	return false
}

// together reports whether two records follow each other with nothing between them that is said of the first alone.
func (s *statement) together(a, b int) bool {
	for _, m := range s.ms[a+1 : b] {
		switch {
		case m.kind == aValue, m.kind == aDate, m.kind == aNumber, m.is(senseWord):
			return false
		case m.is(senseJoin) && m.entry.rank >= 4:
			return false
		case m.is(senseVerb), m.is(senseCue):
			return s.ms[a].refs[0].entity != s.ms[b].refs[0].entity
		}
	}
	return true
}

// cut finds where the clause of a record ends before the next record: at the deepest join between them; of equal ones at
// the last that has no value behind it, or where values stand before their records at the first.
func (s *statement) cut(a, b int, valueFirst bool) int {
	best, rank := -1, 0
	for j := a + 1; j < b; j++ {
		m := s.ms[j]
		if !m.is(senseJoin) || inBrackets(s.u.text, s.ms[a].to, m.from) {
			continue
		}
		depth := m.entry.rank * 10
		clean := !slices.ContainsFunc(s.ms[j+1:b], func(x mention) bool {
			return x.kind == aValue || x.kind == aDate || x.kind == aNumber || x.is(senseWord)
		})
		if clean != (valueFirst || s.valueFirst()) {
			depth += 5
		}
		if depth > rank || depth == rank && !valueFirst && !s.valueFirst() {
			best, rank = m.from, depth
		}
	}
	if best < 0 {
		return s.ms[b].from
	}
	return best
}

// inBrackets reports whether a bracket that opens behind from is still open at to.
func inBrackets(text string, from, to int) bool {
	part := text[from:to]
	return strings.LastIndex(part, "(") > strings.LastIndex(part, ")")
}

// clauseAt gives the clause that holds a byte.
func (s *statement) clauseAt(at int) clause {
	for _, c := range s.clauses {
		if c.holds(at) {
			return c
		}
	}
	return clause{}
}

// chunkAt gives the chunk that holds a byte; nil for none.
func (s *statement) chunkAt(at int) *chunk {
	for _, k := range s.chunks {
		if k.holds(at) {
			return k
		}
	}
	return nil
}
