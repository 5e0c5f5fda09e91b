import { expect, it } from "vitest";
import { answerPage } from "./answer-html";

it("keeps text, emphasis, lists and tables with lines, and leaves links, marks and looks out", () => {
  const drawn = document.createElement("div");
  drawn.innerHTML = `<div class="text"><p>There are <strong>2</strong> in <a href="#/program/p1" class="x">A &amp; B</a>, <mark
    title="?">3</mark> late.</p><ul><li>one</li></ul><div role="group" tabindex="0"><table><thead><tr><th>Name</th></tr></thead>
    <tbody><tr><td class="line">12</td></tr></tbody></table></div><p hidden>Not found</p></div>`;
  expect(answerPage(drawn).innerHTML.replace(/>\s+</g, "><")).toBe(
    "<p>There are <strong>2</strong> in A &amp; B, 3 late.</p><ul><li>one</li></ul>" +
      '<table border="1" cellspacing="0" cellpadding="4"><thead><tr><th>Name</th></tr></thead>' +
      "<tbody><tr><td>12</td></tr></tbody></table>",
  );
});
