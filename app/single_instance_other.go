//go:build !linux || bindings

package app

import (
	"log/slog"

	"github.com/wailsapp/wails/v2/pkg/options"
)

// openedElsewhere leaves the question to Wails, which ends a second start by itself.
func openedElsewhere(string, func(), *slog.Logger) bool { return false }

// instanceLock makes a second start bring the first window to the front.
func instanceLock(id string, raise func()) *options.SingleInstanceLock {
	return &options.SingleInstanceLock{
		UniqueId:               id,
		OnSecondInstanceLaunch: func(options.SecondInstanceData) { raise() },
	}
}
