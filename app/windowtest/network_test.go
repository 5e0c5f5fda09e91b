//go:build windowtest && linux

package windowtest_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// watched is how a program is run without a network and with every system call about sockets written down, its own and
// those of the processes that it starts.
type watched struct {
	before []string // the command that runs the program, without it
	log    string   // what strace writes
}

// socketCalls are the calls that strace writes down: those of "network" but sendmsg, recvmsg and their kin, of which a window
// makes thousands and which need a socket that one of these has made. io_uring could make and use one unseen.
const socketCalls = "trace=socket,socketpair,connect,bind,listen,accept,accept4,sendto,sendmmsg,io_uring_setup"

// watchNetwork says how to run a program that way, or skips the test with the reason why that cannot be had here.
func watchNetwork(t *testing.T) watched {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace, which would tell what connects, is not installed here (make setup-test installs it)")
	}
	log := filepath.Join(t.TempDir(), "strace.log")
	// As root, or as whoever may have a user namespace of their own, keeping their name in it: the buses look at that.
	for _, apart := range [][]string{{"unshare", "--net"}, {"unshare", "--user", "--map-current-user", "--net"}} {
		before := slices.Concat(anyMode, apart, []string{strace, "-f", "--seccomp-bpf", "-qq", "-s", "16", "-e", "signal=none", "-e", socketCalls, "-A", "-o", log})
		out, tried := exec.CommandContext(t.Context(), before[0], append(before[1:], "true")...).CombinedOutput()
		if tried == nil {
			return watched{before, log}
		}
		err = fmt.Errorf("%w: %s", tried, out)
	}
	t.Skipf("a program cannot be watched in a network of its own here: %v", err)
	return watched{}
}

// command is the command line that runs the program with the arguments.
func (w watched) command(t *testing.T, args ...string) []string {
	return slices.Concat(w.before, []string{programPath(t)}, args)
}

// shell runs a line of a shell.
func (w watched) shell(t *testing.T, line string) error {
	t.Helper()
	return exec.CommandContext(t.Context(), w.before[0], slices.Concat(w.before[1:], []string{"bash", "-c", line})...).Run()
}

// run runs a command of the program to its end with the input, and gives what it printed.
func (w watched) run(t *testing.T, input string, args ...string) string {
	t.Helper()
	line := w.command(t, args...)
	cmd := exec.CommandContext(t.Context(), line[0], line[1:]...)
	cmd.Stdin = strings.NewReader(input)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// The sockets that are no network: what they are for. Everything else is a finding.
var harmless = []struct {
	call   *regexp.Regexp
	reason string
}{
	{regexp.MustCompile(`^(socket|socketpair)\(AF_(UNIX|LOCAL),`), "between processes on this computer"},
	{regexp.MustCompile(`^socket\(AF_NETLINK, .*NETLINK_ROUTE\b`), "asks the kernel whether there is a network"},
	{regexp.MustCompile(`^(bind|connect|getsockname|sendto|recvfrom)\(.*sa_family=AF_NETLINK`), "asks the kernel whether there is a network"},
	{regexp.MustCompile(`^connect\(.*sun_path="/var/run/nscd/socket"`), "looks up who the user is"},
	{regexp.MustCompile(`^connect\(.*sun_path=@?"/tmp/\.X11-unix/X\d+"`), "the screen"},
	{regexp.MustCompile(`^connect\(.*sun_path=@?"[^"]*/(dbus|bus|at-spi)[^"]*"`), "the buses of the session: single instance, screen readers, keychain"},
}

// ofNetwork are the calls that reach out or let somebody in; the rest goes over sockets that these have made.
var ofNetwork = regexp.MustCompile(`^(socket|connect|bind|listen|accept4?|io_uring_setup)\(|AF_INET|AF_PACKET|AF_VSOCK`)

// judge fails the test for every call that is not known to be harmless, and says how many there were of those.
func (w watched) judge(t *testing.T) {
	t.Helper()
	found, counts := w.found(t)
	for _, call := range found {
		t.Errorf("a call that may reach the network: %s", call)
	}
	t.Logf("calls that reach no network, by what they are for: %v", counts)
}

// found gives the calls that are not known to be harmless, and how many are, by reason.
func (w watched) found(t *testing.T) (found []string, counts map[string]int) {
	t.Helper()
	file, err := os.Open(w.log)
	if err != nil {
		t.Fatalf("nothing was written down: %v", err)
	}
	defer file.Close()
	counts = map[string]int{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		_, call, _ := strings.Cut(lines.Text(), " ")
		call = strings.TrimLeft(call, " ")
		if !ofNetwork.MatchString(call) {
			continue
		}
		if reason := because(call); reason != "" {
			counts[reason]++
		} else {
			found = append(found, call)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return found, counts
}

// because gives the reason why a call is harmless; "" where there is none.
func because(call string) string {
	for _, known := range harmless {
		if known.call.MatchString(call) {
			return known.reason
		}
	}
	return ""
}

// sitDownOffline is sitDown without a network and with every socket written down.
func sitDownOffline(t *testing.T, dataDir string) person {
	t.Helper()
	watch, on := watchNetwork(t), openDesktop(t)
	t.Cleanup(func() { watch.judge(t) }) // once the window is closed
	line := watch.command(t, "--data-dir", dataDir)
	window, err := on.OpenWindow(context.Background(), on.env, line[0], line[1:]...)
	if err != nil {
		t.Fatal(err)
	}
	return on.seated(t, window, dataDir)
}
