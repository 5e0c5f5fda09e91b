package analyst

import (
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/store/sample"
	"portfolio-ai/store/storetest"
)

func TestAnswer_saysWhatItMadeOfAQuestion(t *testing.T) {
	db := storetest.Open(t)
	if err := sample.Load(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	a := New(db)
	cases := map[string]string{ // on 2 February 2026
		"what's launching before year end?":         "live programs with launch date up to 31 Dec 2026",
		"due before the year-end":                   "uncompleted milestones with due date up to 31 Dec 2026",
		"milestones due by month end":               "with due date up to 28 Feb 2026",
		"risks that are overdue for review":         "with review date before 2 Feb 2026",
		"compare the teams by number of open risks": "Open risks by team (**8 teams**)",
		"programs not serving any objective":        "no programs without an objective",
		"projects not linked to any objective":      "no programs without an objective",
		"programs whose owner has left":             "does not hold anything of people besides what they own",
		"average progress by owner, lowest first":   "Average progress of programs by owner",
		"programs by owner, most first":             "Programs by owner (**12 owners**)",
	}
	for ask, says := range cases {
		t.Run(ask, func(t *testing.T) {
			reply := converse(t, a, agent.Question{Today: testDay}, ask)
			if !strings.Contains(reply.Text, says) {
				t.Errorf("does not say %q:\n%s", says, reply.Text)
			}
		})
	}
}
