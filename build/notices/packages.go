package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// lockFile is package-lock.json: every npm package by its folder.
type lockFile struct {
	Packages map[string]struct {
		Version     string
		Dev         bool // only tests and tools need it
		Peer        bool // only somebody's wish: what the window needs of these, it needs itself
		DevOptional bool // the same, and a tool needs it too
	}
}

// onlyTypes is the scope of packages that the compiler reads and that leave nothing in the window.
const onlyTypes = "node_modules/@types/"

// npmPackages lists the packages that the window is made of. Of some, nothing may be left in it after bundling; to name
// them too costs nothing.
func npmPackages(frontend string) ([]component, error) {
	content, err := os.ReadFile(filepath.Join(frontend, "package-lock.json"))
	if err != nil {
		return nil, fmt.Errorf("list the packages of the window: %w", err)
	}
	var lock lockFile
	if err := json.Unmarshal(content, &lock); err != nil {
		return nil, fmt.Errorf("list the packages of the window: %w", err)
	}
	var components []component
	for folder, p := range lock.Packages {
		if folder == "" || p.Dev || p.Peer || p.DevOptional || strings.Contains(folder, onlyTypes) {
			continue
		}
		dir := filepath.Join(frontend, folder)
		texts, err := textsIn(dir, dir)
		if err != nil {
			return nil, err
		}
		if len(texts) == 0 {
			if texts, err = stated(dir); err != nil {
				return nil, err
			}
		}
		name := folder[strings.LastIndex(folder, "node_modules/")+len("node_modules/"):]
		components = append(components, component{name, p.Version, texts})
	}
	return components, nil
}
