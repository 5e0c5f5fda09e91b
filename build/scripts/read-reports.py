#!/usr/bin/env python3
"""Usage: read-reports.py DIR

Reads the slides and PDFs of reports (NAME.pptx and NAME.pdf beside NAME.json) with programs that are not ours, and says what
of a report they do not find: Python's zipfile and ElementTree read the slides, LibreOffice makes pages of them, pdftotext reads
what is on the pages. Without LibreOffice or pdftotext it says what it did not do.
"""

import json
import pathlib
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHOW = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
ONE_PAGERS = {"executive"}
SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")


class Slides:
    """A presentation, read part by part. Problems is what is wrong with it as a package."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.problems = [] if archive.testzip() is None else ["a part is damaged"]
            parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
        trees = {name: ET.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
        self.slides = [tree for name, tree in sorted(trees.items()) if SLIDE.fullmatch(name)]
        self.problems += list(lost_targets(trees, parts)) + list(untyped(trees["[Content_Types].xml"], parts))
        listed = trees["ppt/presentation.xml"].findall(f"{SHOW}sldIdLst/{SHOW}sldId")
        if len(listed) != len(self.slides):
            self.problems.append(f"{len(listed)} slides are listed, {len(self.slides)} are there")
        self.tables = sum(len(list(slide.iter(f"{DRAWING}tbl"))) for slide in self.slides)
        self.pictures = sum(len(list(slide.iter(f"{SHOW}pic"))) for slide in self.slides)
        self.shapes = sum(len(list(slide.iter(f"{SHOW}sp"))) for slide in self.slides)
        paragraphs = (p for slide in self.slides for p in slide.iter(f"{DRAWING}p"))
        self.text = "\n".join("".join(t.text or "" for t in p.iter(f"{DRAWING}t")) for p in paragraphs)


def lost_targets(trees, parts):
    """Says which relations name a part that is not there."""
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        source = posixpath.dirname(posixpath.dirname(name))
        for relation in tree.iter(f"{RELATION}Relationship"):
            target = relation.get("Target")
            whole = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(source, target))
            if relation.get("TargetMode") != "External" and whole not in parts:
                yield f"{name} names {target}, which is not there"


def untyped(types, parts):
    """Says which parts have no content type, and which types have no part."""
    extensions = {d.get("Extension").lower() for d in types.iter(f"{TYPES}Default")}
    overrides = {o.get("PartName").lstrip("/"): o.get("ContentType") for o in types.iter(f"{TYPES}Override")}
    for name in parts:
        if name != "[Content_Types].xml" and name not in overrides and name.rsplit(".", 1)[-1].lower() not in extensions:
            yield f"{name} has no content type"
        if SLIDE.fullmatch(name) and "presentationml.slide+xml" not in overrides.get(name, ""):
            yield f"{name} is not declared to be a slide"
    yield from (f"{name} has a content type and is not there" for name in overrides if name not in parts)


def expected(report):
    """Gives the words that a reader has to find, and how many tables there are at least. A one-pager cuts its tables and timelines."""
    words, tables = {report["title"]: True}, 0
    most = 1 if report["kind"] in ONE_PAGERS else None
    for page in report["pages"]:
        words[page["title"]] = True
        for block in page["blocks"]:
            for figure in (block.get("figures") or {"items": []})["items"]:
                words[figure["label"]] = True
                if figure["kind"] == "number" and figure["value"]:
                    words[figure["value"]] = True
            table = block.get("table") or {"rows": []}
            tables += bool(table["rows"])
            for row in table["rows"][:most]:
                words[row["cells"][0]["text"]] = True
            for row in (block.get("timeline") or {"rows": []})["rows"][:most]:
                words[row["label"]] = True
            for bar in (block.get("bars") or {"items": []})["items"]:
                words.update({str(segment["value"]): True for segment in bar["segments"]})
    return [word for word in words if word], tables


def missing(words, text):
    """Gives the texts of which a word is not in a text: lines may break anywhere between words. Dates are written otherwise."""
    found = set(text.split())
    return [w for w in words if not re.search(r"\d{4}-\d\d-\d\d", w) and not set(w.split()) <= found and f"{w[:6]}" not in text]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def pages_of(pdf):
    return int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", str(pdf))).group(1))


def check(path, office):
    """Gives what is wrong with the files of one report."""
    report = json.loads(path.read_text())
    words, tables = expected(report)
    slides = Slides(path.with_suffix(".pptx"))
    yield from slides.problems
    if report["kind"] in ONE_PAGERS and len(slides.slides) != 1:
        yield f"a one-pager has {len(slides.slides)} slides"
    if slides.tables < tables:
        yield f"{tables} tables of the report are {slides.tables} in the slides"
    if slides.pictures:
        yield f"{slides.pictures} pictures where everything should be shapes"
    if slides.shapes < 3 * len(slides.slides):
        yield f"only {slides.shapes} shapes"
    yield from (f"the slides do not say {w!r}" for w in missing(words, slides.text))
    if shutil.which("pdftotext"):
        pdf = path.with_suffix(".pdf")
        said = run("pdftotext", "-layout", str(pdf), "-")
        yield from (f"the PDF does not say {w!r}" for w in missing(words, said))
        info = run("pdfinfo", str(pdf))
        if report["kind"] in ONE_PAGERS and pages_of(pdf) != 1:
            yield f"a one-pager has {pages_of(pdf)} pages in the PDF"
        if not re.search(r"Tagged:\s+yes", info) or report["title"] not in info:
            yield "the PDF has no tags, or not its title"
        if "no" in (line.split()[-5] for line in run("pdffonts", str(pdf)).splitlines()[2:]):
            yield "a font is not in the PDF"
    if office:
        made = office / f"{path.stem}.pdf"
        if pages_of(made) != len(slides.slides):
            yield f"LibreOffice makes {pages_of(made)} pages of {len(slides.slides)} slides"
        yield from (f"LibreOffice does not show {w!r}" for w in missing(words, run("pdftotext", "-layout", str(made), "-")))


def main(folder):
    reports = sorted(folder.glob("*.json"))
    if not reports:
        sys.exit(f"{folder} holds no reports")
    with tempfile.TemporaryDirectory() as scratch:
        office = None
        if shutil.which("soffice") and shutil.which("pdftotext"):
            office = pathlib.Path(scratch, "pages")
            run("soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "pdf",
                "--outdir", str(office), *[str(path.with_suffix(".pptx")) for path in reports])
            if not office.exists():
                print("SKIP: no pages are made of the slides: LibreOffice opens no slides here (libreoffice-impress).")
                office = None
        else:
            print("SKIP: no pages are made of the slides: LibreOffice (soffice) or pdftotext is not installed here.")
        wrong = [f"{path.stem}: {problem}" for path in reports for problem in check(path, office)]
    for line in wrong[:40]:
        print(line)
    if wrong:
        sys.exit(f"{len(wrong)} things are wrong with the reports in {folder}")
    print(f"{len(reports)} reports are in their slides and PDFs, as other programs read them")


main(pathlib.Path(sys.argv[1]))
