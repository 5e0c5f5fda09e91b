package analyst

import (
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/checking"
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
		"what's launching before year end?":                                           "live programs with launch date up to 31 Dec 2026",
		"due before the year-end":                                                     "uncompleted milestones with due date up to 31 Dec 2026",
		"milestones due by month end":                                                 "with due date up to 28 Feb 2026",
		"risks that are overdue for review":                                           "with review date before 2 Feb 2026",
		"compare the teams by number of open risks":                                   "Open risks by team (**8 teams**)",
		"programs not serving any objective":                                          "no programs without an objective",
		"projects not linked to any objective":                                        "no programs without an objective",
		"programs whose owner has left":                                               "does not hold anything of people besides what they own",
		"average progress by owner, lowest first":                                     "Average progress of programs by owner",
		"what share of the Payments programs is amber or worse":                       "programs in product line Payments, 2 are At Risk or Off Track",
		"which team has the highest share of red?":                                    "**Field Mobile** has the highest share of Off Track programs",
		"which green programs have an overdue milestone or an unmitigated High risk?": "**3** On Track programs with overdue milestones or with open High risks without a mitigation",
		"which program deals with VPN?":                                               "that mention “VPN”",
		"programs that launch in January":                                             "with launch date from 1 Jan 2027 to 31 Jan 2027",
		"any updates that mention customs?":                                           "updates with “customs”:",
		"programs by owner, most first":                                               "Programs by owner (**12 owners**)",
		"who hasn't reported anything since January?":                                 "with last update before 1 Jan 2026 or that were never updated",
		"programs that have not reported in 30 days":                                  "without an update for more than 30 days, or ever",
		"are there risks mentioning suppliers?":                                       "that mention “suppliers”",
		"which programs have all milestones done?":                                    "with milestones without any milestones with status other than Done",
		"the last five programs to launch":                                            "**5** programs with the latest launch date",
		"first three to launch in 2026":                                               "live programs with launch date from 1 Jan 2026 to 31 Dec 2026 with the earliest launch date",
		"draft an email to the owner of Mainframe Exit about its risks":               "## Escalation: 2 open High risks of Mainframe Exit",
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

func TestCheck_bindsHowManyMilestonesAReasonFoundAndNoOtherNumber(t *testing.T) {
	db := storetest.Open(t)
	if err := sample.Load(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	question := agent.Question{Text: "why is Global Tax Engine off track?", Today: testDay}
	reply := converse(t, New(db), question, question.Text)
	const right = "- 2 milestones slipped more than 30 days"
	for text, want := range map[string]bool{right: true, "- 3 milestones slipped more than 30 days": false, "- 1 milestone slipped more than 30 days": false} {
		answer := strings.Replace(reply.Text, right, text, 1)
		at := strings.Index(answer, text) + len("- ")
		bound := false
		for _, claim := range checking.Check(t.Context(), answer, evidenceOf(question, reply)) {
			bound = bound || claim.From == at && claim.Bound != nil
		}
		if at < len("- ") || bound != want {
			t.Errorf("%q bound: %v, want %v, in\n%s", text, bound, want, answer)
		}
	}
}

func TestAnswer_aFollowUpPicksOutOfWhatWasNamed(t *testing.T) {
	db := storetest.Open(t)
	if err := sample.Load(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		asked []string
		says  string
	}{
		{[]string{"what needs attention?", "why the first one?"}, "[Churn Prediction](#/program/sample-churn-prediction) is declared **On Track**"},
		{[]string{"what needs attention?", "why the first one?", "draft an update for it"}, "## Status update: [Churn Prediction]"},
		{[]string{"status of Mainframe Exit", "its risks?", "close the second"}, "Change the status of the risk Only three people read the old code?"},
		{[]string{"red programs", "sort by progress", "top 2"}, "**2** Off Track programs with the lowest progress"},
	}
	for _, c := range cases {
		t.Run(strings.Join(c.asked, " / "), func(t *testing.T) {
			reply := converse(t, New(db), agent.Question{Today: testDay}, c.asked...)
			if !strings.Contains(reply.Text, c.says) || strings.Contains(reply.Text, "I did not understand") {
				t.Errorf("does not say %q:\n%s", c.says, reply.Text)
			}
		})
	}
}
