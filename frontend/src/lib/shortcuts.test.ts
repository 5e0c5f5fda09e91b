import { describe, expect, it } from "vitest";
import { isPressed, menuKeys, shortcuts, type Keys, type Shortcut } from "./shortcuts";

/** Keys as a keyboard sends them: "Control+Shift+Z". The tests run where Control is the command key. */
function keys(text: string): Keys {
  const parts = text.split("+");
  return {
    key: parts.at(-1) ?? "",
    ctrlKey: parts.includes("Control"),
    metaKey: parts.includes("Meta"),
    altKey: parts.includes("Alt"),
    shiftKey: parts.includes("Shift"),
  };
}

const all = Object.keys(shortcuts) as Shortcut[];
const pressed = (text: string, before?: string) =>
  all.filter((shortcut) => isPressed(shortcut, keys(text), before));

describe("isPressed", () => {
  it.each<[string, Shortcut[]]>([
    ["Control+z", ["undo"]],
    ["Control+Z", ["undo"]], // Caps Lock
    ["Control+Shift+Z", ["redo"]],
    ["Control+y", ["redo"]],
    ["Control+Alt+z", []],
    ["z", []],
    ["Control+j", ["assistant"]],
    ["j", ["down", "next"]],
    ["J", ["down", "next"]], // Caps Lock
    ["Alt+j", []],
    ["/", ["search"]],
    ["Control+f", ["search"]],
    ["Control+k", ["palette"]],
    ["c", ["newProgram"]],
    ["n", ["newProgram"]],
    ["x", ["select"]],
    ["Control+b", ["navigation"]],
    ["Shift+/", ["search"]], // the 7 of a German keyboard
    ["Control+/", ["shortcuts"]],
    ["Shift+?", ["shortcuts"]],
    ["Enter", ["openRow", "send"]],
    ["Control+Enter", ["send"]],
    ["Shift+Enter", ["breakLine"]],
    ["p", []],
  ])("takes %s for %j", (text, expected) => {
    expect(pressed(text).sort()).toEqual([...expected].sort());
  });

  it("leads to a page only after G", () => {
    expect(pressed("p", "g")).toEqual(["programs"]);
    expect(pressed("r", "x")).toEqual([]);
  });
});

describe("menuKeys", () => {
  it("writes what a menu can show, and nothing for keys that are pressed one after the other", () => {
    expect(menuKeys("redo")).toBe("cmdorctrl+shift+z");
    expect(menuKeys("settings")).toBe("cmdorctrl+,");
    expect(menuKeys("programs")).toBe("");
    expect(menuKeys("search")).toBe("");
  });
});
