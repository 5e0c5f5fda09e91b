// Command notices writes the licences of everything that is linked into the program or bundled into its window: the Go
// modules with the Go library itself, and the npm packages. It reads them where they lie on this machine, in the module
// cache and in node_modules, and needs no network.
//
//	go run ./build/notices -tags "desktop production" >THIRD-PARTY-NOTICES
//
// The same modules and packages give the same bytes. One without a licence is a failure, never left out. An npm package that
// only names a well-known one gets its text with the author's name.
package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
)

// component is what somebody else has written: a Go module or an npm package, at one version.
type component struct {
	name, version string
	texts         []text // its licences and notices, by name
}

// text is a file of a component.
type text struct {
	name    string // below the folder of the component
	content string
}

func main() {
	tags := flag.String("tags", "", "build `tags` of the program")
	frontend := flag.String("frontend", "frontend", "`folder` of the window, with its node_modules")
	path := flag.String("out", "", "write into this `file` instead of standard output")
	onlyNames := flag.Bool("list", false, "only name the components and their versions, one a line")
	flag.Parse()
	as := write
	if *onlyNames {
		as = list
	}
	if err := into(*path, func(out io.Writer) error { return run(context.Background(), out, *tags, *frontend, as) }); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// into has something written into the file at path, or on standard output where that is "".
func into(path string, write func(io.Writer) error) error {
	if path == "" {
		return write(os.Stdout)
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}

// run finds the components and hands them on in the order of their names.
func run(ctx context.Context, out io.Writer, tags, frontend string, as func(io.Writer, []component) error) error {
	modules, err := goModules(ctx, tags)
	if err != nil {
		return err
	}
	packages, err := npmPackages(frontend)
	if err != nil {
		return err
	}
	return as(out, sorted(slices.Concat(modules, packages)))
}

// sorted puts components in the order of their names and versions.
func sorted(components []component) []component {
	return slices.SortedFunc(slices.Values(components), func(a, b component) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.version, b.version))
	})
}

// list names the components.
func list(out io.Writer, components []component) error {
	to := bufio.NewWriter(out)
	for _, c := range components {
		fmt.Fprintf(to, "%s %s\n", c.name, c.version)
	}
	return to.Flush()
}

// rule is the line between two components.
const rule = "================================================================================"

// write lists the components, then their texts. A text that several share stands once for each: they differ in the year
// and the name that they have to be given with.
func write(out io.Writer, components []component) error {
	to := bufio.NewWriter(out)
	fmt.Fprintf(to, "Portfolio AI contains work of others. These are their names, and below them the terms on which they gave it.\n\n")
	if err := list(to, components); err != nil {
		return err
	}
	for _, c := range components {
		if len(c.texts) == 0 {
			return fmt.Errorf("%s %s has no licence file", c.name, c.version)
		}
		fmt.Fprintf(to, "\n%s\n%s %s\n", rule, c.name, c.version)
		for _, t := range c.texts {
			fmt.Fprintf(to, "%s\n%s\n\n%s\n", rule, t.name, t.content)
		}
	}
	return to.Flush()
}
