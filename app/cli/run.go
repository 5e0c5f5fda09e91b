// Package cli is the program without a window: one command, its output, its exit code. It works on a desk and knows
// neither the database nor the window.
//
// Results go to standard output, errors to standard error as one sentence. The exit code is 0 on success, 1 on failure
// and 2 on wrong usage.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// The exit codes.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
)

// dataDirFlag names the flag that every command has, and the window too.
const dataDirFlag = "data-dir"

// Wants reports whether the arguments (without the program's name) ask for a command or anything else but the window.
// The window takes --data-dir alone.
func Wants(args []string) bool {
	_, rest, err := windowFlags(args)
	return err != nil || rest
}

// WindowDataDir gives the data folder for a window that is opened with the arguments.
func WindowDataDir(args []string) string {
	dir, _, _ := windowFlags(args) // Wants has seen the error
	return desk.DataDir(dir)
}

// windowFlags reads what the window takes, and reports whether there is more.
func windowFlags(args []string) (dataDir string, rest bool, err error) {
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&dataDir, dataDirFlag, "", "")
	err = flags.Parse(args)
	return dataDir, flags.NArg() > 0, err
}

// usageError is a command line that cannot be understood.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

// wrongUsage makes a usage error.
func wrongUsage(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// Run runs the command that the arguments name and returns the exit code. An interrupt ends it as the end of ctx does:
// what the command was writing is not written at all.
func Run(ctx context.Context, args []string, stdout, stderr io.Writer, version, commit string) int {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	root := newRoot(desk.ThisBuild(version, commit))
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	_, _ = fmt.Fprintln(stderr, sentence(ctx, err)) // there is nowhere left to report to
	if _, ok := errors.AsType[usageError](err); ok {
		return exitUsage
	}
	return exitFailure
}

// newRoot builds the commands.
func newRoot(build desk.Build) *cobra.Command {
	root := &cobra.Command{
		Use:           "portfolio-ai",
		Short:         "A desk for program portfolio managers",
		Long:          "A desk for program portfolio managers. Without a command it opens its window.",
		Version:       build.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrongUsage("there is no command %q", args[0])
			}
			return nil
		},
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetVersionTemplate("{{.Name}} " + build.String() + "\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.PersistentFlags().String(dataDirFlag, "", "keep the portfolio in this folder (default: $"+desk.DataDirVariable+", else your own data folder)")
	root.AddCommand(newAsk(), newProposals(), newApply(), newUndo(), newRedo(), newChanges(), newHealth(), newImport(), newExport(), newReport(), newSample(), newBackup(), newRestore(), newCheck(), newMCP())
	root.SetHelpCommand(newHelp(root))
	return root
}

// newHelp makes the command that explains the others. Unlike the one that cobra brings it refuses a command that there
// is not.
func newHelp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Explain a command",
		RunE: func(_ *cobra.Command, args []string) error {
			c, _, err := root.Find(args)
			if err != nil || c == root && len(args) > 0 {
				return wrongUsage("there is no command %q", strings.Join(args, " "))
			}
			return c.Help()
		},
	}
}

// sentence gives an error as one sentence on one line.
func sentence(ctx context.Context, err error) string {
	text := err.Error()
	if _, ok := errors.AsType[usageError](err); ok {
		text += `; "portfolio-ai help" lists what there is`
	} else if e, ok := errors.AsType[*portfolio.Error](err); ok {
		text = e.Message
	} else if ctx.Err() != nil {
		text = "Stopped; nothing was changed"
	} else {
		text = "Something went wrong inside Portfolio AI: " + text
	}
	text = strings.Join(strings.Fields(text), " ")
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?") {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// onDesk runs the body of a command on the desk of the data folder that the command line or the environment names, and
// closes it.
func onDesk(c *cobra.Command, body func(ctx context.Context, d *desk.Desk) error) error {
	flag, err := c.Flags().GetString(dataDirFlag)
	if err != nil {
		return err
	}
	d, err := desk.Open(c.Context(), desk.Options{DataDir: desk.DataDir(flag)})
	if err != nil {
		return err
	}
	return errors.Join(body(c.Context(), d), d.Close())
}

// dayFlag is a flag that takes a day.
type dayFlag struct{ day portfolio.Date }

func (f *dayFlag) String() string { return string(f.day) }
func (f *dayFlag) Type() string   { return "DATE" }

// Set reads the day.
func (f *dayFlag) Set(text string) (err error) {
	f.day, err = portfolio.ParseDate(text)
	return err
}
