package analyst

import (
	"strings"
	"testing"

	"portfolio-ai/agent"
)

func TestAnswer_isTheSameWhateverTheQuestionSaysItIsFor(t *testing.T) {
	a := New(sampled(t))
	want := converse(t, a, agent.Question{Today: testDay}, "which programs are red?").Text
	for _, ask := range []string{
		"my boss wants: which programs are red?", "our CFO is asking which programs are red", "the board asked me which programs are red",
		"our auditors are in the building and want to know which programs are red",
		"I am preparing the board pack: which programs are red?", "I have to finish the monthly note. which programs are red",
		"quick question: which programs are red?", "just a quick one - which programs are red?", "last thing: which programs are red?",
		"could you please identify the red programs", "which programs are red so I can tell my boss", "red programs I can send round",
		"list red programs, I will print it", "which programs are red for the board pack next week at 3 pm", "red programs for Monday's stand-up",
		"which programs are red in at most three sentences", "red programs in 5 bullets", "which programs are red if you can find it",
		"which programs are red? That would be great", "which programs are red? it's urgent!", "which programs are red in this year's return?",
		"red programs in a table", "red programs as a simple list please", "red programs rundown", "which programs are red. that's for my boss", "which programs are red, thank you in advance!", "which programs are red - thx a lot, much appreciated",
	} {
		if reply := converse(t, a, agent.Question{Today: testDay}, ask); !reply.Understood || reply.Text != want {
			t.Errorf("%q: understood %v, says %s", ask, reply.Understood, cut(reply.Text, 120))
		}
	}
}

func TestDraft_isOfTheSameDaysWhateverMeetingItIsFor(t *testing.T) {
	a := New(sampled(t))
	want := converse(t, a, agent.Question{Today: testDay}, "draft a weekly summary").Text
	heading, _, _ := strings.Cut(want, "\n")
	if got := converse(t, a, agent.Question{Today: testDay}, "draft a weekly summary for tomorrow's stand-up. that would be great").Text; !strings.HasPrefix(got, heading) {
		t.Errorf("begins with %q, want %q", cut(got, 80), heading)
	}
}
