import type { Page } from "@playwright/test";
import { expect, test } from "./test";

interface Call {
  text: string;
  ticket: string;
}

declare global {
  interface Window {
    /** The searches that Go was asked for, and the tickets that it was told to give up. */
    asked: Call[];
    givenUp: string[];
  }
}

type Query = { text: string } | string;
type Search = (query: Query, ...rest: unknown[]) => Promise<unknown>;

/** Keeps each search of one letter under way until it is given up, and notes what is asked for and given up. */
async function holdFirstLetter(page: Page, struct: string, method: string): Promise<void> {
  await page.evaluate(
    ([struct, method]) => {
      window.asked = [];
      window.givenUp = [];
      const bound = (window.go.app as unknown as Record<string, Record<string, Search>>)[struct];
      const desk = window.go.app.Desk as unknown as { GiveUp: (ticket: string) => Promise<void> };
      const { GiveUp } = desk;
      const search = bound?.[method];
      if (!bound || !search) throw new Error(`nothing is bound as ${struct}.${method}`);
      const given = new Map<string, () => void>();
      desk.GiveUp = async (ticket) => {
        await GiveUp(ticket);
        window.givenUp.push(ticket);
        given.get(ticket)?.();
      };
      bound[method] = async (query, ...rest) => {
        const text = typeof query === "string" ? query : query.text;
        const ticket = String(rest.at(-1));
        window.asked.push({ text, ticket });
        if (text.length === 1) await new Promise<void>((resolve) => given.set(ticket, resolve));
        return search(query, ...rest);
      };
    },
    [struct, method] as const,
  );
}

for (const { address, name, struct, method, found } of [
  { address: "#/programs", name: "Search programs", struct: "Programs", method: "Page", found: "Ledger 040" },
  { address: "#/risks", name: "Search risks", struct: "Risks", method: "Page", found: "of 011" },
  {
    address: "#/milestones",
    name: "Search milestones",
    struct: "Milestones",
    method: "Page",
    found: "of 012",
  },
  {
    address: "#/objectives?view=matrix",
    name: "Search programs",
    struct: "Programs",
    method: "Page",
    found: "Ledger 040",
  },
  {
    address: "#/programs",
    name: "Search, do or ask",
    struct: "Programs",
    method: "Find",
    found: "Ledger 040",
  },
]) {
  test(`a new letter in "${name}" of ${address} gives up the search before it`, async ({
    openWindow,
    sampleDesk,
  }) => {
    const page = await openWindow(sampleDesk, address);
    await holdFirstLetter(page, struct, method);
    if (method === "Find") await page.keyboard.press("Control+k");
    else await page.getByRole("searchbox", { name }).click();
    await expect(page.getByRole(method === "Find" ? "combobox" : "searchbox", { name })).toBeFocused();
    const asked = (text: string) =>
      page.evaluate((text) => window.asked.find((call) => call.text === text), text);
    const [first = "", ...rest] = found;
    await page.keyboard.type(first);
    await expect.poll(async () => (await asked(first))?.ticket).toBeTruthy();
    await page.keyboard.type(rest.join(""));
    await expect.poll(async () => (await asked(found))?.ticket).toBeTruthy();
    const older = await asked(first);
    await expect.poll(() => page.evaluate(() => window.givenUp)).toContain(older?.ticket);
    const newer = await asked(found);
    expect(await page.evaluate(() => window.givenUp)).not.toContain(newer?.ticket);
    const list = method === "Find" ? page.getByRole("option") : page.getByRole("grid");
    await expect(list.filter({ hasText: found }).first()).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}
