package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licenceName matches the files that say on which terms a component is given.
var licenceName = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|copyright|notice|patents|authors)[^/]*$`)

// textsIn reads the licences and notices that lie in a folder itself. Names are given below root.
func textsIn(root, dir string) ([]text, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("licences: %w", err)
	}
	var texts []text
	for _, entry := range entries {
		if !entry.Type().IsRegular() || !licenceName.MatchString(entry.Name()) || isSource(entry.Name()) {
			continue
		}
		path := filepath.Join(dir, entry.Name())
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("licences: %w", err)
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return nil, fmt.Errorf("licences: %w", err)
		}
		texts = append(texts, text{filepath.ToSlash(name), tidy(string(content))})
	}
	return texts, nil
}

// isSource tells a licence from a program that is about licences.
func isSource(name string) bool {
	return slices.Contains([]string{".go", ".js", ".mjs", ".cjs", ".ts"}, filepath.Ext(name))
}

// tidy gives a text line ends of one kind and none at its end.
func tidy(content string) string {
	return strings.TrimSpace(strings.ReplaceAll(content, "\r\n", "\n"))
}
