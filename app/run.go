package app

import (
	"context"
	"io/fs"
	"os"
	"slices"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"
	"github.com/wailsapp/wails/v2/pkg/options/windows"

	"portfolio-ai/app/desk"
	"portfolio-ai/app/desk/faults"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// title is what the window is called.
const title = "Portfolio AI"

// enums are the vocabularies that the window gets as TypeScript enums. Those that may be not reported carry their words in
// the ts_type of their fields, because an enum has no place for null.
var enums = []any{
	enum(portfolio.RiskStatuses), enum(portfolio.MilestoneStatuses),
	enum(portfolio.Entities),
	enum([]portfolio.Op{portfolio.OpIs, portfolio.OpIsNot, portfolio.OpContains, portfolio.OpFrom, portfolio.OpTo, portfolio.OpOver, portfolio.OpUnder}),
	enum(portfolio.Actors),
	enum([]portfolio.Role{portfolio.RolePerson, portfolio.RoleAssistant}),
	enum(portfolio.ProposalStates), enum(portfolio.ProposalKinds), enum(portfolio.ProposalRules), enum([]portfolio.ViewPage{portfolio.ViewOfPrograms}), enum(portfolio.HealthRules),
	enum(slices.Concat(portfolio.ProgramPresets, portfolio.MilestonePresets)), enum(portfolio.Topics),
	enum([]portfolio.DraftKind{portfolio.DraftStatusUpdate, portfolio.DraftWeeklySummary, portfolio.DraftSteeringNote, portfolio.DraftMail}),
	enum([]portfolio.TurnState{portfolio.TurnStreaming, portfolio.TurnDone, portfolio.TurnStopped, portfolio.TurnFailed}),
	enum(themes), enum(languages), enum(exchange.Formats),
	enum(portfolio.ToolUses), enum(portfolio.Places), enum(desk.KeyPlaces),
	enum(portfolio.BackupReasons), enum(portfolio.RestoreModes), enum(portfolio.FileKinds), enum(portfolio.Confidences), enum(desk.CheckParts),
	enum(fields()),
}

// Run opens the window and returns when it is closed; where the data folder has a window already, it brings that to the
// front and returns. Nothing is written before the window starts. Where the system cannot show it, the error says what to do.
func Run(assets fs.FS, version, commit, dataDir string) error {
	log := faults.NewLog(faults.Both{os.Stderr, faults.File(dataDir)})
	d := &wailsDesktop{}
	started := make(chan struct{})
	raise := func() {
		<-started
		d.raise()
	}
	id := instanceID(dataDir)
	if openedElsewhere(id, raise, log) {
		return nil
	}
	if err := prepareWebView(log); err != nil {
		return err
	}
	build := desk.ThisBuild(version, commit)
	s := newSession(build, dataDir, d, log)
	w := newWindow(s, newPlaceKeeper(dataDir, d, log), d)
	return wails.Run(&options.App{
		Title: title,
		Width: w.place.openSize().Width, Height: w.place.openSize().Height,
		MinWidth: leastSize.Width, MinHeight: leastSize.Height,
		WindowStartState:   w.place.startState(),
		SingleInstanceLock: instanceLock(id, raise),
		AssetServer:        &assetserver.Options{Assets: assets, Middleware: s.withOpening},
		BackgroundColour:   options.NewRGB(247, 248, 250),
		Logger:             quiet{log, logger.NewDefaultLogger()},
		LogLevel:           logger.ERROR, LogLevelProduction: logger.ERROR,
		DragAndDrop:    &options.DragAndDrop{EnableFileDrop: true},
		ErrorFormatter: formatError,
		// Lists and forms are drawn as fast without the graphics card, the window opens a third sooner where there is none, and
		// some drivers show an empty window otherwise.
		Linux:    &linux.Options{ProgramName: "portfolio-ai", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
		Windows:  &windows.Options{WebviewUserDataPath: desk.WebViewDir()},
		Mac:      &mac.Options{About: &mac.AboutInfo{Title: title, Message: build.String()}},
		Menu:     firstMenu(),
		EnumBind: enums,
		Bind:     bound(s, w),
		OnStartup: func(ctx context.Context) {
			d.ctx = ctx
			close(started)
			s.open(ctx)
			s.emit(s.state())
		},
		// The page may be loaded anew; the window moves once. It moves beside the page, which goes on meanwhile.
		OnDomReady: func(context.Context) { go w.place.restore() },
		OnBeforeClose: func(context.Context) bool {
			w.keepPlace()
			return w.holdBack(d.quit)
		},
		OnShutdown: func(context.Context) { s.close() },
	})
}

// bound are the structs whose methods the page can call. The page is not trusted: each method checks what it is given.
func bound(s *session, w *Window) []any {
	return []any{
		&Overview{s}, &Programs{s}, &Risks{s}, &Milestones{s}, &Objectives{s}, &Records{s}, &Views{s}, &History{s}, &Proposals{s},
		&Files{s}, &Backups{s}, &Recovery{s}, &Reports{s}, &Chat{s}, &Engines{s}, &Desk{s}, &Crashes{s}, w, &Events{},
	}
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
		if c == ' ' || c == '_' || c == '.' || c == '-' {
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
