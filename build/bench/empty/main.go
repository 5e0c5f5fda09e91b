// Command empty opens a window with one line of text in it: what a start costs before there is a program. It is built with
// the same library, tags and flags as Portfolio AI.
package main

import (
	"embed"
	"fmt"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
)

// assets is the page.
//
//go:embed index.html
var assets embed.FS

func main() {
	err := wails.Run(&options.App{
		Title: "Empty", Width: 1440, Height: 900,
		AssetServer: &assetserver.Options{Assets: assets},
		LogLevel:    logger.ERROR, LogLevelProduction: logger.ERROR,
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
