package desk

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	_ "image/jpeg" // the two kinds that a logo may be of
	_ "image/png"
	"math"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// House is on whatever is handed over: whose it is, and in which colour.
type House struct {
	Name   string `json:"name"`
	Logo   string `json:"logo"`   // a PNG or JPEG as a data URL; "" for none
	Accent string `json:"accent"` // "#4350d2"
}

// houseSetting is where the house is kept, as JSON.
const houseSetting = "report_house"

// The limits of a house. An accent must be told from white paper, also as text.
const (
	longestHouseName = 80      // characters
	largestLogo      = 1 << 20 // bytes
	longestLogoSide  = 4096    // pixels
	leastContrast    = 4.5
	usualAccent      = "#4350d2"
)

// House gives what was set; without a name and a logo, in the colour of the program, where nothing was.
func (d *Desk) House(ctx context.Context) (House, error) {
	house := House{Accent: usualAccent}
	kept, err := d.Store.Setting(ctx, houseSetting)
	if err != nil || kept == "" {
		return house, err
	}
	if err := json.Unmarshal([]byte(kept), &house); err != nil {
		return House{Accent: usualAccent}, fmt.Errorf("read the house of reports: %w", err)
	}
	return house, nil
}

// SetHouse keeps the house. It fails with EInvalid for a name that is too long, for a logo that is no PNG or JPEG or is too
// large, and for a colour that is hard to tell from white paper.
func (d *Desk) SetHouse(ctx context.Context, house House) error {
	house.Name = strings.TrimSpace(house.Name)
	if len([]rune(house.Name)) > longestHouseName {
		return portfolio.Invalidf("The name of the house is too long; keep it under %d characters.", longestHouseName)
	}
	if err := checkLogo(house.Logo); err != nil {
		return err
	}
	if err := checkAccent(house.Accent); err != nil {
		return err
	}
	kept, err := json.Marshal(house)
	if err != nil {
		return fmt.Errorf("write the house of reports: %w", err)
	}
	return d.Store.SetSetting(ctx, houseSetting, string(kept))
}

// checkLogo fails with EInvalid for what is no PNG or JPEG as a data URL, and for one that is too large.
func checkLogo(logo string) error {
	if logo == "" {
		return nil
	}
	kind, data, ok := strings.Cut(logo, ";base64,")
	if !ok || kind != "data:image/png" && kind != "data:image/jpeg" {
		return portfolio.Invalidf("A logo is a PNG or a JPEG file.")
	}
	if base64.StdEncoding.DecodedLen(len(data)) > largestLogo+2 {
		return portfolio.Invalidf("The logo is larger than 1 MB; choose a smaller one.")
	}
	file, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		return portfolio.Invalidf("The logo came in pieces; choose it again.")
	}
	if len(file) > largestLogo {
		return portfolio.Invalidf("The logo is larger than 1 MB; choose a smaller one.")
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || "data:image/"+format != kind {
		return portfolio.Invalidf("The logo cannot be read; choose a PNG or a JPEG file.")
	}
	if config.Width > longestLogoSide || config.Height > longestLogoSide {
		return portfolio.Invalidf("The logo has %d x %d pixels; choose one of at most %d.", config.Width, config.Height, longestLogoSide)
	}
	return nil
}

// checkAccent fails with EInvalid for what is no colour, and for one that is too light for white paper.
func checkAccent(accent string) error {
	rgb, err := strconv.ParseUint(strings.TrimPrefix(accent, "#"), 16, 32)
	if err != nil || len(accent) != 7 || accent[0] != '#' {
		return portfolio.Invalidf("A colour is written like %s.", usualAccent)
	}
	light := 0.2126*linear(rgb>>16) + 0.7152*linear(rgb>>8) + 0.0722*linear(rgb)
	if contrast := 1.05 / (light + 0.05); contrast < leastContrast {
		return portfolio.Invalidf("The colour %s is too light on white paper; choose a darker one.", accent)
	}
	return nil
}

// linear gives the light of the lowest eight bits, one channel of sRGB, from 0 to 1 (WCAG 2.2, relative luminance).
func linear(channel uint64) float64 {
	c := float64(channel&0xff) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}
