// Command icns writes the icon of the macOS application from its drawings in every size.
//
//	go run ./build/icns -from DIR >build/darwin/portfolio-ai.icns
//
// DIR holds them as SIZExSIZE.png. The same drawings give the same bytes.
package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"os"
	"path/filepath"
)

// element is one picture of the icon.
type element struct {
	kind string
	size int    // width and height in pixels
	mask string // kind of the element with its transparency; "" where it is a PNG, which brings its own
}

// elements are what iconutil of macOS makes of a full set, each size once for usual screens and once, at half of the
// points, for those with two pixels a point. The two smallest are no PNG: Finder draws noise for those.
var elements = []element{
	{"is32", 16, "s8mk"}, {"il32", 32, "l8mk"}, {"ic07", 128, ""}, {"ic08", 256, ""}, {"ic09", 512, ""},
	{"ic11", 32, ""}, {"ic12", 64, ""}, {"ic13", 256, ""}, {"ic14", 512, ""}, {"ic10", 1024, ""},
}

func main() {
	from := flag.String("from", "", "`folder` of the drawings")
	flag.Parse()
	if err := write(os.Stdout, *from); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write writes the icon of the drawings in a folder.
func write(out io.Writer, from string) error {
	var body bytes.Buffer
	for _, e := range elements {
		content, err := os.ReadFile(filepath.Join(from, fmt.Sprintf("%dx%d.png", e.size, e.size)))
		if err != nil {
			return fmt.Errorf("read a drawing: %w", err)
		}
		picture, err := png.Decode(bytes.NewReader(content))
		if err != nil {
			return fmt.Errorf("read the drawing of %d px: %w", e.size, err)
		}
		if got := picture.Bounds().Size(); got != image.Pt(e.size, e.size) {
			return fmt.Errorf("the drawing of %d px has %d × %d", e.size, got.X, got.Y)
		}
		if e.mask == "" {
			block(&body, e.kind, content)
			continue
		}
		colours, transparency := channels(picture)
		block(&body, e.kind, colours)
		block(&body, e.mask, transparency)
	}
	var icon bytes.Buffer
	block(&icon, "icns", body.Bytes())
	_, err := icon.WriteTo(out)
	return err
}

// block writes content behind its kind and its length, both of which the length counts.
func block(out *bytes.Buffer, kind string, content []byte) {
	out.WriteString(kind)
	out.Write(binary.BigEndian.AppendUint32(nil, uint32(8+len(content))))
	out.Write(content)
}

// channels gives red, green and blue of a picture, each packed, one behind the other, and its transparency as it is.
func channels(picture image.Image) (colours, transparency []byte) {
	plain := image.NewNRGBA(image.Rectangle{Max: picture.Bounds().Size()})
	draw.Draw(plain, plain.Bounds(), picture, picture.Bounds().Min, draw.Src)
	var of [4][]byte
	for i, value := range plain.Pix {
		of[i%4] = append(of[i%4], value)
	}
	for _, channel := range of[:3] {
		colours = append(colours, pack(channel)...)
	}
	return colours, of[3]
}

// How many equal bytes are packed as a run, and how many others go together.
const (
	leastRun   = 3
	mostRun    = leastRun + 127
	mostOthers = 128
)

// pack packs bytes: below 128, a count less one and so many bytes; from 128, a count above the shortest run, and its byte.
func pack(bytes []byte) []byte {
	var out, others []byte
	flush := func() {
		if len(others) > 0 {
			out = append(append(out, byte(len(others)-1)), others...)
			others = nil
		}
	}
	for i := 0; i < len(bytes); {
		run := 1
		for i+run < len(bytes) && run < mostRun && bytes[i+run] == bytes[i] {
			run++
		}
		if run >= leastRun {
			flush()
			out = append(out, byte(0x80+run-leastRun), bytes[i])
			i += run
			continue
		}
		others = append(others, bytes[i])
		i++
		if len(others) == mostOthers {
			flush()
		}
	}
	flush()
	return out
}
