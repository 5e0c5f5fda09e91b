//go:build linux

package windowtest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

// screenSize is the size of the virtual screen in pixels, with its colour depth.
const screenSize = "1440x900x24"

// Desktop is a virtual X display with a session bus that nothing else uses. Close ends everything that was started
// on it.
type Desktop struct {
	screen     *screen
	sessionBus string // address
	env        []string
	processes  []*process // in the order in which they were started
	runtimeDir string
	log        *os.File
}

// OpenDesktop starts a desktop. What the programs on it print goes into the log file. They inherit the environment of
// the caller, but for what would bind them to another desktop.
func OpenDesktop(ctx context.Context, log *os.File) (*Desktop, error) {
	// Sockets live here, and their names must stay short: a test's own folder would be too deep.
	runtimeDir, err := os.MkdirTemp("", "desktop-")
	if err != nil {
		return nil, fmt.Errorf("folder of the desktop: %w", err)
	}
	d := &Desktop{log: log, runtimeDir: runtimeDir, env: withoutDesktop(os.Environ())}
	d.setenv("XDG_RUNTIME_DIR", runtimeDir)
	if err := d.open(ctx); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

func (d *Desktop) open(ctx context.Context) error {
	number, err := d.startServer(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", screenSize, "-nolisten", "tcp")
	if err != nil {
		return err
	}
	d.setenv("DISPLAY", ":"+number)
	if d.screen, err = openScreen(":"+number, d.log); err != nil {
		return err
	}
	d.sessionBus, err = d.startServer(ctx, "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=3")
	if err != nil {
		return err
	}
	d.setenv("DBUS_SESSION_BUS_ADDRESS", d.sessionBus)
	return nil
}

// Close ends the programs on the desktop, the last started first, and then the desktop.
func (d *Desktop) Close() error {
	if d.screen != nil {
		d.screen.close()
	}
	var errs []error
	for _, p := range slices.Backward(d.processes) {
		errs = append(errs, p.end())
	}
	return errors.Join(append(errs, os.RemoveAll(d.runtimeDir))...)
}

// desktopVariables tie a program to a display and its buses.
var desktopVariables = []string{
	"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE",
}

func withoutDesktop(env []string) []string {
	return slices.DeleteFunc(slices.Clone(env), func(entry string) bool {
		name, _, _ := strings.Cut(entry, "=")
		return slices.Contains(desktopVariables, name)
	})
}

func (d *Desktop) setenv(name, value string) { d.env = append(d.env, name+"="+value) }

// startServer starts a server that prints one line on file descriptor 3 once it is ready, and returns that line.
func (d *Desktop) startServer(ctx context.Context, name string, args ...string) (string, error) {
	ready, say, err := os.Pipe()
	if err != nil {
		return "", fmt.Errorf("pipe for %s: %w", name, err)
	}
	defer ready.Close()
	_, err = d.start(ctx, command{name: name, args: args, fd3: say})
	say.Close() // the server holds its own copy
	if err != nil {
		return "", err
	}
	if err := ready.SetReadDeadline(time.Now().Add(startWithin)); err != nil {
		return "", fmt.Errorf("deadline for %s: %w", name, err)
	}
	line, err := bufio.NewReader(ready).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("%s did not start (see %s): %w", name, d.log.Name(), err)
	}
	return strings.TrimSpace(line), nil
}
