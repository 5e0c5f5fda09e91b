import { expect, it } from "vitest";
import { handUpdate, takeHandedUpdates } from "./handed-update";

it("gives a text to the page of its program once, whether it opens before or after", async () => {
  const taken: string[] = [];
  handUpdate("heron", "first");
  const stop = takeHandedUpdates("heron", (text) => taken.push(text));
  const stopOther = takeHandedUpdates("egret", (text) => taken.push(`egret ${text}`));
  await Promise.resolve();
  handUpdate("heron", "second");
  stop();
  handUpdate("heron", "third");
  await Promise.resolve();
  expect(taken).toEqual(["first", "second"]);
  takeHandedUpdates("heron", (text) => taken.push(text))();
  stopOther();
});
