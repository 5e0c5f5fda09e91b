//go:build linux

package main

import (
	"cmp"
	"debug/buildinfo"
	"debug/elf"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"portfolio-ai/store/bench"
)

// What is not of a library.
const (
	standard = "Go itself: runtime and standard library"
	nameless = "without a name: types, texts, unwinding"
	system   = "C: the bridge to GTK and WebKitGTK"
)

// windowParts names what the window is made of by the end of its files' names.
var windowParts = map[string]string{
	".js": "the window: code, with its libraries", ".css": "the window: styles", ".woff2": "the window: fonts", ".html": "the window: the page",
}

// mostLibraries is how many lines the table of bytes has beside other measurements.
const mostLibraries = 15

// bytes gives the bytes of the shipped program by library and by part of the window, the largest first, and at most so
// many lines of them.
func (p plan) bytes(most int) (string, error) {
	shipped, err := os.Stat(p.program)
	if err != nil {
		return "", err
	}
	sums, err := bytesByModule(p.symbols)
	if err != nil {
		return "", fmt.Errorf("read the symbols of %s: %w", p.symbols, err)
	}
	if err := addWindow(sums, "frontend/dist"); err != nil {
		return "", err
	}
	rest := shipped.Size()
	for _, size := range sums {
		rest -= size
	}
	sums[nameless] = rest
	names := slices.SortedFunc(maps.Keys(sums), func(a, b string) int { return cmp.Compare(sums[b], sums[a]) })
	lines := [][]string{{"Bytes of the program", "KB", "share"}}
	for _, name := range names[:min(most, len(names))] {
		lines = append(lines, []string{name, fmt.Sprint(sums[name] / 1000), fmt.Sprintf("%.1f%%", 100*float64(sums[name])/float64(shipped.Size()))})
	}
	lines = append(lines, []string{"all of it", fmt.Sprint(shipped.Size() / 1000), "100%"})
	return bench.Columns(lines), nil
}

// bytesByModule adds up the symbols of a program by the module that they come from. Each gets a part of the tables of
// functions and lines too, by the size of its code: a library with many small functions has more of them than that.
func bytesByModule(program string) (map[string]int64, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	modules := []string{info.Main.Path, "main"}
	for _, m := range info.Deps {
		modules = append(modules, m.Path)
	}
	file, err := elf.Open(program)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	symbols, err := file.Symbols()
	if err != nil {
		return nil, err
	}
	sums, code := map[string]int64{}, map[string]int64{}
	var allCode int64
	for _, s := range symbols {
		section := int(s.Section)
		if s.Size == 0 || section >= len(file.Sections) || file.Sections[section].Type == elf.SHT_NOBITS {
			continue // takes no room in the file
		}
		of := origin(s.Name, modules, info.Main.Path)
		sums[of] += int64(s.Size)
		if file.Sections[section].Flags&elf.SHF_EXECINSTR != 0 {
			code[of] += int64(s.Size)
			allCode += int64(s.Size)
		}
	}
	if tables := file.Section(".gopclntab"); tables != nil && allCode > 0 {
		for of, size := range code {
			sums[of] += int64(tables.FileSize) * size / allCode
		}
	}
	return sums, nil
}

// origin names what a symbol belongs to.
func origin(symbol string, modules []string, ours string) string {
	// "type:.eq.github.com/a/b.T" and "go:itab.*github.com/a/b.T,error" are of the package of the first type that they name.
	if _, of, ok := strings.Cut(symbol, ":"); ok && (strings.HasPrefix(symbol, "type:") || strings.HasPrefix(symbol, "go:")) {
		symbol = strings.TrimLeft(strings.TrimPrefix(of, ".eq."), ".*")
		symbol = strings.TrimPrefix(symbol, "itab.*")
	}
	longest := ""
	for _, m := range modules {
		// The linker writes a dot within the last part of a path as %2e.
		for _, prefix := range []string{m, strings.ReplaceAll(m, ".", "%2e")} {
			rest, ok := strings.CutPrefix(symbol, prefix)
			if ok && (rest != "" && strings.ContainsAny(rest[:1], "./")) && len(m) > len(longest) {
				longest = m
			}
		}
	}
	switch {
	case longest == "main", longest == ours:
		return "Portfolio AI"
	case longest != "":
		return longest
	case !strings.Contains(symbol, "."):
		return system
	}
	return standard
}

// addWindow adds the files of the built window to the sums, by part.
func addWindow(sums map[string]int64, folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			sums[cmp.Or(windowParts[filepath.Ext(path)], "the window: others")] += info.Size()
		}
		return err
	})
}
