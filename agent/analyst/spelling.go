package analyst

// correct replaces words that mean nothing by the one word of the vocabulary or of the portfolio that they are a typing
// error away from. It tells what it did, and leaves a word alone where two would fit.
func correct(tokens []token, covered []span, d *directory) (corrected []token, notes []string) {
	corrected = append([]token{}, tokens...)
	for _, s := range covered {
		if s.kind != kUnknown {
			continue
		}
		t := tokens[s.from]
		limit := slips(t.word)
		if limit == 0 || t.quoted > 0 {
			continue
		}
		if word, ok := d.nearest(t.word, limit); ok {
			fixed := newToken(word)
			fixed.raw = word
			corrected[s.from] = fixed
			if !english().known[word] {
				notes = append(notes, "I read “"+t.raw+"” as “"+word+"”.")
			}
		}
	}
	return corrected, notes
}

// slips is how many typing errors a word may have: none in a short one.
func slips(word string) int {
	switch n := len([]rune(word)); {
	case n < 4 || isNumber(word):
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// nearest finds the one word with the fewest typing errors. The first letter must be right.
func (d *directory) nearest(word string, limit int) (string, bool) {
	short := len(word) < 5                      // the vocabulary alone mends short words: names have too many of them
	best, found := limit+1, map[string]string{} // by stem: "risk" and "risks" are no doubt
	consider := func(candidate string) {
		if candidate == "" || candidate[0] != word[0] || len(candidate) < 4 {
			return
		}
		n := distance(word, candidate, best)
		if n < best {
			best, found = n, map[string]string{}
		}
		if n == best && n <= limit {
			if known, ok := found[stem(candidate)]; !ok || candidate < known {
				found[stem(candidate)] = candidate
			}
		}
	}
	for w := range english().known {
		if s, ok := english().phrases[w]; !ok || s.kind != kAbsent && s.kind != kForeign && s.kind != kOpinion {
			consider(w)
		}
	}
	for w := range d.byStem {
		if !short {
			consider(w)
		}
	}
	for w := range d.inValue {
		if !short {
			consider(w)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	for _, only := range found {
		return only, true
	}
	return "", false
}

// distance counts the typing errors between two words: a letter more, less, other, or two swapped. It gives limit+1 once
// it is sure to be more.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	before, row, next := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		next[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
			least = min(least, next[j])
		}
		if least > limit {
			return limit + 1
		}
		before, row, next = row, next, before
	}
	return row[len(y)]
}
