package analyst

import (
	_ "embed"
	"slices"
	"strings"
)

// silentText lists the words that can test nothing, in groups: behind "#" why none of a group can, then its phrases, parted by
// commas. A word that could be a condition is in none of them, whatever it is missed for: an adjective of records, a name, a
// quantity, a period, a negation. What is in none of them is remarked where it is not understood.
//
//go:embed silent.txt
var silentText string

// silentPhrases gives the phrases of silentText, each as it was written.
func silentPhrases() []string {
	var out []string
	for group := range strings.SplitSeq(silentText, "\n\n") {
		_, list, _ := strings.Cut(group, "\n")
		for phrase := range strings.SplitSeq(strings.ReplaceAll(list, "\n", " "), ",") {
			out = append(out, strings.TrimSpace(phrase))
		}
	}
	return out
}

// telling are the adverbs in "ly" that say something of records: when, by whom, how much of it. Some words only end like one.
var telling = []string{
	"anomaly", "apply", "assembly", "badly", "bimonthly", "biweekly", "closely", "comply", "costly", "daily", "deadly", "directly", "early", "elderly", "family",
	"fly", "fortnightly", "formerly", "friendly", "half-yearly", "hourly", "implicitly", "italy", "jointly", "july", "lately", "likely", "monopoly", "monthly", "multiply",
	"newly", "nightly", "only", "orderly", "overly", "partly", "poorly", "previously", "privately", "publicly", "quarterly", "recently", "rely", "reply", "scarcely",
	"shortly", "supply", "timely", "ugly", "unlikely", "untimely", "weekly", "yearly",
	"nearly", "barely", "hardly", "rarely", "solely", "mutually", "remotely", "severely", "tightly", "widely", "weakly", "strongly", "fully", "firmly", "safely",
}

// coloured reports whether a word is an adverb of manner, attitude or degree, which tests nothing: "crisply", but neither
// "recently" nor what belongs to a place or a trade, as "regionally" and "commercially".
func coloured(word string) bool {
	return len(word) > 5 && strings.HasSuffix(word, "ly") && !strings.HasSuffix(word, "ally") && !slices.Contains(telling, word)
}
