package app

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/wailsapp/wails/v2/pkg/menu"

	"portfolio-ai/store/portfolio"
)

func TestDesk_keepsLanguageAndFiscalYear(t *testing.T) {
	s, _ := openSession(t)
	bound := &Desk{s}
	if state := mustState(t, s); state.Language != LanguageSystem || state.FiscalYearStart != time.April {
		t.Errorf("at first %s and %s", state.Language, state.FiscalYearStart)
	}
	if err := bound.SetLanguage(LanguageGerman); err != nil {
		t.Fatal(err)
	}
	if err := bound.SetFiscalYearStart(10); err != nil {
		t.Fatal(err)
	}
	if err := bound.SetLanguage("tlh"); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a language that is none: %v", err)
	}
	if err := bound.SetFiscalYearStart(13); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a month that is none: %v", err)
	}
	if state := mustState(t, s); state.Language != LanguageGerman || state.FiscalYearStart != time.October {
		t.Errorf("then %s and %s", state.Language, state.FiscalYearStart)
	}
}

func TestDeskState_takesAKeptWordThatIsNoneForTheUsualOne(t *testing.T) {
	s, _ := openSession(t)
	for _, setting := range []string{themeSetting, languageSetting} {
		if err := s.desk.Store.SetSetting(t.Context(), setting, "later"); err != nil {
			t.Fatal(err)
		}
	}
	if state := mustState(t, s); state.Theme != ThemeSystem || state.Language != LanguageSystem {
		t.Errorf("got %s and %s", state.Theme, state.Language)
	}
}

func TestInstanceID_isOneForAFolderHoweverItIsWritten(t *testing.T) {
	home := t.TempDir()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(home, link); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	data, linked := filepath.Join(home, "data"), filepath.Join(link, "data")
	before := instanceID(data)
	if got := instanceID(linked); got != before {
		t.Errorf("through a link, before the folder is there: %s, want %s", got, before)
	}
	if err := os.Mkdir(data, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(home)
	for _, written := range []string{data, linked, "data", data + "/", filepath.Join(data, "..", "data")} {
		if got := instanceID(written); got != before {
			t.Errorf("%s is %s, want %s", written, got, before)
		}
	}
	if instanceID(home) == before {
		t.Error("two folders have the same name")
	}
	if !regexp.MustCompile(`^[a-z_][a-z0-9_]*$`).MatchString(before) {
		t.Errorf("%q is no name on a bus", before)
	}
}

// fakeMenuBar stands in for the menu bar of the system.
type fakeMenuBar struct{ shown *menu.Menu }

func (b *fakeMenuBar) showMenus(bar *menu.Menu) { b.shown = bar }

func TestWindow_menusOfThePageStandBetweenThoseOfTheSystemAndTellWhatWasChosen(t *testing.T) {
	s, d := openSession(t)
	bar := &fakeMenuBar{}
	w := newWindow(s, nil, bar)
	err := w.ShowMenus([]Menu{
		{Label: "Ablage", Items: []MenuItem{{Command: "import", Label: "Importieren …"}, {}, {Command: "openFolder", Label: "Datenordner öffnen"}}},
		{Label: "Darstellung", Items: []MenuItem{{Command: "assistant", Label: "Assistent", Keys: "cmdorctrl+j"}}},
		{Label: "Hilfe", Items: []MenuItem{{Command: "shortcuts", Label: "Tastenkürzel"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, item := range bar.shown.Items {
		switch item.Role {
		case menu.AppMenuRole:
			got = append(got, "program")
		case menu.EditMenuRole:
			got = append(got, "edit")
		case menu.WindowMenuRole:
			got = append(got, "window")
		default:
			got = append(got, item.Label)
		}
	}
	if want := []string{"program", "Ablage", "edit", "Darstellung", "window", "Hilfe"}; !slices.Equal(got, want) {
		t.Errorf("the menus are %q, want %q", got, want)
	}
	view := bar.shown.Items[3].SubMenu.Items
	if view[0].Accelerator == nil || view[0].Accelerator.Key != "j" {
		t.Errorf("the assistant has the keys %+v", view[0].Accelerator)
	}
	view[0].Click(nil)
	if chosen := awaitA[MenuChosen](t, d); chosen.Command != "assistant" {
		t.Errorf("chosen was %q", chosen.Command)
	}
	if err := w.ShowMenus([]Menu{{Label: "X", Items: []MenuItem{{Command: "x", Label: "X", Keys: "hyper+1+2"}}}}); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("keys that are none: %v", err)
	}
}
