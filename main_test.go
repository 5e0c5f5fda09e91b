package main

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Addresses that stand in the code of the window and are never asked for; one that ends in a slash stands for all below it.
var names = []struct {
	address, reason string
}{
	{"http://www.w3.org/", "the name of a vocabulary of XML, SVG or MathML"},
	{"http://schemas.openxmlformats.org/", "the name of a vocabulary in slides and workbooks"},
	{"http://schemas.microsoft.com/", "the name of a vocabulary in slides and workbooks"},
	{"http://purl.org/dc/", "the name of a vocabulary in slides and workbooks"},
	{"http://ns.adobe.com/", "the name of a vocabulary in PDFs"},
	{"http://www.aiim.org/", "the name of a vocabulary in PDFs"},
	{"https://tools.ietf.org/html/", "a remark in a library for PDFs"},
	{"https://react.dev/errors/", "told in the text of an error"},
	{"https://base-ui.com/production-error", "told in the text of an error"},
	{"https://react.i18next.com/", "told in the text of an error"},
	{"https://rolldown.rs/", "told in the text of an error"},
	{"https://stuk.github.io/jszip/", "told in the text of an error"},
	{"https://gitbrent.github.io/PptxGenJS/", "told in the text of an error"},
	{"https://github.com/syntax-tree/", "told in the text of an error"},
	{"https://github.com", "the base that a library parses addresses with"},
	{"https://api.openai.com/v1", "an example of an endpoint, asked by Go and only after a person agreed to it"},
	{"https://api.anthropic.com/v1", "an example of an endpoint, asked by Go and only after a person agreed to it"},
	{"http://localhost:11434/v1", "an example of an endpoint on this computer, asked by Go"},
	{"http://localhost", "the base that a library parses addresses with"},
}

// remote finds addresses with a scheme of the network, and addresses that take the scheme of the page.
var remote = regexp.MustCompile(`(?i)\b(?:https?|wss?|ftp)://[^\s"'` + "`" + `\\)<>]+|(?:url\(|@import|\bsrc=|\bhref=)\s*["']?//[^\s"')]*`)

func TestWindow_refersToNothingRemote(t *testing.T) {
	files := 0
	err := fs.WalkDir(assets, "frontend/dist", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !slices.ContainsFunc([]string{".html", ".js", ".css"}, func(end string) bool { return strings.HasSuffix(path, end) }) {
			return err
		}
		files++
		text, err := assets.ReadFile(path)
		for _, address := range remote.FindAllString(string(text), -1) {
			if !known(address) {
				t.Errorf("%s refers to %s", path, address)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Skip("the window is not built: make build builds it")
	}
}

// known says whether an address is one that is never asked for.
func known(address string) bool {
	for _, name := range names {
		if address == name.address || strings.HasSuffix(name.address, "/") && strings.HasPrefix(address, name.address) {
			return true
		}
	}
	return false
}

// The policy of the page, and what it lets in: nothing that does not come from the program itself.
func TestWindow_policyLetsNothingRemoteIn(t *testing.T) {
	page, err := assets.ReadFile("frontend/dist/index.html")
	if err != nil {
		t.Skip("the window is not built: make build builds it")
	}
	policy := regexp.MustCompile(`Content-Security-Policy"\s+content="([^"]+)"`).FindSubmatch(page)
	if policy == nil {
		t.Fatal("the page has no Content-Security-Policy")
	}
	sources := map[string]string{}
	for directive := range strings.SplitSeq(string(policy[1]), ";") {
		name, values, _ := strings.Cut(strings.TrimSpace(directive), " ")
		sources[name] = values
		for _, source := range strings.Fields(values) {
			if !slices.Contains([]string{"'none'", "'self'", "data:"}, source) || source == "data:" && name != "img-src" {
				t.Errorf("%s lets %s in", name, source)
			}
		}
	}
	for _, closed := range []string{"default-src", "base-uri", "form-action"} {
		if sources[closed] != "'none'" {
			t.Errorf("%s is %q, not 'none'", closed, sources[closed])
		}
	}
}
