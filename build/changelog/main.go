// Command changelog prints what CHANGELOG.md says of a release: the notes that go out with it.
//
//	go run ./build/changelog -version 1.2.0
//
// It fails where the release has no section, or one that says nothing: a release without notes is not made.
package main

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
)

func main() {
	file := flag.String("file", "CHANGELOG.md", "`path` of the change log")
	version := flag.String("version", "", "`version` of the release, with or without a v before it")
	flag.Parse()
	text, err := os.ReadFile(*file)
	var found string
	if err == nil {
		found, err = notes(string(text), *version)
	}
	if err == nil {
		_, err = os.Stdout.WriteString(found)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// heading is the line that a section begins with: "## [1.2.0] - 2026-03-31", or "## [Unreleased]".
var heading = regexp.MustCompile(`^## \[([^\]]+)\](?: - \d{4}-\d{2}-\d{2})?$`)

// notes gives the section of a version, without its heading and with one line end behind it. It fails for a section that
// says nothing, and for a heading that is none: what stands below it would count as part of the release before it.
func notes(changelog, version string) (string, error) {
	version = strings.TrimPrefix(version, "v")
	var body []string
	within := false
	for number, line := range strings.Split(changelog, "\n") {
		if !strings.HasPrefix(line, "## ") {
			if within {
				body = append(body, line)
			}
			continue
		}
		found := heading.FindStringSubmatch(line)
		if found == nil {
			return "", fmt.Errorf("line %d of the change log is %q; the heading of a release is ## [1.2.0] - 2026-03-31", number+1, line)
		}
		within = found[1] == version
	}
	text := strings.TrimSpace(strings.Join(body, "\n"))
	said := false
	for line := range strings.SplitSeq(text, "\n") {
		said = said || line != "" && !strings.HasPrefix(line, "#")
	}
	if !said {
		return "", fmt.Errorf("the change log says nothing of %q", version)
	}
	return text + "\n", nil
}
