package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// charset is the encoding of a file's text.
type charset int

const (
	utf8Text   charset = iota // until a byte sequence proves otherwise: see errNotUTF8
	utf8Marked                // UTF-8 that says so with a byte order mark; broken sequences become U+FFFD
	utf16Little
	utf16Big
	windows1252
)

const utf8BOM = "\xef\xbb\xbf"

// errNotUTF8 ends the reading of a file that was taken for UTF-8 and is not: it is read again as Windows-1252.
var errNotUTF8 = encoding.ErrInvalidUTF8

// errBinary ends the reading of a file that holds a zero character, which no text does.
var errBinary = errors.New("not a text")

// source is an open file of known encoding, which can be read from the start as often as needed.
type source struct {
	name    string
	file    *os.File
	charset charset
}

// text reads the file from its start as UTF-8.
func (s *source) text() (*bufio.Reader, error) {
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(transform.NewReader(s.file, s.charset.decoder()), 64<<10), nil
}

// decoder turns bytes of the charset into UTF-8 without a byte order mark.
func (c charset) decoder() transform.Transformer {
	switch c {
	case utf8Marked:
		return unicode.UTF8BOM.NewDecoder()
	case utf16Little:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	case utf16Big:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()
	case windows1252:
		return charmap.Windows1252.NewDecoder()
	default:
		return encoding.UTF8Validator
	}
}

// detectCharset tells the encoding from a byte order mark, or from where the zero bytes of UTF-16 stand: most letters
// of most portfolios are below 256. What is left is UTF-8, or Windows-1252 where that fails.
func detectCharset(sample []byte) charset {
	switch {
	case bytes.HasPrefix(sample, []byte(utf8BOM)):
		return utf8Marked
	case bytes.HasPrefix(sample, []byte{0xff, 0xfe}):
		return utf16Little
	case bytes.HasPrefix(sample, []byte{0xfe, 0xff}):
		return utf16Big
	}
	var zeros [2]int
	pairs := len(sample) / 2
	for i, b := range sample[:2*pairs] {
		if b == 0 {
			zeros[i%2]++
		}
	}
	mostly, hardly := pairs*6/10, pairs/20
	switch {
	case pairs > 0 && zeros[1] > mostly && zeros[0] <= hardly:
		return utf16Little
	case pairs > 0 && zeros[0] > mostly && zeros[1] <= hardly:
		return utf16Big
	}
	return utf8Text
}

// looksBinary reports whether the sample holds characters that no text holds.
func looksBinary(sample []byte, c charset) bool {
	const allowed = "\t\n\v\f\r\x1a\x1b"
	for _, r := range decodeSample(sample, c) {
		if r < ' ' && !bytes.ContainsRune([]byte(allowed), r) {
			return true
		}
	}
	return false
}

// decodeSample gives the text of the sample, as far as it decodes. The sample may end in the middle of a character.
func decodeSample(sample []byte, c charset) string {
	if c == utf8Text {
		if !utf8.Valid(sample) {
			c = windows1252
		}
	}
	text, _, _ := transform.Bytes(c.decoder(), sample)
	return string(text)
}
