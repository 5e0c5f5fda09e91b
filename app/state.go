package app

import (
	"context"
	"net/url"
	"path/filepath"

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

// themeSetting is where the theme is kept.
const themeSetting = "theme"

// DeskState is what the window needs to begin. Problem says in a sentence why there is no desk, "" where there is one.
type DeskState struct {
	Version string           `json:"version"`
	Ready   bool             `json:"ready"`
	Problem string           `json:"problem"`
	DataDir string           `json:"data_dir"`
	File    string           `json:"file"`
	Counts  portfolio.Counts `json:"counts"`
	Engine  string           `json:"engine"` // label of the engine that answers
	Theme   Theme            `json:"theme"`
	Today   portfolio.Date   `json:"today" ts_type:"string"`
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

// state says how the desk is.
func (s *session) state() DeskState {
	out := DeskState{Version: s.version, DataDir: s.dataDir, Theme: ThemeSystem}
	if s.fault != nil {
		out.Problem = portfolio.ErrorMessage(s.fault)
		return out
	}
	counts, err := s.desk.Store.Counts(s.life)
	if err != nil {
		s.log.Error("count the portfolio", "error", err)
	}
	theme, err := s.desk.Store.Setting(s.life, themeSetting)
	if err != nil {
		s.log.Error("read the theme", "error", err)
	}
	if theme != "" {
		out.Theme = Theme(theme)
	}
	out.Ready, out.File, out.Counts = true, s.desk.Store.Path(), counts
	out.Engine, out.Today = s.desk.EngineLabel(), s.desk.Store.Today()
	return out
}

// SetTheme keeps how the window looks.
func (d *Desk) SetTheme(theme Theme) error {
	return run(d.s, "Desk.SetTheme", func(ctx context.Context, desk *desk.Desk) error {
		if theme != ThemeSystem && theme != ThemeLight && theme != ThemeDark {
			return portfolio.Invalidf("%q is not a theme.", string(theme))
		}
		return desk.Store.SetSetting(ctx, themeSetting, string(theme))
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
