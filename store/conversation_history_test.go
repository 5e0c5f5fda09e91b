package store

import (
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// talked stores a turn with its answer.
func talked(t *testing.T, db *DB, conversation, id, question, answer string, at portfolio.Millis) {
	t.Helper()
	c := turn(conversation, id, at)
	c.Title, c.Messages[0].Text = question, question
	if err := db.BeginTurn(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	m := c.Messages[1]
	m.Text, m.State = answer, portfolio.TurnDone
	if err := db.SaveMessage(t.Context(), m); err != nil {
		t.Fatal(err)
	}
}

// bracketed writes pieces as a text in which what was found is in brackets.
func bracketed(pieces []portfolio.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Found {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestFindConversations_marksWhatWasFoundInTitlesAndTexts(t *testing.T) {
	db := openTemp(t)
	talked(t, db, "c1", "t1", "Which programs are late?", "**2** programs: [Aurora](#/program/late01) and [Zürich *West*](#/program/p2).", 1)
	talked(t, db, "c2", "t2", "Überblick", "| Program | Owner |\n| --- | --- |\n| [Kestrel](#/program/p3) | Priya Nair |\n\n"+strings.Repeat("and so on ", 40), 2)
	talked(t, db, "c3", "t3", "Owners", strings.Repeat("one word after another ", 30)+"until Aurora is named "+strings.Repeat("and more ", 40), 3)
	cases := []struct {
		text string
		want []string // title · passage
	}{
		{"aurora", []string{"Owners · …one word after another until [Aurora] is named", "Which programs are late? · 2 programs: [Aurora] and Zürich *West*."}},
		{"zurich west", []string{"Which programs are late? · 2 programs: Aurora and [Zürich] *[West]*."}},
		{"UBER", []string{"[Überblick] · [Überblick]"}},
		{"priya", []string{"Überblick · Program Owner Kestrel [Priya] Nair and so on"}},
		{"late01", nil}, // only in an address
		{"lat", []string{"Which programs are [late]? · Which programs are [late]?"}},
		{`" OR text:`, nil},
		{"aurora priya", nil},
		{"  ", nil},
	}
	for _, c := range cases {
		found, err := db.FindConversations(t.Context(), c.text)
		if err != nil || len(found) != len(c.want) {
			t.Errorf("%q finds %s (%v), want %v", c.text, asJSON(t, found), err, c.want)
			continue
		}
		for i, f := range found {
			if got := bracketed(f.Title) + " · " + bracketed(f.Passage); !strings.HasPrefix(got, c.want[i]) {
				t.Errorf("%q finds %q, want %q", c.text, got, c.want[i])
			}
		}
	}
}

func TestFindConversations_followsRenamingAndDeleting(t *testing.T) {
	db := openTemp(t)
	talked(t, db, "c1", "t1", "What is late?", "Nothing.", 1)
	finds := func(text string, want int) {
		t.Helper()
		if found, err := db.FindConversations(t.Context(), text); err != nil || len(found) != want {
			t.Errorf("%q finds %s (%v), want %d", text, asJSON(t, found), err, want)
		}
	}
	if err := db.RenameConversation(t.Context(), "c1", "Steering, May"); err != nil {
		t.Fatal(err)
	}
	finds("steering", 1)
	finds("late", 1) // the question is still there
	if err := db.DeleteConversation(t.Context(), "c1"); err != nil {
		t.Fatal(err)
	}
	finds("steering", 0)
	finds("nothing", 0)
	if report, err := db.Check(t.Context()); err != nil || !report.OK {
		t.Errorf("the file is not sound: %s (%v)", asJSON(t, report), err)
	}
}

func TestConversations_pinnedOnesStandFirst(t *testing.T) {
	db := openTemp(t)
	for i, id := range []string{"c1", "c2", "c3"} {
		talked(t, db, id, "t"+id, "?", "!", portfolio.Millis(i))
	}
	order := func(want string) {
		t.Helper()
		list, err := db.Conversations(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range list {
			got = append(got, c.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("listed %v, want %s", got, want)
		}
	}
	if err := db.PinConversation(t.Context(), "c1", true); err != nil {
		t.Fatal(err)
	}
	order("c1 c3 c2")
	if err := db.PinConversation(t.Context(), "c1", false); err != nil {
		t.Fatal(err)
	}
	order("c3 c2 c1")
	if err := db.PinConversation(t.Context(), "nowhere", true); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("pin what is not there: %v", err)
	}
}

func TestRestoreConversation_bringsBackAllThatWasDeleted(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora"})
	c := turn("c1", "t1", 1)
	if err := db.BeginTurn(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	m := c.Messages[1]
	m.ConversationID, m.State, m.Text, m.Engine, m.TookMs = "c1", portfolio.TurnDone, "Shall I?", "Built-in analyst", 40
	m.Proposal = &portfolio.Proposal{ID: "p1", ConversationID: "c1", TurnID: "t1", Title: "Change 1 owner", State: portfolio.ProposalWaiting,
		Changes: []portfolio.Change{{Entity: portfolio.EntityProgram, ID: p.ID, Label: p.Name, Field: "owner", Before: []byte(`""`), After: []byte(`"Kim"`)}}}
	if err := db.SaveMessage(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	if err := db.PinConversation(t.Context(), "c1", true); err != nil {
		t.Fatal(err)
	}
	before, err := db.Conversation(t.Context(), "c1")
	if err != nil {
		t.Fatal(err)
	}
	if err := db.DeleteConversation(t.Context(), "c1"); err != nil {
		t.Fatal(err)
	}
	if err := db.RestoreConversation(t.Context(), before); err != nil {
		t.Fatal(err)
	}
	after, err := db.Conversation(t.Context(), "c1")
	if err != nil || asJSON(t, after) != asJSON(t, before) {
		t.Errorf("came back as %s (%v), was %s", asJSON(t, after), err, asJSON(t, before))
	}
	if result, err := db.Apply(t.Context(), "p1", nil); err != nil || len(result.Applied) != 1 {
		t.Errorf("its proposal cannot be applied: %s (%v)", asJSON(t, result), err)
	}
}
