package markdown

import "regexp"

// recordLink is a link to a record as Link writes it.
var recordLink = regexp.MustCompile(`\[((?:\\.|[^\[\]\\])*)\]\(#/[^()\s]*\)`)

// Unlink puts the names of records in the place of the links to them, for a text that leaves the window. At gives where a byte
// of the text is afterwards; one of the link itself is at the edge of the name.
func Unlink(text string) (plain string, at func(int) int) {
	type cut struct{ from, to int } // bytes that go
	var cuts []cut
	var out []byte
	end := 0
	for _, m := range recordLink.FindAllStringSubmatchIndex(text, -1) {
		cuts = append(cuts, cut{m[0], m[2]}, cut{m[3], m[1]})
		out = append(append(out, text[end:m[0]]...), text[m[2]:m[3]]...)
		end = m[1]
	}
	return string(append(out, text[end:]...)), func(i int) int {
		gone := 0
		for _, c := range cuts {
			if i > c.from {
				gone += min(i, c.to) - c.from
			}
		}
		return i - gone
	}
}
