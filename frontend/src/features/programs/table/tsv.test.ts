import { describe, expect, it } from "vitest";
import { readTsv, writeTsv } from "./tsv";

describe("tab-separated text", () => {
  it.each([
    ["one cell", "Rail", [["Rail"]]],
    ["nothing, which is one empty cell", "", [[""]]],
    [
      "cells and lines",
      "a\tb\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "lines of Windows, and a break at the end",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "empty cells at the ends",
      "\ta\t\n\t\t",
      [
        ["", "a", ""],
        ["", "", ""],
      ],
    ],
    ["a line within quotes", '"a\nb"\tc', [["a\nb", "c"]]],
    ["doubled quotes", '"say ""go"""', [['say "go"']]],
    ["a quote that nothing closes", '"a\tb', [['"a', "b"]]],
    ["a quote within a text", '5" disk\tx', [['5" disk', "x"]]],
    ["an empty line between", "a\n\nb", [["a"], [""], ["b"]]],
  ])("reads %s", (_what, text, lines) => {
    expect(readTsv(text)).toEqual(lines);
  });

  it("writes what it reads", () => {
    const lines = [
      ["Rail", "a\tb", "two\nlines"],
      ['5"', "", "last"],
    ];
    expect(readTsv(writeTsv(lines))).toEqual(lines);
  });

  it("hands a text that looks like a formula over as text, and takes it back as it was", () => {
    expect(writeTsv([["=1+1", "-3", "@x"]])).toBe("'=1+1\t'-3\t'@x");
    expect(readTsv("'=1+1\t'quoted'")).toEqual([["=1+1", "'quoted'"]]);
  });
});
