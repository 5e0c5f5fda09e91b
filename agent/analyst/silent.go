package analyst

import (
	_ "embed"
	"slices"
	"strings"
)

// silentText lists the words that say nothing, in groups: behind "#" what kind of words a group has and why none can test a record,
// then its phrases, parted by commas. A word that could be a condition is in none of them, whatever it is missed for: an adjective
// of records, a name, a quantity, a period, a negation. What is in none of them is remarked where it is not understood. The kind of
// a group is one of silentKinds.
//
//go:embed silent.txt
var silentText string

// silentKinds are the kinds of silent words, by the first word of their group.
var silentKinds = map[string]span{
	"firm": {kind: kFiller},                           // too common to tell a name, as all others may
	"idle": idle(),                                    // never tests a record
	"open": {kind: kFiller, weak: true, tests: asIs},  // tests one as adjectives do: "the database programs"
	"verb": {kind: kFiller, weak: true, tests: alone}, // and also alone behind a noun: "programs validated"
}

// tests is where a word that says nothing elsewhere may test a record. The zero value is nowhere.
type tests int

// The places where it may.
const (
	asIs  tests = iota + 1 // where adjectives and what records have stand
	alone                  // there, and behind a noun without anything that it is said of
)

// silentWords reads silentText. A misspelt word is never taken for one of them.
func silentWords() []entry {
	var out []entry
	for group := range strings.SplitSeq(silentText, "\n\n") {
		reason, list, _ := strings.Cut(group, "\n")
		kind, _, _ := strings.Cut(strings.TrimPrefix(reason, "# "), ".")
		for phrase := range strings.SplitSeq(strings.ReplaceAll(list, "\n", " "), ",") {
			out = append(out, entry{phrase, silentKinds[kind]})
		}
	}
	return out
}

// idle is the meaning of phrases that say nothing and are made of others.
func idle() span { return span{kind: kFiller, weak: true} }

// attributes gives the words back as unknown that say nothing elsewhere, where they may test a record.
func attributes(covered []span) []span {
	for i, s := range covered {
		if s.tests != 0 && mayTest(covered, i) {
			covered[i].kind = kUnknown
		}
	}
	return covered
}

// mayTest reports whether the span at i stands where adjectives and what records have do: "the validated programs", "programs that
// are validated", "without visibility".
func mayTest(covered []span, i int) bool {
	word, last := covered[i], i+1 == len(covered)
	noun := !last && covered[i+1].kind == kNoun
	switch {
	case noun && slices.Contains(articles, firstWord(word.text)): // "the database programs"
		return true
	case i == 0:
		return false
	case noun:
		return strings.IndexByte("CWaIAZHXQVDL", byte(covered[i-1].kind)) >= 0 || isArticle(covered[i-1])
	case covered[i-1].kind == kIs && (strings.HasSuffix(word.text, "ed") || strings.HasSuffix(word.text, "ing")):
		return last || covered[i+1].kind == kAnd || covered[i+1].kind == kOr
	}
	return last && word.tests == alone && predicates(covered[:i]) || isHad(covered[:i])
}

// isHad reports whether words end with what says that records have what comes then, or have it not: "without", "with high".
func isHad(before []span) bool {
	j := len(before) - 1
	for j > 0 && (before[j].kind == kAdj || isArticle(before[j])) {
		j--
	}
	return before[j].kind == kNo || before[j].kind == kHave && before[len(before)-1].kind == kAdj
}

// predicates reports whether a verb behind some words is said of the records that they name, and of nothing else: "programs that
// qualify", but "programs that I check".
func predicates(before []span) bool {
	j := len(before) - 1
	for j > 0 && before[j].kind == kFiller && !slices.Contains(readers, firstWord(before[j].text)) {
		j--
	}
	return before[j].kind == kNoun
}

// readers are the words for those who ask or are asked.
var readers = []string{"i", "we", "you", "me", "us", "let", "they", "to", "please"}

// articles stand before what is said of a noun.
var articles = []string{"the", "our", "my", "your", "any", "some", "a", "an", "all"}

func isArticle(s span) bool {
	return s.kind == kFiller && slices.Contains(articles, strings.ToLower(s.text))
}

// telling are the adverbs in "ly" that say something of records, and are in no table: when, by whom, how much of it. Some words only
// end like one.
var telling = []string{
	"anomaly", "assembly", "barely", "bimonthly", "biweekly", "closely", "comply", "costly", "deadly", "directly", "elderly",
	"family", "firmly", "formerly", "fortnightly", "friendly", "hardly", "hourly", "implicitly", "jointly",
	"monopoly", "multiply", "mutually", "nearly", "nightly", "orderly", "overly", "partly", "poorly", "privately", "publicly",
	"rarely", "remotely", "scarcely", "severely", "shortly", "solely", "strongly", "supply", "tightly", "timely", "untimely",
	"weakly", "weekly", "widely",
}

// coloured reports whether a word is an adverb of manner, attitude or degree, which tests nothing: "crisply", but neither
// "recently" nor what belongs to a place or a trade, as "regionally" and "commercially".
func coloured(word string) bool {
	return len(word) > 5 && strings.HasSuffix(word, "ly") && !strings.HasSuffix(word, "ally") && !slices.Contains(telling, word)
}
