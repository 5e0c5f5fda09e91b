import { renderHook } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { readRecent, useRemembered } from "./recent";

beforeEach(() => localStorage.clear());

const open = (path: string, program?: { id: string; name: string }) =>
  renderHook(() => useRemembered(path, program));

it("remembers what was opened, the newest first, each once, under its newest name", () => {
  open("/risks");
  open("/program/a", { id: "a", name: "Atlas" });
  open("/milestones");
  open("/program/a", { id: "a", name: "Atlas 2" });
  expect(readRecent()).toEqual([
    { type: "program", id: "a", name: "Atlas 2" },
    { type: "page", page: "milestones" },
    { type: "page", page: "risks" },
  ]);
});

it("remembers eight", () => {
  for (let number = 1; number <= 12; number++) {
    open(`/program/${number}`, { id: String(number), name: `Program ${number}` });
  }
  expect(readRecent().map((recent) => recent.type === "program" && recent.id)).toEqual([
    "12",
    "11",
    "10",
    "9",
    "8",
    "7",
    "6",
    "5",
  ]);
});

it.each(["{", "7", '[1, {"type": "page", "page": "nowhere"}, {"type": "program", "id": 3}]'])(
  "takes %s for nothing",
  (stored) => {
    localStorage.setItem("recent", stored);
    expect(readRecent()).toEqual([]);
  },
);
