package desk

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// logoOf gives a PNG of that many pixels on each side as a data URL.
func logoOf(t *testing.T, side int) string {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, side, side))); err != nil {
		t.Fatal(err)
	}
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(file.Bytes())
}

func TestSetHouse_keepsWhatCanBeDrawnAndSaysWhatCannot(t *testing.T) {
	logo := logoOf(t, 8)
	cases := map[string]struct {
		house House
		fault string // a part of the sentence; "" where it is kept
	}{
		"all of it":              {House{" Harbour Works ", logo, "#205080"}, ""},
		"only a colour":          {House{"", "", "#000000"}, ""},
		"a long name":            {House{strings.Repeat("x", 81), "", "#205080"}, "too long"},
		"a light colour":         {House{"", "", "#ffff00"}, "too light"},
		"no colour":              {House{"", "", "red"}, "written like"},
		"a colour without hash":  {House{"", "", "2050800"}, "written like"},
		"a picture that is SVG":  {House{"", "data:image/svg+xml;base64,PHN2Zy8+", "#205080"}, "PNG or a JPEG"},
		"an address":             {House{"", "https://example.org/a.png", "#205080"}, "PNG or a JPEG"},
		"a PNG that says JPEG":   {House{"", strings.Replace(logo, "png", "jpeg", 1), "#205080"}, "cannot be read"},
		"no picture":             {House{"", "data:image/png;base64,aGVsbG8=", "#205080"}, "cannot be read"},
		"a file over 1 MB":       {House{"", "data:image/png;base64," + strings.Repeat("A", 1_500_000), "#205080"}, "larger than 1 MB"},
		"a picture of many dots": {House{"", logoOf(t, 4097), "#205080"}, "pixels"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := openDesk(t, t.TempDir(), nil)
			err := d.SetHouse(t.Context(), c.house)
			if c.fault == "" {
				if err != nil {
					t.Fatal(err)
				}
				want := c.house
				want.Name = strings.TrimSpace(want.Name)
				if kept, err := d.House(t.Context()); err != nil || kept != want {
					t.Errorf("kept %+v, %v; want %+v", kept, err, want)
				}
				return
			}
			if portfolio.ErrorCode(err) != portfolio.EInvalid || !strings.Contains(portfolio.ErrorMessage(err), c.fault) {
				t.Errorf("got %v, want a sentence with %q", err, c.fault)
			}
			if kept, err := d.House(t.Context()); err != nil || kept != (House{Accent: usualAccent}) {
				t.Errorf("kept %+v, %v", kept, err)
			}
		})
	}
}
