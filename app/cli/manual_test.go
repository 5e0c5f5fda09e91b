package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"portfolio-ai/app/desk"
)

// The page that Linux packages install is written by hand; it names all that the program takes, and nothing else.
func TestManual_namesEveryCommandAndFlag(t *testing.T) {
	page, err := os.ReadFile("../../build/linux/portfolio-ai.1")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(page), `\-`, "-")
	_, commands, _ := strings.Cut(text, ".SH COMMANDS\n")
	commands, options, _ := strings.Cut(commands, ".SH OPTIONS\n")

	described := map[string]string{} // what the page says of each command
	for entry := range strings.SplitSeq(commands, ".TP\n") {
		if words := strings.Fields(entry); len(words) > 1 {
			described[words[1]] = entry
		}
	}
	root := newRoot(desk.ThisBuild("1.2.3", ""))
	root.InitDefaultHelpCmd()
	for _, c := range root.Commands() {
		entry, ok := described[c.Name()]
		if !ok {
			t.Errorf("the page does not describe the command %q", c.Name())
		}
		delete(described, c.Name())
		c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			if !strings.Contains(entry, "--"+f.Name+" ") && !strings.Contains(entry, "--"+f.Name+"\n") {
				t.Errorf("the page does not name the flag --%s of %q", f.Name, c.Name())
			}
		})
	}
	for name := range described {
		t.Errorf("the page describes a command %q that there is not", name)
	}
	root.PersistentFlags().VisitAll(func(f *pflag.Flag) {
		if !strings.Contains(options, "--"+f.Name) {
			t.Errorf("the page does not name the flag --%s", f.Name)
		}
	})
}
