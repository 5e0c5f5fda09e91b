package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"portfolio-ai/store/portfolio"
)

// maxPlanDepth is how deep the elements of an XML file may be nested; Microsoft Project needs eight levels.
const maxPlanDepth = 64

// guardedXML gives the tokens of an XML file to a decoder, within limits: encoding/xml itself has none. No entity is ever
// expanded beyond the five of XML itself, and a document that declares some is refused.
type guardedXML struct {
	name     string
	budget   *budgetReader
	tokens   *xml.Decoder
	depth    int
	recordTo int64 // where the record that is being read must have ended, as an offset; 0 outside of one
}

// newGuardedXML reads a file from its start. What a byte order mark says of the encoding goes before what the file declares.
func newGuardedXML(s *source) (*guardedXML, error) {
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	g := &guardedXML{name: s.name, budget: &budgetReader{in: s.file, name: s.name, most: maxRow}}
	if s.charset != utf8Text {
		in, err := s.text()
		if err != nil {
			return nil, err
		}
		g.budget.in = in
	}
	g.tokens = xml.NewDecoder(g.budget)
	g.tokens.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if s.charset != utf8Text || strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return in, nil // it was decoded before; and a declaration that could be read is not in UTF-16
		}
		declared, err := htmlindex.Get(label)
		if err != nil {
			return nil, portfolio.Invalidf("%s says that it is in the encoding %q, which is not known; save it as UTF-8.", s.name, excerpt(label))
		}
		return declared.NewDecoder().Reader(in), nil
	}
	return g, nil
}

// Token gives the next token. It is what xml.NewTokenDecoder asks for.
func (g *guardedXML) Token() (xml.Token, error) {
	g.budget.reset()
	token, err := g.tokens.RawToken()
	if err != nil {
		return token, err
	}
	if g.recordTo > 0 && g.tokens.InputOffset() > g.recordTo {
		return nil, portfolio.Invalidf("%s has an element of more than %d MB that ends in line %d, which no plan has.", g.name, maxRecord>>20, g.line())
	}
	switch t := token.(type) {
	case xml.StartElement:
		if g.depth++; g.depth > maxPlanDepth {
			return nil, portfolio.Invalidf("%s has elements nested more than %d deep in line %d, which no plan has.", g.name, maxPlanDepth, g.line())
		}
	case xml.EndElement:
		g.depth--
	case xml.Directive:
		if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
			return nil, portfolio.Invalidf("%s declares entities in line %d, which plans of Microsoft Project never do; it was not read.", g.name, g.line())
		}
	}
	return token, nil
}

// line is where in the file reading stands, 1-based.
func (g *guardedXML) line() int {
	line, _ := g.tokens.InputPos()
	return line
}

// decodeRecord reads an element whose start has been read. It fails where the element goes on for too long.
func decodeRecord[T any](g *guardedXML, in *xml.Decoder, start xml.StartElement) (record T, err error) {
	g.recordTo = g.tokens.InputOffset() + maxRecord
	defer func() { g.recordTo = 0 }()
	return record, in.DecodeElement(&record, &start)
}

// explain turns a fault of the syntax into a sentence with its line.
func (g *guardedXML) explain(err error) error {
	fault, isSyntax := errors.AsType[*xml.SyntaxError](err)
	switch {
	case errors.Is(err, io.EOF), isSyntax && strings.Contains(fault.Msg, "unexpected EOF"):
		return portfolio.Invalidf("%s ends in the middle of its XML; it may be cut off.", g.name)
	case isSyntax && fault.Msg == "invalid UTF-8":
		return portfolio.Invalidf("%s holds bytes in line %d that are not in the encoding it declares; save it as UTF-8.", g.name, g.line())
	case isSyntax:
		return portfolio.Invalidf("%s is not valid XML: %s in line %d.", g.name, excerpt(fault.Msg), g.line())
	case strings.Contains(err.Error(), "unsupported version"):
		return portfolio.Invalidf("%s is in a version of XML other than 1.0, which cannot be read.", g.name)
	}
	return err
}
