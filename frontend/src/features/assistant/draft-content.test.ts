import { describe, expect, it } from "vitest";
import { answerPage } from "./answer-html";
import { draftBody, draftMarkdown, draftPage } from "./draft-content";

const drawn = document.createElement("div");
drawn.innerHTML = `<div class="text"><p>I did not understand “soon”, so I left it out.</p>
  <h2>Status update: <a href="#/program/p1">Cobalt</a></h2>
  <p><a href="#/program/p1">Cobalt</a> is declared <strong>At Risk</strong>.</p>
  <h3>Open risks</h3>
  <ul><li>No ferry: severity High</li><li>&lt;b&gt;Ice&lt;/b&gt;</li></ul>
  <table><tbody><tr><th>Milestone</th><th>Due</th></tr><tr><td>Pilot</td><td>4 Mar 2026</td></tr></tbody></table></div>`;

describe("a draft in an answer", () => {
  it("begins at its heading", () => {
    expect(draftMarkdown("I left that out.\n\n## Status update: Cobalt\n\nIt is")).toBe(
      "## Status update: Cobalt\n\nIt is",
    );
    expect(draftPage(answerPage(drawn)).innerHTML).toMatch(/^<h2>Status update: Cobalt<\/h2>/);
  });

  it("is plain text below its heading", () => {
    expect(draftBody(draftPage(answerPage(drawn)))).toBe(
      "Cobalt is declared At Risk.\n\nOpen risks\n– No ferry: severity High\n– <b>Ice</b>\n\nMilestone | Due\nPilot | 4 Mar 2026",
    );
  });
});
