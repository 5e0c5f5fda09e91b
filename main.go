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

// version is set by the linker.
var version = "0.0.0-dev"

func main() {
	args := os.Args[1:]
	if cli.Wants(args) {
		cli.JoinConsole()
		os.Exit(cli.Run(context.Background(), args, os.Stdout, os.Stderr, version))
	}
	if err := app.Run(assets, version, cli.WindowDataDir(args)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
