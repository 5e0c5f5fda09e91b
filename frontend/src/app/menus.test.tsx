import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { app } from "../bridge/model";
import { speak } from "../strings/i18n";
import type { Commands } from "./commands";
import { useMenus } from "./menus";

vi.mock("../lib/platform", async (original) => ({ ...(await original<object>()), isMac: true }));

/** What Wails puts into the window. */
const showMenus = vi.fn<(menus: app.Menu[]) => Promise<void>>(() => Promise.resolve());
const eventsOn = vi.fn<(name: string, handler: (payload: unknown) => void, most: number) => () => void>(
  () => () => undefined,
);
vi.stubGlobal("go", { app: { Window: { ShowMenus: showMenus } } });
vi.stubGlobal("runtime", { EventsOnMultiple: eventsOn });

afterEach(() => speak("en"));

const shown = () => showMenus.mock.lastCall?.[0] ?? [];

it("fills the menu bar of macOS in the language of the window, and does what is chosen there", async () => {
  const newProgram = vi.fn();
  const commands: Partial<Commands> = { newProgram };
  renderHook(() => useMenus(commands as Commands));
  expect(shown().map((menu) => menu.label)).toEqual(["File", "View", "Help"]);
  expect(shown()[1]?.items).toContainEqual({ command: "settings", label: "Settings", keys: "cmdorctrl+," });

  await act(() => speak("de"));
  expect(shown().map((menu) => menu.label)).toEqual(["Ablage", "Darstellung", "Hilfe"]);
  expect(shown()[0]?.items[0]).toEqual({ command: "newProgram", label: "Neues Programm …", keys: "" });

  const [name, choose] = eventsOn.mock.calls[0] ?? [];
  expect(name).toBe("menu:command");
  choose?.({ command: "newProgram" });
  choose?.({ command: "toString" });
  expect(newProgram).toHaveBeenCalledOnce();
});
