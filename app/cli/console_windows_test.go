package cli

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

func TestLeadsSomewhere_keepsWhatIsRedirectedAndNothingElse(t *testing.T) {
	file, err := os.Open(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	nowhere, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, f := range []*os.File{file, reader, writer, nowhere} {
			_ = f.Close()
		}
	})
	for _, c := range []struct {
		name   string
		handle windows.Handle
		want   bool
	}{
		{"a file", windows.Handle(file.Fd()), true},
		{"the end of a pipe that is read", windows.Handle(reader.Fd()), true},
		{"the end of a pipe that is written", windows.Handle(writer.Fd()), true},
		{"what is thrown away on purpose", windows.Handle(nowhere.Fd()), true},
		{"none", 0, false},
		{"an invalid one", windows.InvalidHandle, false},
		{"a number that means nothing", 0x7ff4, false},
	} {
		if got := leadsSomewhere(c.handle); got != c.want {
			t.Errorf("%s: %t, want %t", c.name, got, c.want)
		}
	}
}

// In this variable the test below names the words that it wants to see, when it starts itself as the command.
const wordsVariable = "CONSOLE_TEST_WORDS"

// A command that was started as Windows starts a program with a window, with no console and no streams, writes to the
// console of who started it.
func TestJoinConsole_writesToTheConsoleOfTheParent(t *testing.T) {
	if words := os.Getenv(wordsVariable); words != "" {
		JoinConsole()
		_, outErr := fmt.Fprintln(os.Stdout, words+" to standard output")
		_, errErr := fmt.Fprintln(os.Stderr, words+" to standard error")
		if outErr != nil || errErr != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	_, _, _ = kernel32.NewProc("AllocConsole").Call() // fails where there is a console already
	console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("there is no console here: %v", err)
	}
	defer func() { _ = console.Close() }()
	words := fmt.Sprintf("said by %d", os.Getpid())
	_, handle, err := syscall.StartProcess(os.Args[0], []string{os.Args[0], "-test.run=" + t.Name()}, &syscall.ProcAttr{
		Env:   append(os.Environ(), wordsVariable+"="+words),
		Files: make([]uintptr, 3), // none
		Sys:   &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS},
	})
	if err != nil {
		t.Fatal(err)
	}
	child := windows.Handle(handle)
	defer func() { _ = windows.CloseHandle(child) }()
	if event, err := windows.WaitForSingleObject(child, 30_000); err != nil || event != windows.WAIT_OBJECT_0 {
		t.Fatalf("the command did not end: %d, %v", event, err)
	}
	var code uint32
	if err := windows.GetExitCodeProcess(child, &code); err != nil || code != 0 {
		t.Fatalf("the command could not write: exit code %d, %v", code, err)
	}
	screen := consoleText(t, console)
	for _, want := range []string{words + " to standard output", words + " to standard error"} {
		if !strings.Contains(screen, want) {
			t.Errorf("the console does not show %q:\n%s", want, strings.TrimSpace(screen))
		}
	}
}

// consoleText reads the last lines that a console shows, down to where the next word would stand.
func consoleText(t *testing.T, console *os.File) string {
	t.Helper()
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(console.Fd()), &info); err != nil {
		t.Fatal(err)
	}
	first := max(0, info.CursorPosition.Y-20)
	cells := make([]uint16, int(info.Size.X)*int(info.CursorPosition.Y-first+1))
	var read uint32
	done, _, err := kernel32.NewProc("ReadConsoleOutputCharacterW").Call(console.Fd(),
		uintptr(unsafe.Pointer(&cells[0])), uintptr(len(cells)), uintptr(first)<<16, uintptr(unsafe.Pointer(&read)))
	if done == 0 {
		t.Fatal(err)
	}
	return string(utf16.Decode(cells[:read]))
}
