package model

import (
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// heard collects what a sink got.
type heard struct {
	text  strings.Builder
	steps []portfolio.Step
}

func (h *heard) Text(delta string)        { h.text.WriteString(delta) }
func (h *heard) Step(step portfolio.Step) { h.steps = append(h.steps, step) }

// known is evidence of a few records.
func known(owners ...string) *writer {
	e := newEvidence()
	for id, name := range map[string]string{"p1": "Aurora", "p2": "Aurora Phase 2", "p3": "Blue [Sky]", "t1": "Twin", "t2": "Twin"} {
		e.add(portfolio.Citation{Type: portfolio.EntityProgram, ID: id, Label: name})
	}
	e.add(portfolio.Citation{Type: portfolio.EntityRisk, ID: "r1", Label: "Supplier is late", ProgramID: "p1"})
	e.add(portfolio.Citation{Type: portfolio.EntityMilestone, ID: "m1", Label: "Go-live", ProgramID: "p1"})
	e.add(portfolio.Citation{Type: portfolio.EntityMilestone, ID: "m2", Label: "Go-live", ProgramID: "p2"})
	w := &writer{sink: &heard{}, evidence: e}
	if len(owners) > 0 {
		w.owners = &standIns{owners: map[string]string{}}
		for i, o := range owners {
			word := standInWord + string(rune('1'+i))
			w.owners.owners[word] = o
			w.owners.order = append(w.owners.order, word)
		}
	}
	return w
}

// says writes a text in pieces of a size and gives what became of it.
func (w *writer) says(t *testing.T, text string, size int) string {
	t.Helper()
	runes := []rune(text)
	for len(runes) > 0 {
		n := min(size, len(runes))
		w.write(string(runes[:n]))
		runes = runes[n:]
	}
	w.pause()
	sink, ok := w.sink.(*heard)
	if !ok || sink.text.String() != w.text.String() {
		t.Errorf("the sink got something else than the text %q", w.text.String())
	}
	return w.text.String()
}

func TestWriter_linksExactNamesAndNothingOfTheModels(t *testing.T) {
	const aurora = "[Aurora](#/program/p1)"
	cases := map[string]struct{ text, want string }{
		"a name":                      {"Aurora is late.", aurora + " is late."},
		"in emphasis":                 {"**Aurora** is late.", "**" + aurora + "** is late."},
		"the longer name":             {"Aurora Phase 2 is late, Aurora Phase 3 is not", "[Aurora Phase 2](#/program/p2) is late, " + aurora + " Phase 3 is not"},
		"not in a word":               {"Auroras, NewAurora and Aurora2", "Auroras, NewAurora and Aurora2"},
		"another case":                {"aurora", "aurora"},
		"at the end":                  {"It is Aurora", "It is " + aurora},
		"a name with marks":           {"Blue [Sky] waits", `[Blue \[Sky\]](#/program/p3) waits`},
		"in a table":                  {"| Program | Status |\n| --- | --- |\n| Aurora | At Risk |", "| Program | Status |\n| --- | --- |\n| " + aurora + " | At Risk |"},
		"a risk of several words":     {"Supplier is late.", "[Supplier is late](#/risk/r1?program=p1)."},
		"a milestone on its line":     {"Aurora: Go-live slips", aurora + ": [Go-live](#/milestone/m1?program=p1) slips"},
		"a milestone of nobody":       {"Aurora.\nGo-live slips", aurora + ".\nGo-live slips"},
		"two of one name":             {"Twin is late", "Twin is late"},
		"a link of the model":         {"[Aurora](https://evil.example/x) is late", aurora + " is late"},
		"a link to one of ours":       {"[click](#/program/zzz) now", "click now"},
		"an image":                    {"![Aurora](https://evil.example/x.png) is late", aurora + " is late"},
		"an image of a name":          {"!Aurora", "! " + aurora},
		"an image by reference":       {"![a][b]\n\n[b]: https://evil.example", "!\\[a\\]\\[b\\]\n\n\\[b\\]: https\\://evil.example"},
		"a bare address":              {"see https://evil.example now", `see https\://evil.example now`},
		"an address without a scheme": {"see www.evil.example now", `see www\.evil.example now`},
		"an address in brackets":      {"see <https://evil.example> now", `see \<https\://evil.example> now`},
		"mail":                        {"to a@evil.example now", `to a\@evil.example now`},
		"HTML":                        {`<img src=x onerror="x()"> hello`, `\<img src=x onerror="x()"> hello`},
		"an escaped escape":           {`\[x\](https://evil.example) and \\[x](y)`, `\\x\\ and \\x`},
		"a backslash before a name":   {`\Aurora`, `\\` + aurora},
		"code":                        {"`Aurora` and ```x```", aurora + " and x"},
		"an entity":                   {"https&#58;//evil.example", `https\&#58;//evil.example`},
		"direction marks":             {"Aurora \u202eevil", aurora + " evil"},
		"white space around":          {"\n\n  Aurora is late.\n\n", aurora + " is late."},
	}
	for name, c := range cases {
		for _, size := range []int{1, 3, 7, 1000} {
			if got := known().says(t, c.text, size); got != c.want {
				t.Errorf("%s, %d at a time:\n got %q\nwant %q", name, size, got, c.want)
			}
		}
	}
}

func TestWriter_citesWhatItNamesOnceAndAllOfOneName(t *testing.T) {
	w := known()
	w.says(t, "Aurora, Aurora: Go-live. Twin.", 2)
	var got []string
	for _, c := range w.citations {
		got = append(got, string(c.Type)+" "+c.ID)
	}
	if want := "program p1,milestone m1,program t1,program t2"; strings.Join(sorted(got), ",") != strings.Join(sorted(strings.Split(want, ",")), ",") {
		t.Errorf("cites %v, want %s", got, want)
	}
}

func TestWriter_givesOutWordsAsTheyCome(t *testing.T) {
	w := known()
	w.write("The program Aurora Phase ")
	if got := w.text.String(); got != "The program" {
		t.Errorf("gave out %q while a longer name was possible", got)
	}
	w.write("3 is late and ")
	if got, want := w.text.String(), "The program [Aurora](#/program/p1) Phase 3 is late and"; got != want {
		t.Errorf("gave out %q, want %q", got, want)
	}
}

func TestWriter_neverHoldsBackForLong(t *testing.T) {
	for name, text := range map[string]string{
		"one word": strings.Repeat("a", 10*longest), "brackets": strings.Repeat("[", 10*longest), "an address": strings.Repeat("a/", 5*longest) + "https://evil.example",
	} {
		w := known()
		for i := 0; i < len(text); i += 100 {
			w.write(text[i:min(i+100, len(text))])
			if len(w.pending) > longest+100 {
				t.Fatalf("%s: holds %d bytes back", name, len(w.pending))
			}
		}
		w.pause()
		if strings.Contains(w.text.String(), "https:/") {
			t.Errorf("%s: an address came through", name)
		}
	}
}

func TestWriter_putsOwnersBack(t *testing.T) {
	for _, size := range []int{1, 4, 100} {
		w := known("Dana [X]", "Lee")
		if got, want := w.says(t, "Owner 1 and Owner 2 own Aurora, Owner 21 does not.", size), `Dana \[X\] and Lee own [Aurora](#/program/p1), Owner 21 does not.`; got != want {
			t.Errorf("%d at a time: %q, want %q", size, got, want)
		}
	}
}

func TestThought_isNoPartOfTheAnswer(t *testing.T) {
	cases := map[string]struct{ text, want string }{
		"thinks first":      {"<think>\nAurora? No.\n</think>\n\nHello", "Hello"},
		"never thinks":      {"Hello <think>", `Hello \<think>`},
		"only thinks":       {"<think>for ever", ""},
		"says little":       {"<th", `\<th`},
		"thinks of nothing": {"<think></think>Hello", "Hello"},
	}
	for name, c := range cases {
		for _, size := range []int{1, 5, 100} {
			if got := known().says(t, c.text, size); got != c.want {
				t.Errorf("%s, %d at a time: %q, want %q", name, size, got, c.want)
			}
		}
	}
}
