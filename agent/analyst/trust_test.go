package analyst

import (
	"strings"
	"testing"

	"portfolio-ai/agent"
)

// TestAnswer_remarksEveryWordThatCouldBeACondition puts questions with one word each that may pick records out and that no
// portfolio here holds: it must never be dropped without a word about it.
func TestAnswer_remarksEveryWordThatCouldBeACondition(t *testing.T) {
	a := New(sampled(t))
	for word, ask := range map[string]string{
		"unfunded":         "list the unfunded programs",
		"regulatory":       "please walk me through the regulatory programs",
		"outsourced":       "how many outsourced programs are red?",
		"scotland":         "which programs in Scotland are amber?",
		"cheap":            "show me the cheap programs",
		"sponsor":          "programs without a sponsor",
		"offshore":         "roughly how many offshore programs do we have across the estate?",
		"mandatory":        "the mandatory programs launching in May please",
		"agile":            "for my one-to-one with the minister: which agile programs are late?",
		"confidential":     "could you dig out the confidential programs",
		"paused":           "honestly, which programs are paused?",
		"externally":       "which programs are externally led?",
		"jointly":          "programs jointly owned with finance",
		"newly":            "newly started programs",
		"poorly":           "poorly documented programs",
		"understaffed":     "eyeball the understaffed programs for me",
		"in house":         "which programs are run in house?",
		"rarely":           "which programs are rarely updated?",
		"politically":      "politically sensitive programs",
		"hybrid":           "hybrid cloud programs that are red",
		"flagship":         "how are the flagship programs spread over our teams?",
		"transformational": "count the transformational programs",
		"pilot":            "programs still in the pilot",
		"certified":        "which teams run certified programs?",
		"germany":          "risks in Germany",
		"insured":          "insured risks of Payments",
		"reputational":     "reputational risks rated high",
		"unquantified":     "unquantified risks",
		"tentative":        "tentative milestones of the lot",
		"overseas":         "the overseas programs, before I go into the meeting",
		"collaborative":    "collaborative programs of Farid",
		"legacy-free":      "my boss wants the legacy-free programs",
		"union":            "programs that the union opposes",
		"party":            "what launches before the Christmas party?",
		"holidays":         "payments programs that launch before the holidays",
		"board meeting":    "which programs launch before the board meeting?",
		"interim":          "give me a rundown of the interim owners",
		"nationally":       "nationally visible programs",
		"stalled":          "which of the lot have stalled?",
		"experimental":     "experimental things that are off track",
		"tier":             "tier one programs",
		"women":            "programs led by women",
		"unionised":        "unionised teams with red programs",
		"voluntary":        "voluntary programs in Payments",
		"dormant":          "any dormant programs in the slate?",
		"seasonal":         "seasonal risks that are open",
		"validated":        "how many validated programs are red?",
		"consolidated":     "which of our consolidated programs launch in May?",
		"visibility":       "programs with high visibility",
		"database":         "the database programs please",
		"aid":              "show the aid programs",
		"teaching":         "which teaching programs are amber?",
		"exposed":          "which programs are exposed?",
		"confirmed":        "milestones that are confirmed",
		"company":          "red company programs",
		"clarity":          "risks without clarity",
		"greenfield":       "greenfield programs by team",
		"qualify":          "which programs qualify?",
		"looming":          "which risks are looming?",
		"examined":         "programs examined",
		"widely":           "widely used programs that are red",
		"solely":           "programs that are solely internal",
	} {
		reply := converse(t, a, agent.Question{Today: testDay}, ask)
		text := strings.ToLower(reply.Text)
		told := true
		for w := range strings.FieldsSeq(strings.ReplaceAll(word, "-", " ")) {
			told = told && strings.Contains(text, w)
		}
		if reply.Understood && !told || !told && !strings.Contains(text, "does not hold") {
			t.Errorf("%q drops “%s” without a word about it (understood: %v):\n%s", ask, word, reply.Understood, cut(reply.Text, 200))
		}
	}
}
