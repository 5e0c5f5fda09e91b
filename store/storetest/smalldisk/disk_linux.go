package smalldisk

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// Disk is a disk of a few megabytes that a test can fill up.
type Disk struct {
	testing.TB
	Folder string
}

// New mounts a small disk until the test ends. The test is skipped where it may not.
func New(tb testing.TB, bytes string) Disk {
	tb.Helper()
	d := Disk{tb, tb.TempDir()}
	if err := unix.Mount("tmpfs", d.Folder, "tmpfs", 0, "mode=700,size="+bytes); err != nil {
		tb.Skipf("no small disk can be mounted here (%v); it needs root", err)
	}
	tb.Cleanup(func() {
		if err := unix.Unmount(d.Folder, unix.MNT_DETACH); err != nil {
			tb.Errorf("unmount the small disk: %v", err)
		}
	})
	return d
}

// LeaveFree fills the disk up until only so many bytes are free.
func (d Disk) LeaveFree(bytes int64) {
	d.Helper()
	var disk unix.Statfs_t
	if err := unix.Statfs(d.Folder, &disk); err != nil {
		d.Fatal(err)
	}
	file, err := os.Create(d.ballast())
	if err != nil {
		d.Fatal(err)
	}
	size := int64(disk.Bavail)*disk.Bsize - bytes
	if size > 0 {
		err = unix.Fallocate(int(file.Fd()), 0, 0, size)
	}
	if err := errors.Join(err, file.Close()); err != nil {
		d.Fatal(err)
	}
}

// MakeRoom takes away what LeaveFree filled it up with.
func (d Disk) MakeRoom() {
	d.Helper()
	if err := os.Remove(d.ballast()); err != nil {
		d.Fatal(err)
	}
}

// ReadOnly lets nobody write to the disk any more.
func (d Disk) ReadOnly() {
	d.Helper()
	if err := unix.Mount("", d.Folder, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		d.Fatal(err)
	}
}

func (d Disk) ballast() string { return filepath.Join(d.Folder, "ballast") }
