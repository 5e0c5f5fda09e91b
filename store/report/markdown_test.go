package report

import (
	"strings"
	"testing"
)

// hostile is what records may hold that means something in Markdown or HTML.
const hostile = "# <b>x</b> | *y* _z_ `q` [a](b)\n- next"

func TestMarkdown_showsTextOfRecordsAsItStands(t *testing.T) {
	now := twoPrograms()
	for i := range now.Programs {
		now.Programs[i].Name, now.Programs[i].Owner, now.Programs[i].Description = hostile, hostile, hostile
		for j := range now.Programs[i].Risks {
			now.Programs[i].Risks[j].Title = hostile
		}
		for j := range now.Programs[i].Milestones {
			now.Programs[i].Milestones[j].Name = hostile
		}
	}
	before := oneOf(Program, twoPrograms())
	for _, kind := range Kinds {
		for _, line := range strings.Split(Markdown(mustMake(t, kind, Snapshot{Scope: hostile, Now: oneOf(kind, now), Before: &before, Since: today}), ""), "\n") {
			unescaped := strings.NewReplacer(`\\`, "", `\|`, "", `\*`, "", `\_`, "", "\\`", "", `\[`, "", `\]`, "", `\#`, "").Replace(line)
			if strings.Contains(line, "<b>") || strings.ContainsAny(unescaped, "*`[]") || strings.Contains(unescaped, "_z_") || strings.HasPrefix(line, "- next") {
				t.Errorf("%s writes %q", kind, line)
			}
			if strings.HasPrefix(line, "|") && strings.Count(unescaped, "|") < 3 {
				t.Errorf("%s breaks a table: %q", kind, line)
			}
		}
	}
}

func TestMarkdown_doesNotLetTextBeginAListOrAHeading(t *testing.T) {
	for text, want := range map[string]string{
		"- item": `\- item`, "# head": `\# head`, "1. one": `1\. one`, "2) two": `2\) two`, "> quote": `\> quote`, "+1": `\+1`, "2026 was": "2026 was", "plain": "plain", "~~~": `\~~~`,
	} {
		if got := escaped(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}

func TestMarkdown_writesTheNarrativeBeforeTheFirstBlock(t *testing.T) {
	text := Markdown(mustMake(t, Risks, Snapshot{Scope: Whole, Now: Portfolio{Day: today}}), "  We are **fine**.\n")
	before, after, found := strings.Cut(text, "\n\nWe are **fine**.\n\n")
	if !found || !strings.HasSuffix(before, "Data as of 2026-09-15.") || !strings.HasPrefix(after, "## Summary") {
		t.Errorf("it is\n%s", text)
	}
}

func TestMakeReport_blocksSayWhenThereIsNothing(t *testing.T) {
	for _, kind := range Kinds {
		if kind == Program {
			continue
		}
		for _, page := range mustMake(t, kind, Snapshot{Scope: Whole, Now: Portfolio{Day: today}}).Pages {
			for _, b := range page.Blocks {
				if b.Table != nil && b.Table.Note == "" {
					t.Errorf("%q of %s is empty and does not say so", b.Title, kind)
				}
			}
		}
	}
}
