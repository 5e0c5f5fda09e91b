package app

import (
	"context"
	"net/url"
	"path/filepath"
	"slices"
	"time"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Theme is how the window looks.
type Theme string

// The themes. ThemeSystem follows the system.
const (
	ThemeSystem Theme = "system"
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// Language is what the window speaks.
type Language string

// The languages. LanguageSystem takes the first language of the system that the window speaks.
const (
	LanguageSystem  Language = "system"
	LanguageEnglish Language = "en"
	LanguageGerman  Language = "de"
)

// Where the preferences are kept, and what can be chosen.
const (
	themeSetting    = "theme"
	languageSetting = "language"
)

var (
	themes    = []Theme{ThemeSystem, ThemeLight, ThemeDark}
	languages = []Language{LanguageSystem, LanguageEnglish, LanguageGerman}
)

// DeskState is what the window needs to begin. Problem says in a sentence why there is no desk, "" where there is one.
type DeskState struct {
	Version         string           `json:"version"`
	Commit          string           `json:"commit"` // "" where nobody said
	Schema          int              `json:"schema"` // of the portfolio files that the program writes
	Ready           bool             `json:"ready"`
	Problem         string           `json:"problem"`
	Recoverable     bool             `json:"recoverable"` // a backup, or what can be read, may be put in the place of the file
	Damage          string           `json:"damage"`      // what a quick check found wrong with the open file; "" where nothing
	DataDir         string           `json:"data_dir"`
	File            string           `json:"file"`
	SyncedBy        string           `json:"synced_by"` // the program that copies the folder of the file to other computers; "" for none
	Counts          portfolio.Counts `json:"counts"`
	Engine          string           `json:"engine"` // label of the engine that answers
	Theme           Theme            `json:"theme"`
	Language        Language         `json:"language"`
	FiscalYearStart time.Month       `json:"fiscal_year_start" ts_type:"number"` // 1 to 12
	// NeverProposed is what the assistant, and other programs, may not propose.
	NeverProposed []portfolio.ProposalKind `json:"never_proposed" ts_type:"portfolio.ProposalKind[]"`
	Today         portfolio.Date           `json:"today" ts_type:"string"`
	AsOf          portfolio.Date           `json:"as_of" ts_type:"string | null"` // the past day that is looked at, read-only
	Sample        bool                     `json:"sample"`                        // the sample portfolio is loaded
	ChangeSet     int64                    `json:"change_set"`                    // the newest one as this was read
}

// Desk is the program itself: its state and its preferences.
type Desk struct{ s *session }

// State waits for the desk and says how it is. A desk that could not be opened is a state too, not an error.
func (d *Desk) State() (DeskState, error) {
	return guard(d.s, "Desk.State", func() (DeskState, error) {
		<-d.s.ready
		return d.s.state(), nil
	})
}

// state says how the desk is. A preference that cannot be read is as if it was never set.
func (s *session) state() DeskState {
	out := DeskState{Version: s.build.Version, Commit: s.build.Commit, Schema: s.build.Schema, DataDir: s.dataDir, Theme: ThemeSystem, Language: LanguageSystem, NeverProposed: []portfolio.ProposalKind{}}
	if err := s.problem(); err != nil {
		out.Problem, out.Recoverable = portfolio.ErrorMessage(err), portfolio.ErrorCode(err) == portfolio.EDamaged
		return out
	}
	if damage := s.damage.Load(); damage != nil {
		out.Damage = *damage
	}
	var err error
	// First: what is written while the rest is read counts as newer.
	if out.ChangeSet, err = s.desk.Store.Version(s.life); err != nil {
		s.log.Error("read the version of the portfolio", "error", err)
	}
	shown := s.desk.Shown()
	if out.Counts, err = shown.Counts(s.life); err != nil {
		s.log.Error("count the portfolio", "error", err)
	}
	if out.Sample, err = s.desk.SampleLoaded(s.life); err != nil {
		s.log.Error("look for the sample", "error", err)
	}
	if out.FiscalYearStart, err = s.desk.FiscalYearStart(s.life); err != nil {
		s.log.Error("read a preference", "error", err)
	}
	if out.NeverProposed, err = s.desk.NeverProposed(s.life); err != nil {
		s.log.Error("read a preference", "error", err)
	}
	out.Theme = chosen(s, themeSetting, themes)
	out.Language = chosen(s, languageSetting, languages)
	out.Ready, out.File, out.SyncedBy = true, s.desk.Store.Path(), s.desk.Synced()
	out.Engine, out.Today, out.AsOf = s.desk.EngineLabel(), shown.Today(), shown.AsOf()
	return out
}

// chosen reads a preference that is one of a few words; the first of them where nothing that makes sense was kept.
func chosen[W ~string](s *session, setting string, words []W) W {
	kept, err := s.desk.Store.Setting(s.life, setting)
	if err != nil {
		s.log.Error("read a preference", "setting", setting, "error", err)
	}
	if slices.Contains(words, W(kept)) {
		return W(kept)
	}
	return words[0]
}

// SetTheme keeps how the window looks.
func (d *Desk) SetTheme(theme Theme) error {
	return run(d.s, "Desk.SetTheme", func(ctx context.Context, desk *desk.Desk) error {
		if !slices.Contains(themes, theme) {
			return portfolio.Invalidf("%q is not a theme.", string(theme))
		}
		return desk.Store.SetSetting(ctx, themeSetting, string(theme))
	})
}

// SetLanguage keeps what the window speaks.
func (d *Desk) SetLanguage(language Language) error {
	return run(d.s, "Desk.SetLanguage", func(ctx context.Context, desk *desk.Desk) error {
		if !slices.Contains(languages, language) {
			return portfolio.Invalidf("%q is not a language of the window.", string(language))
		}
		return desk.Store.SetSetting(ctx, languageSetting, string(language))
	})
}

// SetFiscalYearStart keeps the month, 1 to 12, on whose first day the fiscal year begins.
func (d *Desk) SetFiscalYearStart(month int) error {
	return run(d.s, "Desk.SetFiscalYearStart", func(ctx context.Context, desk *desk.Desk) error {
		return desk.SetFiscalYearStart(ctx, time.Month(month))
	})
}

// SetProposalRule keeps whether a kind of change may be proposed.
func (d *Desk) SetProposalRule(kind portfolio.ProposalKind, rule portfolio.ProposalRule) error {
	return run(d.s, "Desk.SetProposalRule", func(ctx context.Context, desk *desk.Desk) error {
		return desk.SetProposalRule(ctx, kind, rule)
	})
}

// OpenFolder shows the data folder in the file manager.
func (d *Desk) OpenFolder() error {
	return run(d.s, "Desk.OpenFolder", func(context.Context, *desk.Desk) error {
		d.s.desktop.openFolder(d.s.dataDir)
		return nil
	})
}

// fileURL gives a folder as a file URL.
func fileURL(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	path = filepath.ToSlash(path)
	if path[0] != '/' { // C:/…
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
