package exchange

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// The limits of what is unzipped. A workbook that people made stays far below them.
const (
	maxUnzipped  = 256 << 20 // bytes of all parts that are read
	maxInflation = 100       // how many times the file's size that may be
	alwaysUnzip  = 1 << 20   // bytes that may be unzipped of the smallest file
	maxDepth     = 100       // elements inside of each other
)

// parts are what is in the archive that a workbook is. They are read where they are and never unpacked onto the disk, so
// that a part whose name leads elsewhere leads nowhere.
type parts struct {
	file   string // the name of the workbook
	byName map[string]*zip.File
	size   int64 // of the workbook
	left   int64 // bytes that may still be unzipped
}

// openParts opens the archive.
func openParts(s *source) (*parts, error) {
	info, err := s.file.Stat()
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(s.file, info.Size())
	if err != nil {
		return nil, portfolio.Invalidf("%s is damaged or cut off: the archive that a workbook is does not end as it should.", s.name)
	}
	p := &parts{
		file: s.name, byName: map[string]*zip.File{}, size: info.Size(),
		left: min(maxUnzipped, alwaysUnzip+maxInflation*info.Size()),
	}
	for _, f := range archive.File {
		name := partName(f.Name)
		if _, twice := p.byName[name]; twice && !strings.HasSuffix(name, "/") {
			return nil, portfolio.Invalidf("%s is damaged: it has %q twice.", s.name, excerpt(f.Name))
		}
		p.byName[name] = f
	}
	return p, nil
}

// partName gives a name as parts are compared: in small letters, with slashes, from the root.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// has reports whether there is a part of the name.
func (p *parts) has(name string) bool { return p.byName[partName(name)] != nil }

// damaged says why a part cannot be read; a sentence of its own goes through as it is, and so does a stop.
func (p *parts) damaged(part string, err error) error {
	if _, ok := errors.AsType[*portfolio.Error](err); ok || isStop(err) {
		return err
	}
	return portfolio.Invalidf("%s is damaged: its part %s cannot be read (%v).", p.file, excerpt(part), err)
}

// visitors say what is done with an element, by its name. A visitor reads to the end of the element.
type visitors map[string]func(xml.StartElement) error

// read reads a part. It goes into the elements named in into, hands others to their visitor, and skips the rest.
func (p *parts) read(part string, into []string, visit func(x *xmlPart) visitors) (err error) {
	f := p.byName[partName(part)]
	if f == nil {
		return p.damaged(part, errors.New("there is none"))
	}
	in, err := f.Open()
	if err != nil {
		return p.damaged(part, err)
	}
	defer func() { _ = in.Close() }() // it was only read
	budget := &partReader{in: in, parts: p}
	x := &xmlPart{decoder: xml.NewDecoder(budget), budget: budget}
	if err := x.walk(into, visit(x)); err != nil {
		return p.damaged(part, err)
	}
	return nil
}

// partReader unzips a part as far as the limits let it.
type partReader struct {
	in    io.Reader
	parts *parts
	left  int // of the record that is being read
}

// Read reads on while the budgets of the record and of the workbook last.
func (r *partReader) Read(b []byte) (int, error) {
	switch p := r.parts; {
	case p.left <= 0 && p.size < maxUnzipped/maxInflation:
		return 0, portfolio.Invalidf("%s unzips to more than %d times its size, which no workbook of programs does; it was not read.", p.file, maxInflation)
	case p.left <= 0:
		return 0, portfolio.Invalidf("%s unzips to more than %d MB, which is too large for a workbook of programs.", p.file, maxUnzipped>>20)
	case r.left <= 0:
		return 0, portfolio.Invalidf("%s has a row or a text of more than %d MB, which is too long for a program.", p.file, maxRecord>>20)
	}
	n, err := r.in.Read(b)
	r.left -= n
	r.parts.left -= int64(n)
	return n, err
}

// xmlPart is an XML part that is being read. No entity is ever expanded but the five of XML itself, and a part that
// declares others is refused.
type xmlPart struct {
	decoder *xml.Decoder
	budget  *partReader
}

// token gives the next token.
func (x *xmlPart) token() (xml.Token, error) {
	token, err := x.decoder.Token()
	if _, ok := token.(xml.Directive); ok {
		return nil, errors.New("it declares a document type, which no workbook does")
	}
	return token, err
}

// walk reads the part from its start to its end.
func (x *xmlPart) walk(into []string, visit visitors) error {
	x.budget.left = maxRecord
	for depth := 0; ; {
		token, err := x.token()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			x.budget.left = maxRecord
			name := token.Name.Local
			if slices.Contains(into, name) && depth < maxDepth {
				depth++
				continue
			}
			enter := visit[name]
			if enter == nil {
				enter = x.skip
			}
			if err := enter(token); err != nil {
				return err
			}
		}
	}
}

// skip reads to the end of the element that has begun.
func (x *xmlPart) skip(xml.StartElement) error {
	for depth := 1; depth > 0; {
		token, err := x.token()
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > maxDepth {
			return fmt.Errorf("more than %d elements are inside of each other", maxDepth)
		}
	}
	return nil
}

// children hands the elements inside of the one that has begun to a visitor, which reads to the end of each.
func (x *xmlPart) children(visit func(xml.StartElement) error) error {
	for {
		token, err := x.token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := visit(token); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// text reads what stands in the element that has begun, without the elements in it.
func (x *xmlPart) text() (string, error) {
	var said strings.Builder
	for {
		token, err := x.token()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.CharData:
			said.Write(token)
		case xml.StartElement:
			if err := x.skip(token); err != nil {
				return "", err
			}
		case xml.EndElement:
			return said.String(), nil
		}
	}
}

// richText reads a text whose parts look different: one after the other, without what tells how they are pronounced.
func (x *xmlPart) richText() (string, error) {
	var said strings.Builder
	var inside func(start xml.StartElement) error
	inside = func(start xml.StartElement) error {
		switch start.Name.Local {
		case "t":
			text, err := x.text()
			said.WriteString(text)
			return err
		case "r":
			return x.children(func(part xml.StartElement) error {
				if part.Name.Local != "t" {
					return x.skip(part)
				}
				return inside(part)
			})
		}
		return x.skip(start)
	}
	err := x.children(inside)
	return unescaped(said.String()), err
}

// attribute gives the value of an attribute, "" where there is none.
func attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
