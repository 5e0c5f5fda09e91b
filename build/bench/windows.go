//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"time"

	"portfolio-ai/app/windowtest"
	"portfolio-ai/store"
	"portfolio-ai/store/bench"
	"portfolio-ai/store/portfolio"
)

const (
	startRatio = 1.3 // how many times the start of an empty window ours may take
	paintedIn  = 60 * time.Second
	lookEvery  = 2 * time.Millisecond
	settled    = 3 * time.Second // a window with text that has not changed for so long is done
	rowHeight  = 60              // more than this is no row
	alike      = 0.8             // the share of dark and of light pixels that make two pictures show the same: letters are not drawn alike each time
)

// window is a program, and how to know that it has painted what is waited for: a place on the screen shows these pixels.
type window struct {
	program string
	args    []string
	env     []string
	place   image.Rectangle
	pixels  []byte
}

// windows measures the time from the start of the process until the first row of the list is on the screen, beside the
// line of an empty window. Both are what is shipped: nothing in them tells the time, the screen does.
func (p plan) windows(ctx context.Context, n int) (row bench.Row, err error) {
	row = bench.Row{Work: "start until the first row is painted", Ratio: startRatio}
	folder, err := os.MkdirTemp(p.kept, "run-*")
	if err != nil {
		return row, err
	}
	defer os.RemoveAll(folder)
	path, err := bench.Copy(ctx, p.kept, n, folder)
	if err != nil {
		return row, err
	}
	log, err := os.Create(filepath.Join(p.kept, "window.log"))
	if err != nil {
		return row, err
	}
	defer log.Close()
	desktop, err := windowtest.OpenDesktop(ctx, log)
	if err != nil {
		return row, err
	}
	defer func() { err = errors.Join(err, desktop.Close()) }()

	home := []string{"HOME=" + filepath.Join(folder, "home")} // the window opens with the page that a person left
	ours, err := firstRow(ctx, desktop, window{program: p.program, args: []string{"--data-dir", folder}, env: home}, path)
	if err != nil {
		return row, fmt.Errorf("find the first row: %w", err)
	}
	empty, err := line(ctx, desktop, window{program: p.empty, env: home})
	if err != nil {
		return row, fmt.Errorf("find the line of the empty window: %w", err)
	}
	once := func(w window) bench.Attempt {
		return func() (time.Duration, int, error) {
			took, err := w.start(ctx, desktop)
			return took, 1, err
		}
	}
	return bench.Race(bench.Rounds{Least: p.starts}, row, once(ours), once(empty))
}

// firstRow finds where the first row of the list is: where the window differs when the first program has another name.
func firstRow(ctx context.Context, desktop *windowtest.Desktop, w window, path string) (window, error) {
	var screens [2]screen
	for i, name := range []string{"0000 first row", "0000 another name"} {
		if err := renameFirst(ctx, path, name); err != nil {
			return w, err
		}
		var err error
		if screens[i], err = settle(ctx, desktop, w); err != nil {
			return w, err
		}
	}
	w.place = band(screens[1].area, func(x, y int) bool {
		return dark(screens[0].at(x, y)) != dark(screens[1].at(x, y))
	})
	if w.place.Dy() > rowHeight {
		return w, fmt.Errorf("the window was not painted within %s; the machine is too busy to measure its start", settled)
	}
	return w.showing(screens[1])
}

// line finds the line of the empty window: where it is dark.
func line(ctx context.Context, desktop *windowtest.Desktop, w window) (window, error) {
	s, err := settle(ctx, desktop, w)
	if err != nil {
		return w, err
	}
	w.place = band(s.area, func(x, y int) bool { return dark(s.at(x, y)) })
	return w.showing(s)
}

// showing keeps what the place of the window shows on a screen.
func (w window) showing(s screen) (window, error) {
	if w.place.Empty() {
		return w, fmt.Errorf("nothing was painted by %s", w.program)
	}
	for y := w.place.Min.Y; y < w.place.Max.Y; y++ {
		for x := w.place.Min.X; x < w.place.Max.X; x++ {
			w.pixels = append(w.pixels, s.at(x, y)...)
		}
	}
	return w, nil
}

// start starts the program, waits until its place shows the pixels, and ends it.
func (w window) start(ctx context.Context, desktop *windowtest.Desktop) (took time.Duration, err error) {
	ctx, cancel := context.WithTimeout(ctx, paintedIn)
	defer cancel()
	began := time.Now()
	stop, err := desktop.Launch(ctx, w.env, w.program, w.args...)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, stop()) }()
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		pixels, err := desktop.Pixels(w.place)
		if err != nil {
			return 0, err
		}
		if w.painted(pixels) {
			return time.Since(began), nil
		}
		select {
		case <-look.C:
		case <-ctx.Done():
			return 0, fmt.Errorf("waiting for %s to paint: %w", filepath.Base(w.program), ctx.Err())
		}
	}
}

// painted reports whether the place of the window shows what is waited for.
func (w window) painted(pixels []byte) bool {
	var all, same [2]float64 // light, dark
	for i := 0; i < len(w.pixels); i += 4 {
		shade := 0
		if dark(w.pixels[i:]) {
			shade = 1
		}
		all[shade]++
		if dark(pixels[i:]) == dark(w.pixels[i:]) {
			same[shade]++
		}
	}
	return same[0] >= alike*all[0] && same[1] >= alike*all[1]
}

// dark reports whether a pixel is of a letter rather than of what is behind it.
func dark(pixel []byte) bool { return max(pixel[0], pixel[1], pixel[2]) < 130 }

// screen is what the whole screen shows.
type screen struct {
	area   image.Rectangle
	pixels []byte
}

// at is one pixel.
func (s screen) at(x, y int) []byte {
	i := 4 * (y*s.area.Dx() + x)
	return s.pixels[i : i+4]
}

// hasText reports whether there is something dark on something light: not only the empty screen or an empty window.
func (s screen) hasText() bool {
	n := 0
	for i := 0; i < len(s.pixels); i += 4 {
		if dark(s.pixels[i:]) {
			n++
		}
	}
	return n > 0 && n < len(s.pixels)/8
}

// settle starts a program, waits until its window has stopped changing, and ends it.
func settle(ctx context.Context, desktop *windowtest.Desktop, w window) (s screen, err error) {
	if s.area, err = desktop.Size(); err != nil {
		return s, err
	}
	stop, err := desktop.Launch(ctx, w.env, w.program, w.args...)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, stop()) }()
	began, since := time.Now(), time.Now()
	for time.Since(began) < paintedIn {
		pixels, err := desktop.Pixels(s.area)
		if err != nil {
			return s, err
		}
		if !bytes.Equal(pixels, s.pixels) {
			s.pixels, since = pixels, time.Now()
		}
		if time.Since(since) > settled && s.hasText() {
			return s, nil
		}
		select {
		case <-time.After(settled / 20):
		case <-ctx.Done():
			return s, ctx.Err()
		}
	}
	return s, fmt.Errorf("%s did not come to rest within %s", filepath.Base(w.program), paintedIn)
}

// band is the block of lines with the most marked pixels, as wide as its marks. A few marks elsewhere are the same letters
// drawn a little otherwise.
func band(area image.Rectangle, marked func(x, y int) bool) (most image.Rectangle) {
	var here image.Rectangle
	marks, best := 0, 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		before := marks
		for x := area.Min.X; x < area.Max.X; x++ {
			if marked(x, y) {
				here = here.Union(image.Rect(x, y, x+1, y+1))
				marks++
			}
		}
		if marks > best {
			most, best = here, marks
		}
		if marks == before {
			here, marks = image.Rectangle{}, 0
		}
	}
	return most
}

// renameFirst gives the first program of the list another name that keeps it there.
func renameFirst(ctx context.Context, path, name string) error {
	db, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	page, err := db.Programs(ctx, portfolio.Query{Limit: 1})
	if err != nil {
		return errors.Join(err, db.Close())
	}
	first := page.Rows[0].Program
	first.Name = name
	_, err = db.SaveProgram(ctx, store.Write{Actor: portfolio.ByPerson, Why: "measure"}, first)
	return errors.Join(err, db.Close())
}
