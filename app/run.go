package app

import (
	"context"
	"io/fs"
	"log/slog"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"

	"portfolio-ai/store/portfolio"
)

// The window at its first start and at its smallest, in pixels.
const (
	windowWidth, windowHeight = 1440, 900
	minWidth, minHeight       = 880, 560
)

// enums are the vocabularies that the window gets as TypeScript enums. Those that may be not reported carry their words in
// the ts_type of their fields, because an enum has no place for null.
var enums = []any{
	enum(portfolio.RiskStatuses), enum(portfolio.MilestoneStatuses),
	enum(portfolio.Entities),
	enum([]portfolio.Op{portfolio.OpIs, portfolio.OpIsNot, portfolio.OpContains, portfolio.OpFrom, portfolio.OpTo, portfolio.OpOver, portfolio.OpUnder}),
	enum([]portfolio.Actor{portfolio.ByPerson, portfolio.ByImport, portfolio.ByAgent}),
	enum([]portfolio.Role{portfolio.RolePerson, portfolio.RoleAssistant}),
	enum([]portfolio.TurnState{portfolio.TurnStreaming, portfolio.TurnDone, portfolio.TurnStopped, portfolio.TurnFailed}),
	enum([]Theme{ThemeSystem, ThemeLight, ThemeDark}),
	enum(fields()),
}

// Run opens the window and returns when it is closed. Nothing is read or written before the window starts.
func Run(assets fs.FS, version, dataDir string) error {
	d := &wailsDesktop{}
	s := newSession(version, dataDir, d, slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	return wails.Run(&options.App{
		Title: "Portfolio AI", Width: windowWidth, Height: windowHeight, MinWidth: minWidth, MinHeight: minHeight,
		AssetServer:      &assetserver.Options{Assets: assets},
		BackgroundColour: options.NewRGB(247, 248, 250),
		LogLevel:         logger.ERROR, LogLevelProduction: logger.ERROR,
		DragAndDrop:    &options.DragAndDrop{EnableFileDrop: true},
		ErrorFormatter: formatError,
		Linux:          &linux.Options{ProgramName: "portfolio-ai"},
		EnumBind:       enums,
		Bind: []any{
			&Programs{s}, &Risks{s}, &Milestones{s}, &Objectives{s}, &History{s}, &Files{s}, &Chat{s}, &Desk{s}, &Events{},
		},
		OnStartup: func(ctx context.Context) {
			d.ctx = ctx
			s.open(ctx)
			s.emit(s.state())
		},
		OnShutdown: func(context.Context) { s.close() },
	})
}

// enumValue is one value of a vocabulary as the generator of bindings wants it.
type enumValue[W ~string] struct {
	Value  W
	TSName string
}

// enum turns a vocabulary into what the generator of bindings takes.
func enum[W ~string](words []W) []enumValue[W] {
	out := make([]enumValue[W], len(words))
	for i, w := range words {
		out[i] = enumValue[W]{Value: w, TSName: typeScriptName(string(w))}
	}
	return out
}

// typeScriptName makes an identifier of a word: "On Track" is OnTrack, "risk.due_date" is RiskDueDate.
func typeScriptName(word string) string {
	var out []byte
	upper := true
	for i := range len(word) {
		c := word[i]
		if c == ' ' || c == '_' || c == '.' {
			upper = true
			continue
		}
		if upper && c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		upper = false
		out = append(out, c)
	}
	return string(out)
}

// fields names everything that a query can ask for.
func fields() []portfolio.Field {
	var out []portfolio.Field
	for _, info := range portfolio.Fields {
		out = append(out, info.Field)
	}
	return out
}
