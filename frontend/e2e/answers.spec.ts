import { ask, expect, expectAccessible, test } from "./test";

test("an answer is copied as Markdown and as HTML with its table, and asked again", async ({
  openWindow,
  sampleDesk,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await openWindow(sampleDesk);
  await page.getByRole("button", { name: "New conversation" }).click();
  await expect(page.getByRole("article")).toHaveCount(0);
  const answer = await ask(page, "List the programs that are off track");
  const name = await answer.getByRole("link").first().innerText();
  await answer.getByRole("button", { name: "Copy the answer" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeAttached();
  const pasted = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return { text: await read("text/plain"), html: await read("text/html") };
  });
  expect(pasted.text).toContain(`| ${name} |`);
  expect(pasted.text).not.toContain("#/program/");
  expect(pasted.html).toContain(`<td>${name}</td>`);
  expect(pasted.html).not.toContain("<a");
  await expectAccessible(page);

  await expect(answer).toContainText(/\d\.\d s$/);
  await answer.getByRole("button", { name: "Ask again" }).click();
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(page.getByRole("article").last().getByRole("link").first()).toHaveText(name);
});
