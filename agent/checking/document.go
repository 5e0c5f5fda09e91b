package checking

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"portfolio-ai/store/portfolio"
)

// ref names a record.
type ref struct {
	entity portfolio.Entity
	id     string
}

// reach is a stretch of the plain text of a unit, in bytes.
type reach struct{ from, to int }

func (r reach) holds(at int) bool { return at >= r.from && at < r.to }

// link is a stretch that is a link to a record.
type link struct {
	reach
	ref     ref
	program string // the program that the address names; "" where it names none
}

// unit is a sentence, a heading or a table row: what a claim and its record must share. Its text is the Markdown without
// marks; at gives the byte of the source for each byte of it, and the end.
type unit struct {
	text    string
	at      []int
	links   []link
	cells   []reach  // of a row
	head    []string // of a row: the names of its columns
	heading bool
	block   int // units of one paragraph, list item or row have one number
	items   int // how many list items or rows follow directly
	item    bool
	first   bool    // begins its block
	above   []*unit // what introduces it, the nearest first: the sentence before its list or table, and the headings
}

var parser = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()

// reader takes Markdown apart.
type reader struct {
	source  []byte
	units   []*unit
	block   int
	heading *unit
	intro   *unit // the last sentence of the paragraph before
	parents []*unit
}

// units takes a text apart into its sentences and rows, in their order.
func units(markdown string) []*unit {
	source := []byte(markdown)
	r := &reader{source: source}
	root := parser.Parse(text.NewReader(source))
	r.blocks(root)
	return r.units
}

// blocks reads the children of a block.
func (r *reader) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.node(n)
	}
}

// node reads a block.
func (r *reader) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		r.intro = nil
		if u := r.line(n); u != nil {
			u.heading = true
			r.heading = u
			r.add(u)
		}
	case *ast.Paragraph, *ast.TextBlock:
		r.paragraph(n)
	case *ast.List:
		r.list(n)
	case *east.Table:
		r.table(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		r.raw(n)
	default:
		r.blocks(n)
	}
}

// raw reads a block whose text is shown as it is written, line by line.
func (r *reader) raw(n ast.Node) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b := &builder{source: r.source}
		b.segment(line.Start, line.Stop, false)
		r.sentences(b.unit(), false)
	}
}

// line reads a block as one unit; nil where it holds no text.
func (r *reader) line(n ast.Node) *unit {
	b := &builder{source: r.source}
	b.inline(n)
	u := b.unit()
	if strings.TrimSpace(u.text) == "" {
		return nil
	}
	return u
}

// paragraph reads the sentences of a paragraph. One that is bold as a whole is a heading.
func (r *reader) paragraph(n ast.Node) {
	u := r.line(n)
	if u == nil {
		return
	}
	if strong, ok := n.FirstChild().(*ast.Emphasis); ok && strong.NextSibling() == nil && len(u.links) == 0 && len(u.text) < 80 {
		u.heading = true
		r.heading, r.intro = u, nil
		r.add(u)
		return
	}
	r.sentences(u, false)
}

// sentences adds the sentences of a text; the last one may introduce what follows.
func (r *reader) sentences(whole *unit, item bool) {
	r.block++
	for i, cut := range sentences(whole.text) {
		u := whole.slice(cut)
		u.item, u.first, u.block = item, i == 0, r.block
		u.above = r.context()
		r.units = append(r.units, u)
		r.intro = u
	}
}

// context gives what introduces the next unit.
func (r *reader) context() []*unit {
	var above []*unit
	for i := len(r.parents) - 1; i >= 0; i-- {
		if r.parents[i] != nil {
			above = append(above, r.parents[i])
		}
	}
	if r.heading != nil {
		above = append(above, r.heading)
	}
	return above
}

func (r *reader) add(u *unit) {
	r.block++
	u.block, u.first = r.block, true
	r.units = append(r.units, u)
}

// list reads the items of a list; what stood before introduces each.
func (r *reader) list(n *ast.List) {
	intro := r.intro
	if intro == nil && len(r.units) > 0 && r.units[len(r.units)-1].heading {
		intro = r.units[len(r.units)-1]
	}
	if intro != nil {
		intro.items += n.ChildCount()
	}
	r.parents = append(r.parents, intro)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		r.intro = nil
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Paragraph, *ast.TextBlock:
				if u := r.line(c); u != nil {
					r.sentences(u, true)
				}
			default:
				r.node(c)
			}
		}
	}
	r.parents = r.parents[:len(r.parents)-1]
	r.intro = nil
}

// table reads the rows of a table. The head itself states nothing.
func (r *reader) table(n *east.Table) {
	intro, head := r.intro, []string{}
	if intro == nil && len(r.units) > 0 && r.units[len(r.units)-1].heading {
		intro = r.units[len(r.units)-1]
	}
	r.parents = append(r.parents, intro)
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		b := &builder{source: r.source}
		var cells []reach
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			from := len(b.text)
			b.inline(cell)
			cells = append(cells, reach{from, len(b.text)})
			b.gap(" \x00 ")
		}
		u := b.unit()
		if _, ok := row.(*east.TableHeader); ok {
			for _, c := range cells {
				head = append(head, strings.TrimSpace(u.text[c.from:c.to]))
			}
			continue
		}
		u.cells, u.head, u.above = cells, head, r.context()
		if intro != nil {
			intro.items++
		}
		r.add(u)
	}
	r.parents = r.parents[:len(r.parents)-1]
	r.intro = nil
}

// builder collects the plain text of inline nodes.
type builder struct {
	source []byte
	text   []byte
	at     []int
	links  []link
	last   int // the byte of the source behind what was taken
}

// unit gives what was collected.
func (b *builder) unit() *unit {
	return &unit{text: string(b.text), at: append(b.at, b.last), links: b.links}
}

// gap adds a text that is not in the source.
func (b *builder) gap(s string) {
	for i := range len(s) {
		b.text, b.at = append(b.text, s[i]), append(b.at, b.last)
	}
}

// inline adds the text of the inline nodes of a block.
func (b *builder) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b.segment(n.Segment.Start, n.Segment.Stop, !n.IsRaw())
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.gap(" ")
			}
		case *ast.Link:
			from := len(b.text)
			b.inline(n)
			if to, program, ok := target(string(n.Destination)); ok {
				b.links = append(b.links, link{reach{from, len(b.text)}, to, program})
			}
		case *ast.AutoLink, *ast.RawHTML:
		default:
			b.inline(n)
		}
	}
}

// segment adds a piece of the source. Where Markdown has its say, a backslash before a mark is not part of the text.
func (b *builder) segment(from, to int, escapes bool) {
	for i := from; i < to && i < len(b.source); i++ {
		if escapes && b.source[i] == '\\' && i+1 < to && isMark(b.source[i+1]) {
			i++
		}
		b.text, b.at = append(b.text, b.source[i]), append(b.at, i)
		b.last = i + 1
	}
}

// isMark reports whether a byte can be written behind a backslash.
func isMark(c byte) bool {
	return c > ' ' && c < utf8.RuneSelf && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) >= 0
}

// target reads the address of a link to a record: "#/risk/ID?program=PID".
func target(address string) (to ref, program string, ok bool) {
	rest, ok := strings.CutPrefix(address, "#/")
	if !ok {
		return ref{}, "", false
	}
	kind, rest, ok := strings.Cut(rest, "/")
	if !ok {
		return ref{}, "", false
	}
	id, query, _ := strings.Cut(rest, "?")
	id, err := url.PathUnescape(id)
	if err != nil {
		return ref{}, "", false
	}
	if values, err := url.ParseQuery(query); err == nil {
		program = values.Get("program")
	}
	return ref{portfolio.Entity(kind), id}, program, true
}

// slice gives a part of a unit.
func (u *unit) slice(r reach) *unit {
	out := &unit{text: u.text[r.from:r.to], at: u.at[r.from : r.to+1]}
	for _, l := range u.links {
		if l.from >= r.from && l.to <= r.to {
			out.links = append(out.links, link{reach{l.from - r.from, l.to - r.from}, l.ref, l.program})
		}
	}
	return out
}

// abbreviations end in a point that ends no sentence.
var abbreviations = map[string]bool{"e.g": true, "i.e": true, "no": true, "vs": true, "approx": true, "etc": true, "mr": true, "ms": true, "mrs": true, "dr": true, "st": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true, "nov": true, "dec": true}

// sentences cuts a text behind its full stops, question and exclamation marks, and semicolons.
func sentences(s string) []reach {
	var out []reach
	from := 0
	for i := range len(s) {
		switch s[i] {
		case '.', '!', '?':
			if i+1 < len(s) && s[i+1] != ' ' && !strings.HasPrefix(s[i+1:], "”") || ends(s[from:i]) {
				continue
			}
			rest := strings.TrimLeft(s[i+1:], " ”)")
			if rest != "" && rest[0] >= 'a' && rest[0] <= 'z' {
				continue
			}
		case ';':
		default:
			continue
		}
		to := i + 1
		if strings.HasPrefix(s[to:], "”") {
			to += len("”")
		}
		out = append(out, reach{from, to})
		from = to
	}
	if strings.TrimSpace(s[from:]) != "" {
		out = append(out, reach{from, len(s)})
	}
	return out
}

// ends reports whether a text ends in an abbreviation.
func ends(s string) bool {
	return s[max(0, len(s)-6):] != "" && abbreviations[strings.ToLower(s[strings.LastIndexAny(s, " (")+1:])]
}
