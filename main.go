// Portfolio AI is a desk for program portfolio managers: one window, one file, no server.
package main

import (
	"context"
	"embed"
	"fmt"
	"os"

	"portfolio-ai/app"
	"portfolio-ai/app/cli"
)

// assets is the built window.
//
//go:embed all:frontend/dist
var assets embed.FS

// version and commit are set by the linker, to what build/scripts/version.sh says.
var (
	version = "0.0.0-dev"
	commit  string
)

func main() {
	args := os.Args[1:]
	if cli.Wants(args) {
		cli.JoinConsole()
		os.Exit(cli.Run(context.Background(), args, os.Stdout, os.Stderr, version, commit))
	}
	if err := app.Run(assets, version, commit, cli.WindowDataDir(args)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
