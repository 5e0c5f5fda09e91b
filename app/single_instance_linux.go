//go:build linux && !bindings

package app

import (
	"context"
	"log/slog"
	"os"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/wailsapp/wails/v2/pkg/options"
)

// raiseWithin is how long the first window may take to answer a second start.
const raiseWithin = 5 * time.Second

// raiser is what a window offers on the session bus.
type raiser struct{ raise func() }

// Raise brings the window to the front.
func (r raiser) Raise() *dbus.Error {
	r.raise()
	return nil
}

// openedElsewhere says whether the data folder has a window already, which has come to the front by then. Where it has
// none, raise is called whenever a later start finds this one. Without a session bus, or with a first window that does
// not answer, a second window opens: that is better than none. The lock that Wails brings for Linux would end the
// second start as a failure.
func openedElsewhere(id string, raise func(), log *slog.Logger) bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		return false // to ask for the bus would start one
	}
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		log.Warn("find another window of the portfolio", "error", err)
		return false
	}
	name := "org." + id
	path := dbus.ObjectPath("/org/" + id)
	// The connection stays open: it holds the name for as long as the program runs.
	if err := bus.Export(raiser{raise}, path, name); err != nil {
		log.Warn("be found by another start", "error", err)
		return false
	}
	reply, err := bus.RequestName(name, dbus.NameFlagDoNotQueue)
	if err != nil {
		log.Warn("be found by another start", "error", err)
		return false
	}
	if reply != dbus.RequestNameReplyExists {
		return false
	}
	ctx, cancel := context.WithTimeout(context.Background(), raiseWithin)
	defer cancel()
	if err := bus.Object(name, path).CallWithContext(ctx, name+".Raise", 0).Store(); err != nil {
		log.Warn("raise the window of the portfolio", "error", err)
		return false
	}
	return true
}

// instanceLock leaves the lock of Wails alone: openedElsewhere does its work.
func instanceLock(string, func()) *options.SingleInstanceLock { return nil }
