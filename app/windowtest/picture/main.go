//go:build linux

// Picture opens a program's window on a virtual screen, waits until the page in it is painted, and saves a picture of
// it. It is how `make run` shows the window on a machine without a display.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"portfolio-ai/app/windowtest"
)

// paintedWithin is how long the window may take. A first start on a slow machine takes a few seconds.
const paintedWithin = 2 * time.Minute

func main() {
	program := flag.String("program", "build/bin/portfolio-ai", "the program whose window to show")
	out := flag.String("out", "build/screenshot.png", "the PNG file to write")
	flag.Parse()
	if err := save(*program, *out); err != nil {
		fmt.Fprintf(os.Stderr, "%v\nWhat the programs printed is in %s\n", err, logOf(*out))
		os.Exit(1)
	}
}

// logOf names the file beside the picture that takes what the programs print.
func logOf(out string) string { return out + ".log" }

// save writes the picture to the file out.
func save(program, out string) (err error) {
	ctx, cancel := context.WithTimeout(context.Background(), paintedWithin)
	defer cancel()
	if program, err = filepath.Abs(program); err != nil {
		return fmt.Errorf("path of the program: %w", err)
	}
	log, err := os.Create(logOf(out))
	if err != nil {
		return fmt.Errorf("log of the window: %w", err)
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	desktop, err := windowtest.OpenDesktop(ctx, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, desktop.Close()) }()
	window, err := desktop.OpenWindow(ctx, nil, program)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, window.Close()) }()
	picture, err := window.Painted(ctx)
	if err != nil {
		return err
	}
	file, err := os.Create(out)
	if err != nil {
		return fmt.Errorf("file for the picture: %w", err)
	}
	return errors.Join(png.Encode(file, picture), file.Close())
}
