package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// goPackage is what `go list` says of a package that is linked into the program.
type goPackage struct {
	Dir    string
	Module *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// goModules lists the modules whose packages are linked into the program, and the Go library itself. Each has the
// licences of its own folder and of every folder on the way to a package that is linked: code that a module has taken
// from elsewhere often brings its licence there.
func goModules(ctx context.Context, tags string) ([]component, error) {
	packages, err := listPackages(ctx, tags)
	if err != nil {
		return nil, err
	}
	found := map[string]*component{}
	read := map[string]bool{}
	for _, p := range packages {
		if p.Module == nil || p.Module.Main {
			continue
		}
		c, ok := found[p.Module.Path]
		if !ok {
			c = &component{name: p.Module.Path, version: p.Module.Version}
			found[p.Module.Path] = c
		}
		for dir := p.Dir; !read[dir]; dir = filepath.Dir(dir) {
			read[dir] = true
			texts, err := textsIn(p.Module.Dir, dir)
			if err != nil {
				return nil, err
			}
			c.texts = append(c.texts, texts...)
			if dir == p.Module.Dir {
				break
			}
		}
	}
	library, err := goLibrary(ctx)
	if err != nil {
		return nil, err
	}
	components := []component{library}
	for c := range maps.Values(found) {
		slices.SortFunc(c.texts, func(a, b text) int { return strings.Compare(a.name, b.name) })
		components = append(components, *c)
	}
	return components, nil
}

// listPackages asks the go command for all packages that the program is made of.
func listPackages(ctx context.Context, tags string) ([]goPackage, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-deps", "-tags", tags, "-json=Dir,Module", ".").Output()
	if err != nil {
		return nil, fmt.Errorf("list the packages of the program: %w", err)
	}
	var packages []goPackage
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return packages, nil
		}
		if err != nil {
			return nil, fmt.Errorf("list the packages of the program: %w", err)
		}
		packages = append(packages, p)
	}
}

// goLibrary gives the Go library, which is linked into every program.
func goLibrary(ctx context.Context) (component, error) {
	out, err := exec.CommandContext(ctx, "go", "env", "GOROOT", "GOVERSION").Output()
	if err != nil {
		return component{}, fmt.Errorf("find the Go library: %w", err)
	}
	root, version, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	texts, err := textsIn(root, root)
	return component{name: "Go", version: version, texts: texts}, err
}
