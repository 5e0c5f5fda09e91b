//go:build linux

package windowtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

// How long a server may take to be ready, and a program to end after it was asked to.
const (
	startWithin = 20 * time.Second
	endWithin   = 10 * time.Second
)

// command is a program to start on a desktop.
type command struct {
	name string
	args []string
	env  []string // added to the desktop's
	fd3  *os.File // becomes its file descriptor 3; may be nil
}

// process is a started program. done is closed when it has ended; err is its result then.
type process struct {
	name string
	cmd  *exec.Cmd
	done chan struct{}
	err  error
}

// start starts a program, which ends with ctx, with the desktop, or with the process that started it.
func (d *Desktop) start(ctx context.Context, c command) (*process, error) {
	cmd := exec.CommandContext(ctx, c.name, c.args...)
	cmd.Env, cmd.Stdout, cmd.Stderr = slices.Concat(d.env, c.env), d.log, d.log
	if c.fd3 != nil {
		cmd.ExtraFiles = []*os.File{c.fd3}
	}
	// A group of its own, so that its children can be ended with it.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
	cmd.WaitDelay = endWithin
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", c.name, err)
	}
	p := &process{name: c.name, cmd: cmd, done: make(chan struct{})}
	go func() {
		p.err = cmd.Wait()
		close(p.done)
	}()
	d.processes = append(d.processes, p)
	return p, nil
}

// end asks the program and its children to end, and ends them where they do not.
func (p *process) end() error {
	group := -p.cmd.Process.Pid
	// An error means that the group has ended already.
	_ = syscall.Kill(group, syscall.SIGTERM)
	select {
	case <-p.done:
		return nil
	case <-time.After(endWithin):
		_ = syscall.Kill(group, syscall.SIGKILL)
		<-p.done
		return fmt.Errorf("%s did not end within %s", p.name, endWithin)
	}
}
