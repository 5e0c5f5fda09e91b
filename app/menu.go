package app

import (
	goruntime "runtime"

	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"portfolio-ai/store/portfolio"
)

// Menu is one menu of the page: its words in the language of the window.
type Menu struct {
	Label string     `json:"label"`
	Items []MenuItem `json:"items"`
}

// MenuItem is one line of a menu. The page gives its commands their names and does them. Keys are those that the page
// listens for too, "cmdorctrl+j", or "" for none; an item without a command is a line between others.
type MenuItem struct {
	Command string `json:"command"`
	Label   string `json:"label"`
	Keys    string `json:"keys"`
}

// MenuChosen says which command was chosen in the menu bar of the system.
type MenuChosen struct {
	Command string `json:"command"`
}

// menuBar is the bar at the top of the screen.
type menuBar interface{ showMenus(bar *menu.Menu) }

func (d *wailsDesktop) showMenus(bar *menu.Menu) { runtime.MenuSetApplicationMenu(d.ctx, bar) }

// firstMenu is the menu bar until the page has named its menus; nil where windows have none. Only macOS has a bar that
// every program fills. Elsewhere everything is within the page, which a bar of another look above it would only repeat.
func firstMenu() *menu.Menu {
	if goruntime.GOOS != "darwin" {
		return nil
	}
	return &menu.Menu{Items: []*menu.MenuItem{menu.AppMenu(), menu.EditMenu(), menu.WindowMenu()}}
}

// menuBarOf puts the menus of the page among those that the system fills itself: the program's own first, editing after
// the first menu of the page, windows before its last. It fails with EInvalid for keys that are none.
func menuBarOf(menus []Menu, choose func(command string)) (*menu.Menu, error) {
	bar := &menu.Menu{Items: []*menu.MenuItem{menu.AppMenu()}}
	for i, m := range menus {
		if i > 0 && i == len(menus)-1 {
			bar.Append(menu.WindowMenu())
		}
		if err := addMenu(bar.AddSubmenu(m.Label), m.Items, choose); err != nil {
			return nil, err
		}
		if i == 0 {
			bar.Append(menu.EditMenu())
		}
	}
	return bar, nil
}

func addMenu(to *menu.Menu, items []MenuItem, choose func(command string)) error {
	for _, item := range items {
		if item.Command == "" {
			to.AddSeparator()
			continue
		}
		var pressed *keys.Accelerator
		if item.Keys != "" {
			var err error
			if pressed, err = keys.Parse(item.Keys); err != nil {
				return portfolio.Invalidf("%q are no keys of a menu.", item.Keys)
			}
		}
		to.AddText(item.Label, pressed, func(*menu.CallbackData) { choose(item.Command) })
	}
	return nil
}
