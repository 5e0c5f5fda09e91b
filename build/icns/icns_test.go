package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// unpack undoes pack.
func unpack(t *testing.T, packed []byte) []byte {
	t.Helper()
	var out []byte
	for len(packed) > 0 {
		n := int(packed[0])
		if n >= 0x80 {
			out = append(out, bytes.Repeat(packed[1:2], n-0x80+leastRun)...)
			packed = packed[2:]
			continue
		}
		out = append(out, packed[1:n+2]...)
		packed = packed[n+2:]
	}
	return out
}

func TestPack_losesNothing(t *testing.T) {
	long := bytes.Repeat([]byte{7}, 1000)
	var mixed []byte
	for i := range 1000 {
		mixed = append(mixed, byte(i*i), byte(i), byte(i))
	}
	for name, want := range map[string][]byte{
		"nothing": nil, "one": {1}, "two": {1, 1}, "three": {1, 1, 1}, "a run at the end": {1, 2, 3, 3, 3, 3}, "long": long,
		"mixed": mixed, "both": append(append(bytes.Clone(mixed), long...), mixed...),
	} {
		if got := unpack(t, pack(want)); !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes became %d others", name, len(want), len(got))
		}
	}
	if got := len(pack(long)); got > 20 {
		t.Errorf("1000 equal bytes take %d", got)
	}
}

func TestWrite_holdsEverySizeOnceForEachKindOfScreen(t *testing.T) {
	dir := t.TempDir()
	for _, size := range []int{16, 32, 64, 128, 256, 512, 1024} {
		paint(t, dir, size, size)
	}
	var icon bytes.Buffer
	if err := write(&icon, dir); err != nil {
		t.Fatal(err)
	}
	content := icon.Bytes()
	if string(content[:4]) != "icns" || int(binary.BigEndian.Uint32(content[4:])) != len(content) {
		t.Fatalf("begins with %q", content[:8])
	}
	found := map[string]int{} // how wide the picture of a kind is
	for content = content[8:]; len(content) > 0; {
		kind, length := string(content[:4]), binary.BigEndian.Uint32(content[4:])
		body := content[8:length]
		content = content[length:]
		switch kind {
		case "is32", "il32":
			channels := unpack(t, body)
			found[kind] = len(channels) / 3
			if channels[0] != 10 || channels[len(channels)-1] != 30 {
				t.Errorf("%s: its first red is %d, its last blue %d", kind, channels[0], channels[len(channels)-1])
			}
		case "s8mk", "l8mk":
			found[kind] = len(body)
		default:
			config, err := png.DecodeConfig(bytes.NewReader(body))
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			found[kind] = config.Width
		}
	}
	want := map[string]int{
		"is32": 16 * 16, "s8mk": 16 * 16, "il32": 32 * 32, "l8mk": 32 * 32, "ic07": 128, "ic08": 256, "ic09": 512,
		"ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512, "ic10": 1024,
	}
	if fmt.Sprint(found) != fmt.Sprint(want) {
		t.Errorf("holds %v, want %v", found, want)
	}
}

func TestWrite_refusesADrawingOfAnotherSize(t *testing.T) {
	dir := t.TempDir()
	paint(t, dir, 16, 24)
	if err := write(&bytes.Buffer{}, dir); err == nil || err.Error() != "the drawing of 16 px has 24 × 24" {
		t.Error(err)
	}
}

// paint writes a drawing under the name of a size, a plain square that is half transparent.
func paint(t *testing.T, dir string, name, size int) {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, size, size))
	for i := range size * size {
		picture.SetNRGBA(i%size, i/size, color.NRGBA{R: 10, G: 20, B: 30, A: 128})
	}
	file, err := os.Create(filepath.Join(dir, fmt.Sprintf("%dx%d.png", name, name)))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
}
