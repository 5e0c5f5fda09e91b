package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// terms are the texts of licences that a package may name instead of bringing, by their SPDX names, as https://spdx.org/licenses
// has them, after the line of the copyright.
var terms = map[licenceID]string{
	"MIT": `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
	"ISC": `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
}

// licenceID is a licence by its SPDX name. Old packages name theirs otherwise, in a list or an object, which counts as none.
type licenceID string

// UnmarshalJSON reads a text.
func (l *licenceID) UnmarshalJSON(data []byte) error {
	var name string
	if data[0] != '"' {
		return nil
	}
	err := json.Unmarshal(data, &name)
	*l = licenceID(name)
	return err
}

// person is an author in a package.json: a name with an address, as one text or apart.
type person struct{ name string }

// UnmarshalJSON reads both forms.
func (p *person) UnmarshalJSON(data []byte) error {
	var apart struct{ Name string }
	if json.Unmarshal(data, &apart) == nil {
		p.name = apart.Name
		return nil
	}
	var whole string
	if err := json.Unmarshal(data, &whole); err != nil {
		return err
	}
	p.name, _, _ = strings.Cut(whole, " <")
	return nil
}

// stated gives the terms of an npm package that brings no licence file but names, in its package.json, a licence whose text
// is known and an author. A package that says less has no terms.
func stated(dir string) ([]text, error) {
	const file = "package.json"
	content, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		return nil, fmt.Errorf("licences: %w", err)
	}
	var says struct {
		License licenceID
		Author  person
	}
	if err := json.Unmarshal(content, &says); err != nil {
		return nil, fmt.Errorf("licences: %s: %w", dir, err)
	}
	known := terms[says.License]
	if known == "" || says.Author.name == "" {
		return nil, nil
	}
	return []text{{file + ", which names " + string(says.License), "Copyright (c) " + says.Author.name + "\n\n" + known}}, nil
}
