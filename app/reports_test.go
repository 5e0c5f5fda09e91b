package app

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
	"portfolio-ai/store/storetest"
)

func TestReports_areKeptReadNarratedAndDeleted(t *testing.T) {
	s, _ := openSession(t)
	storetest.MustProgram(t, s.desk.Store, portfolio.Program{Name: "Aurora"})
	bound := &Reports{s}
	if list, err := bound.List(); err != nil || list == nil || len(list) != 0 {
		t.Fatalf("it lists %v (%v)", list, err)
	}
	kept, err := bound.Create(report.Request{Kind: report.Executive}, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := bound.SetNarrative(kept.ID, "We are *fine*."); err != nil {
		t.Fatal(err)
	}
	if again, err := bound.Get(kept.ID); err != nil || again.Narrative != "We are *fine*." || again.Head != kept.Head {
		t.Errorf("it reads %+v (%v)", again.Head, err)
	}
	if text, err := bound.Markdown(kept.ID); err != nil || !strings.Contains(text, "\n\nWe are *fine*.\n\n") {
		t.Errorf("it writes %q (%v)", text, err)
	}
	if err := bound.Delete(kept.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := bound.Get(kept.ID); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("what is gone gives %v", err)
	}
}

func TestReports_leaveNothingBehindWhereTheyWereGivenUp(t *testing.T) {
	s, _ := openSession(t)
	bound, request := &Reports{s}, report.Request{Kind: report.Executive}
	kept, err := bound.Create(request, "")
	if err != nil {
		t.Fatal(err)
	}
	for name, start := range map[string]func(ticket string) error{
		"Create":         func(ticket string) error { _, err := bound.Create(request, ticket); return err },
		"DraftNarrative": func(ticket string) error { _, err := bound.DraftNarrative(kept.ID, "", ticket); return err },
	} {
		if err := (&Desk{s}).GiveUp(name); err != nil {
			t.Fatal(err)
		}
		if err := start(name); portfolio.ErrorCode(err) != portfolio.ECancelled {
			t.Errorf("%s, given up, ended with %v", name, err)
		}
	}
	if list, err := bound.List(); err != nil || len(list) != 1 {
		t.Errorf("it keeps %v (%v)", list, err)
	}
}

func TestFiles_saveFileWritesWhereThePersonSaysAndNowhereElse(t *testing.T) {
	s, d := openSession(t)
	bound := &Files{s}
	folder := t.TempDir()
	data := base64.StdEncoding.EncodeToString([]byte{'P', 'K', 0, 0xff})
	if path, err := bound.SaveFile("deck.pptx", data); path != "" || err != nil {
		t.Errorf("cancelled: %q, %v", path, err)
	}
	d.saved = filepath.Join(folder, "chosen.pptx")
	if _, err := bound.SaveFile("../a/b: c.pptx", data); err != nil || d.suggested != "-a-b- c.pptx" {
		t.Errorf("it suggests %q (%v)", d.suggested, err)
	}
	if path, err := bound.SaveFile("deck.pptx", data); path != d.saved || err != nil {
		t.Fatalf("saved as %q, %v", path, err)
	}
	if got, err := os.ReadFile(d.saved); err != nil || string(got) != "PK\x00\xff" {
		t.Errorf("wrote %q, %v", got, err)
	}
	for name, content := range map[string]string{
		"deck.exe": data, "deck": data, "": data, "deck.PPTX.sh": data,
		"deck.pptx": "no base64!", "deck.pdf": strings.Repeat("A", largestDrawing/3*4+8),
	} {
		d.saved = filepath.Join(folder, "refused")
		if _, err := bound.SaveFile(name, content); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%q gives %v", name, err)
		}
	}
	d.saved = filepath.Join(folder, "no", "folder.pdf")
	if _, err := bound.SaveFile("deck.pdf", data); portfolio.ErrorCode(err) != portfolio.EStorage {
		t.Errorf("a place that cannot be: %v", err)
	}
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 1 {
		t.Errorf("the folder holds %v (%v)", files, err)
	}
}
