package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder makes a folder of files, each with its own name for content.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("terms of "+name+"\r\n\r\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTextsIn_takesLicencesAndNoticesAndNoCode(t *testing.T) {
	for name, want := range map[string]bool{
		"LICENSE": true, "LICENSE.txt": true, "license": true, "LICENCE": true, "UNLICENSE": true, "COPYING": true, "NOTICE": true,
		"LICENSE-SQLITE": true, "LICENSE-3RD-PARTY.md": true, "CopyrightNotice.txt": true, "PATENTS": true, "AUTHORS": true,
		"README.md": false, "license.go": false, "license.js": false, "deep/LICENSE": false,
	} {
		dir := folder(t, name)
		texts, err := textsIn(dir, dir)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(texts) == 1; got != want {
			t.Errorf("%s: taken is %t, want %t", name, got, want)
		}
		if want && texts[0] != (text{name, "terms of " + name}) {
			t.Errorf("%s: %+v", name, texts[0])
		}
	}
}

func TestWrite_refusesWhatHasNoLicence(t *testing.T) {
	err := write(&strings.Builder{}, []component{{name: "a", version: "v1"}})
	if err == nil || err.Error() != "a v1 has no licence file" {
		t.Fatal(err)
	}
}

func TestWrite_isTheSameInWhateverOrderItGetsThem(t *testing.T) {
	a := component{"a", "v1", []text{{"LICENSE", "terms of a"}}}
	b := component{"b", "v2", []text{{"LICENSE", "terms of b"}}}
	var one, other strings.Builder
	if err := write(&one, sorted([]component{a, b})); err != nil {
		t.Fatal(err)
	}
	if err := write(&other, sorted([]component{b, a})); err != nil {
		t.Fatal(err)
	}
	if one.String() != other.String() || !strings.Contains(one.String(), "terms of b") {
		t.Fatal(one.String(), other.String())
	}
}

func TestNpmPackages_leavesOutToolsAndTypes(t *testing.T) {
	dir := folder(t, "node_modules/a/LICENSE", "node_modules/a/node_modules/@s/b/license")
	lock := `{"packages": {"": {"version": "0"},
		"node_modules/a": {"version": "1.0.0"}, "node_modules/a/node_modules/@s/b": {"version": "2.0.0"},
		"node_modules/tool": {"dev": true}, "node_modules/wish": {"peer": true}, "node_modules/both": {"devOptional": true},
		"node_modules/@types/a": {}}}`
	if err := os.WriteFile(filepath.Join(dir, "package-lock.json"), []byte(lock), 0o600); err != nil {
		t.Fatal(err)
	}
	packages, err := npmPackages(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := write(&out, sorted(packages)); err != nil {
		t.Fatal(err)
	}
	if len(packages) != 2 || !strings.Contains(out.String(), "\n@s/b 2.0.0\na 1.0.0\n") {
		t.Fatalf("%+v\n%s", packages, out.String())
	}
}

func TestStated_isTheLicenceThatAPackageNamesWithItsAuthor(t *testing.T) {
	for content, want := range map[string]string{
		`{"license": "MIT", "author": "Ada Lind <ada@a.test> (https://a.test)"}`: "Copyright (c) Ada Lind\n\nPermission is hereby granted",
		`{"license": "ISC", "author": {"name": "Bo Ek", "email": "bo@b.test"}}`:  "Copyright (c) Bo Ek\n\nPermission to use",
		`{"license": "MIT"}`:                            "",
		`{"license": "GPL-3.0", "author": "Ada Lind"}`:  "",
		`{"author": "Ada Lind"}`:                        "",
		`{"license": {"type": "MIT"}, "author": "Ada"}`: "",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "package.json"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		texts, err := stated(dir)
		if err != nil {
			t.Fatal(err)
		}
		if want == "" != (len(texts) == 0) || want != "" && !strings.HasPrefix(texts[0].content, want) {
			t.Errorf("%s gives %+v", content, texts)
		}
	}
}

// A new package without terms is found here and not when a release is packed.
func TestNpmPackages_ofTheWindowAllHaveTerms(t *testing.T) {
	const frontend = "../../frontend"
	if _, err := os.Stat(filepath.Join(frontend, "node_modules")); err != nil {
		t.Skipf("the packages of the window are not installed: %v", err)
	}
	packages, err := npmPackages(frontend)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(io.Discard, packages); err != nil || len(packages) == 0 {
		t.Errorf("%d packages: %v", len(packages), err)
	}
}
