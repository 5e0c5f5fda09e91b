package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// stream is one of the three standard streams: where the program keeps it, what Windows calls it, and the console's end.
type stream struct {
	file    **os.File
	number  uint32
	console string
}

// standard lists the standard streams.
var standard = []stream{
	{&os.Stdin, windows.STD_INPUT_HANDLE, "CONIN$"},
	{&os.Stdout, windows.STD_OUTPUT_HANDLE, "CONOUT$"},
	{&os.Stderr, windows.STD_ERROR_HANDLE, "CONOUT$"},
}

// JoinConsole lets a command read from and write to the console of the program that started it. A program with a window
// gets none from Windows. A stream that leads somewhere stays as it is: a file, a pipe. It is to be called before
// anything is written, and not for the window: that would be closed with the console.
func JoinConsole() {
	var missing []stream
	for _, s := range standard {
		if handle, err := windows.GetStdHandle(s.number); err != nil || !leadsSomewhere(handle) {
			missing = append(missing, s)
		}
	}
	if len(missing) == 0 || !attachToParent() {
		return
	}
	for _, s := range missing {
		file, err := os.OpenFile(s.console, os.O_RDWR, 0)
		if err != nil {
			continue // as it was: what is written there is lost
		}
		*s.file = file
		_ = windows.SetStdHandle(s.number, windows.Handle(file.Fd())) // for a crash of Go itself, which looks there
	}
}

// leadsSomewhere reports whether a handle is one of a file, a pipe or a device. Windows leaves 0 or a number that means
// nothing where a stream is not redirected.
func leadsSomewhere(handle windows.Handle) bool {
	if handle == 0 || handle == windows.InvalidHandle {
		return false
	}
	kind, err := windows.GetFileType(handle)
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}

// kernel32 has what the library leaves out.
var kernel32 = windows.NewLazySystemDLL("kernel32.dll")

// attachToParent attaches the process to the console of the process that started it, and reports whether it has one.
func attachToParent() bool {
	const parent = ^uint32(0)
	done, _, _ := kernel32.NewProc("AttachConsole").Call(uintptr(parent))
	return done != 0
}
