package exchange

import (
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// vocabulary reads the words of one enumeration. Synonyms are compared by wordKey. The zero value of the word stands for
// an unknown one, unless fallback says otherwise.
type vocabulary struct {
	what     string // for a message: "status"
	words    []string
	synonyms map[string][]string // word -> what files write for it
	fallback string              // what an unknown word becomes
}

// notReported are the cells that say that there is nothing to say.
var notReported = []string{
	"", "-", "–", "—", "?", "n/a", "na", "null", "none", "nil", "not reported", "not set", "not available",
	"unknown", "tbc", "tbd", "to be confirmed", "to be determined",
}

var statusWords = vocabulary{
	what:  "status",
	words: wordsOf(portfolio.Statuses),
	synonyms: map[string][]string{
		string(portfolio.OnTrack): {
			"green", "g", "amber/green", "green/amber", "amber-green", "on schedule", "on plan", "on target", "healthy",
		},
		string(portfolio.AtRisk):          {"amber", "a", "yellow", "y", "some risk", "needs attention"},
		string(portfolio.OffTrack):        {"red", "r", "amber/red", "red/amber", "amber-red", "critical"},
		string(portfolio.StatusCompleted): {"complete", "done", "finished", "delivered"},
	},
}

var stageWords = vocabulary{
	what:  "pipeline stage",
	words: wordsOf(portfolio.Stages),
	synonyms: map[string][]string{
		string(portfolio.Discovery):      {"discover", "idea", "ideation", "concept", "exploration"},
		string(portfolio.Planning):       {"plan", "planned", "in planning"},
		string(portfolio.InProgress):     {"execution", "executing", "delivery", "delivering", "implementation", "implementing", "development", "in development", "build", "underway", "under way", "ongoing", "in flight", "wip"},
		string(portfolio.Launching):      {"launch", "rollout", "roll-out", "rolling out", "deployment", "deploying", "go-live", "release"},
		string(portfolio.StageCompleted): {"complete", "done", "finished", "launched", "delivered"},
	},
}

var levelWords = vocabulary{
	what:  "level",
	words: wordsOf(portfolio.Levels),
	synonyms: map[string][]string{
		string(portfolio.High):   {"h", "very high", "critical", "severe", "major"},
		string(portfolio.Medium): {"m", "med", "moderate"},
		string(portfolio.Low):    {"l", "very low", "minor", "negligible"},
	},
}

var riskStatusWords = vocabulary{
	what:  "risk status",
	words: wordsOf(portfolio.RiskStatuses),
	synonyms: map[string][]string{
		string(portfolio.RiskOpen):       {"new", "active", "identified", "raised"},
		string(portfolio.RiskMitigating): {"in mitigation", "being mitigated", "mitigation in progress", "treating", "in treatment"},
		string(portfolio.RiskAccepted):   {"accept", "tolerated", "tolerate"},
		string(portfolio.RiskClosed):     {"close", "resolved", "retired", "expired"},
	},
	fallback: string(portfolio.RiskOpen),
}

var milestoneStatusWords = vocabulary{
	what:  "milestone status",
	words: wordsOf(portfolio.MilestoneStatuses),
	synonyms: map[string][]string{
		string(portfolio.MilestonePlanned): {"open", "pending", "upcoming", "scheduled", "not started", "in progress"},
		string(portfolio.MilestoneDone):    {"complete", "completed", "achieved", "met", "finished", "delivered", "reached"},
		string(portfolio.MilestoneMissed):  {"failed", "not met", "not achieved"},
	},
	fallback: string(portfolio.MilestonePlanned),
}

// wordsOf turns words of the vocabulary into plain texts.
func wordsOf[W ~string](words []W) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// wordKey reduces a word to what matters when it is compared: case, accents, and how its parts are joined do not.
func wordKey(text string) string {
	return portfolio.Fold(strings.NewReplacer("_", " ", "-", " ", " / ", "/", "/ ", "/", " /", "/").Replace(text))
}

// saysNothing reports whether a cell means "not reported" in a column of words, days or numbers.
func saysNothing(cell string) bool {
	return slices.Contains(notReported, portfolio.Fold(cell))
}

// read reads a column of words. It is a columnReader.
func (v vocabulary) read(cells []string) []value {
	index := map[string]string{}
	for _, word := range v.words {
		index[wordKey(word)] = word
		for _, synonym := range v.synonyms[word] {
			index[wordKey(synonym)] = word
		}
	}
	values := make([]value, len(cells))
	for i, cell := range cells {
		word, known := index[wordKey(cell)]
		switch {
		case known:
			values[i].text = word
		case saysNothing(cell):
		case v.fallback != "":
			values[i] = value{text: v.fallback, problem: fmt.Sprintf("%q is not a known %s; it counts as %s.", excerpt(cell), v.what, v.fallback)}
		default:
			values[i].problem = fmt.Sprintf("%q is not a known %s; it counts as not reported.", excerpt(cell), v.what)
		}
	}
	return withOriginals(cells, values)
}
