package app

import (
	"path/filepath"
	"slices"
	"sync"

	"portfolio-ai/store/portfolio"
)

// chosenFiles are the files that the person picked, or dropped on the window, since it opened. The page names a file that is
// to be read by its path; no other file is read, whatever the page says. The zero value is ready.
type chosenFiles struct {
	mu    sync.Mutex
	paths map[string]bool
}

// add notes files that were chosen.
func (c *chosenFiles) add(paths []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.paths == nil {
		c.paths = map[string]bool{}
	}
	for _, path := range paths {
		c.paths[path] = true
	}
}

// check fails with EInvalid for a file that nobody chose.
func (c *chosenFiles) check(paths ...string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, path := range paths {
		if !c.paths[path] && !rehearsedDrop(path) {
			return portfolio.Invalidf("The file %q was not chosen in this window; pick it, or drop it on the window.", nameOf(path))
		}
	}
	return nil
}

// nameOf names a file in a sentence.
func nameOf(path string) string {
	name := []rune(filepath.Base(path))
	return string(name[:min(len(name), longestName)])
}

// dropped takes files that were dropped on the window, and tells the page: a path that it hears of can be read.
func (s *session) dropped(paths []string) {
	if len(paths) == 0 {
		return
	}
	s.chosen.add(paths)
	s.emit(FilesDropped{Paths: slices.Clone(paths)})
}
