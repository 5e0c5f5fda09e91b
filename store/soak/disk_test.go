//go:build powerloss && linux

package soak

import (
	"context"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
)

// sector is what a disk writes whole or not at all.
const sector = 512

// disk is a file system that passes everything on to a folder, and keeps apart what of it a disk would surely have: what was
// synced. Names are on the disk when their folder was synced, contents when their file was.
type disk struct {
	mu     sync.Mutex
	folder string // where everything is as programs see it
	graves string // where what was deleted goes: a new file must not get its number, by which files are told apart
	buried int
	next   int
	ids    map[string]int // of the files and folders there, by path
	files  map[int]*content
	names  map[string]int // on the disk; those of folders too
	moves  []move         // of names that are not surely on the disk, the oldest first
}

// content is a file: what is surely on the disk, and what was written since.
type content struct {
	isFolder bool
	sure     []byte
	writes   []written
}

// written is data at an offset, or with cut that the file ends there.
type written struct {
	at   int64
	data []byte
	cut  bool
}

// move is a name that comes, goes, or becomes another one.
type move struct {
	from, to string // "" for none
	id       int
}

// newDisk mounts an empty one. The test is skipped where it cannot.
func newDisk(t *testing.T) (d *disk, at string) {
	t.Helper()
	d = &disk{folder: t.TempDir(), graves: t.TempDir(), ids: map[string]int{}, files: map[int]*content{}, names: map[string]int{}}
	at = t.TempDir()
	root, err := fs.NewLoopbackRoot(d.folder)
	if err != nil {
		t.Fatal(err)
	}
	loopback, ok := root.(*fs.LoopbackNode)
	if !ok {
		t.Fatalf("the root is a %T", root)
	}
	server, err := fs.Mount(at, &node{loopback, d}, &fs.Options{MountOptions: fuse.MountOptions{DirectMountStrict: true, FsName: "powerloss"}})
	if err != nil {
		t.Skipf("no file system of our own can be mounted here (%v); it needs /dev/fuse and root", err)
	}
	t.Cleanup(func() {
		if err := server.Unmount(); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	return d, at
}

// name notes that a name came, went or became another one.
func (d *disk) name(from, to string, isFolder bool) {
	id, known := d.ids[from]
	if !known {
		d.next++
		id = d.next
		d.files[id] = &content{isFolder: isFolder}
	}
	delete(d.ids, from)
	if to != "" {
		d.ids[to] = id
	}
	d.moves = append(d.moves, move{from, to, id})
}

// apply makes a move among the names on a disk.
func (m move) apply(names map[string]int) {
	if m.from != "" {
		delete(names, m.from)
	}
	if m.to != "" {
		names[m.to] = m.id
	}
}

// syncNames puts the names in a folder on the disk.
func (d *disk) syncNames(folder string) {
	var rest []move
	for _, m := range d.moves {
		if m.from != "" && path.Dir(m.from) == folder || m.to != "" && path.Dir(m.to) == folder {
			m.apply(d.names)
		} else {
			rest = append(rest, m)
		}
	}
	d.moves = rest
}

// lose writes to a folder what a disk may hold when the power is lost now: what is sure, and of the rest some, torn and in
// another order.
func (d *disk) lose(t *testing.T, random *rand.Rand, to string) {
	t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	names := maps.Clone(d.names)
	for _, m := range d.moves {
		if random.IntN(2) == 0 {
			m.apply(names)
		}
	}
	for name, id := range names {
		if d.files[id].isFolder {
			continue
		}
		if at, ok := names[path.Dir(name)]; path.Dir(name) != "." && (!ok || !d.files[at].isFolder) {
			continue // its folder is lost
		}
		file := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, d.files[id].after(random), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// after is what may be in a file after a loss of power.
func (c *content) after(random *rand.Rand) []byte {
	out := append([]byte{}, c.sure...)
	for _, i := range random.Perm(len(c.writes)) {
		w := c.writes[i]
		if random.IntN(2) == 0 {
			continue
		}
		if w.cut {
			out = out[:min(int64(len(out)), w.at)]
			continue
		}
		torn := random.IntN(3) == 0
		for from := 0; from < len(w.data); from += sector {
			if torn && random.IntN(2) == 0 {
				continue
			}
			piece := w.data[from:min(from+sector, len(w.data))]
			if end := int(w.at) + from + len(piece); end > len(out) {
				out = append(out, make([]byte, end-len(out))...)
			}
			copy(out[int(w.at)+from:], piece)
		}
	}
	return out
}

// node is a file or folder of a disk.
type node struct {
	*fs.LoopbackNode
	disk *disk
}

// at is where a name in the folder is, from the root.
func (n *node) at(name string) string { return path.Join(n.Path(n.Root()), name) }

// WrapChild makes the nodes below nodes of the disk too.
func (n *node) WrapChild(_ context.Context, child fs.InodeEmbedder) fs.InodeEmbedder {
	if loopback, ok := child.(*fs.LoopbackNode); ok {
		return &node{loopback, n.disk}
	}
	return child
}

func (n *node) Create(ctx context.Context, name string, flags, mode uint32, out *fuse.EntryOut) (*fs.Inode, fs.FileHandle, uint32, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	inode, handle, fuseFlags, errno := n.LoopbackNode.Create(ctx, name, flags, mode, out)
	if errno != 0 {
		return inode, handle, fuseFlags, errno
	}
	n.disk.name("", n.at(name), false)
	return inode, n.disk.opened(handle, n.at(name)), fuseFlags, 0
}

func (n *node) Open(ctx context.Context, flags uint32) (fs.FileHandle, uint32, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	handle, fuseFlags, errno := n.LoopbackNode.Open(ctx, flags)
	if errno != 0 {
		return handle, fuseFlags, errno
	}
	return n.disk.opened(handle, n.at("")), fuseFlags, 0
}

func (n *node) Mkdir(ctx context.Context, name string, mode uint32, out *fuse.EntryOut) (*fs.Inode, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	inode, errno := n.LoopbackNode.Mkdir(ctx, name, mode, out)
	if errno == 0 {
		n.disk.name("", n.at(name), true)
	}
	return inode, errno
}

func (n *node) Unlink(_ context.Context, name string) syscall.Errno {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	errno := n.disk.bury(n.at(name))
	if errno == 0 {
		n.disk.name(n.at(name), "", false)
	}
	return errno
}

// bury takes a file out of the folder.
func (d *disk) bury(at string) syscall.Errno {
	d.buried++
	return fs.ToErrno(os.Rename(filepath.Join(d.folder, at), filepath.Join(d.graves, strconv.Itoa(d.buried))))
}

func (n *node) Rename(ctx context.Context, name string, parent fs.InodeEmbedder, newName string, flags uint32) syscall.Errno {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	to := path.Join(parent.EmbeddedInode().Path(n.Root()), newName)
	if _, there := n.disk.ids[to]; there {
		if errno := n.disk.bury(to); errno != 0 {
			return errno
		}
	}
	errno := n.LoopbackNode.Rename(ctx, name, parent, newName, flags)
	if errno == 0 {
		n.disk.name(n.at(name), to, false)
	}
	return errno
}

// Fsync puts on the disk what is in a file, or the names in a folder.
func (n *node) Fsync(_ context.Context, handle fs.FileHandle, _ uint32) syscall.Errno {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	f, ok := handle.(*openFile)
	if !ok {
		n.disk.syncNames(path.Clean(n.at("")))
		return 0
	}
	data := f.content.sure
	for _, w := range f.content.writes {
		data = w.over(data)
	}
	f.content.sure, f.content.writes = data, nil
	return 0
}

// openFolder is a folder that is open.
type openFolder struct {
	fs.FileReaddirenter
	fs.FileSeekdirer
	fs.FileReleasedirer
	node *node
}

func (n *node) OpendirHandle(ctx context.Context, flags uint32) (fs.FileHandle, uint32, syscall.Errno) {
	handle, fuseFlags, errno := n.LoopbackNode.OpendirHandle(ctx, flags)
	if errno != 0 {
		return nil, fuseFlags, errno
	}
	read, reads := handle.(fs.FileReaddirenter)
	seek, seeks := handle.(fs.FileSeekdirer)
	release, releases := handle.(fs.FileReleasedirer)
	if !reads || !seeks || !releases {
		return nil, 0, syscall.ENOTSUP
	}
	return &openFolder{read, seek, release, n}, fuseFlags, 0
}

// Fsyncdir puts the names in the folder on the disk.
func (f *openFolder) Fsyncdir(ctx context.Context, flags uint32) syscall.Errno {
	return f.node.Fsync(ctx, f, flags)
}

// over gives data after what was written.
func (w written) over(data []byte) []byte {
	end := int(w.at) + len(w.data)
	if end > len(data) {
		data = append(data, make([]byte, end-len(data))...)
	}
	if w.cut {
		return data[:w.at]
	}
	copy(data[w.at:], w.data)
	return data
}

// CopyFileRange is not offered: what is written comes by Write.
func (n *node) CopyFileRange(context.Context, fs.FileHandle, uint64, *fs.Inode, fs.FileHandle, uint64, uint64, uint64) (uint32, syscall.Errno) {
	return 0, syscall.ENOTSUP
}

// openFile is a file that is open.
type openFile struct {
	*fs.LoopbackFile
	disk    *disk
	content *content
}

// opened wraps the handle of the file at a path.
func (d *disk) opened(handle fs.FileHandle, at string) fs.FileHandle {
	if loopback, ok := handle.(*fs.LoopbackFile); ok {
		return &openFile{loopback, d, d.files[d.ids[at]]}
	}
	return handle
}

// PassthroughFd is not offered: the kernel would write past us.
func (f *openFile) PassthroughFd() (int, bool) { return 0, false }

// Allocate is not offered: what is written comes by Write.
func (f *openFile) Allocate(context.Context, uint64, uint64, uint32) syscall.Errno {
	return syscall.ENOTSUP
}

func (f *openFile) Write(ctx context.Context, data []byte, at int64) (uint32, syscall.Errno) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	n, errno := f.LoopbackFile.Write(ctx, data, at)
	f.content.writes = append(f.content.writes, written{at: at, data: append([]byte{}, data[:n]...)})
	return n, errno
}

func (f *openFile) Setattr(ctx context.Context, in *fuse.SetAttrIn, out *fuse.AttrOut) syscall.Errno {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	errno := f.LoopbackFile.Setattr(ctx, in, out)
	if size, ok := in.GetSize(); ok && errno == 0 {
		f.content.writes = append(f.content.writes, written{at: int64(size), cut: true})
	}
	return errno
}
