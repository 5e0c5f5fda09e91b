import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { Dialog } from "./dialog";

function Window() {
  const [form, setForm] = useState(true);
  const [question, setQuestion] = useState(true);
  return (
    <>
      {form && (
        <Dialog title="Form" closeLabel="Close" onClose={() => setForm(false)}>
          <input aria-label="Title" />
        </Dialog>
      )}
      {question && (
        <Dialog title="Question" closeLabel="Close" onClose={() => setQuestion(false)}>
          <p>Which?</p>
        </Dialog>
      )}
    </>
  );
}

it("leaves Escape to the dialog on top of it, also where that has not got the keyboard yet", () => {
  render(<Window />);
  const title = screen.getByLabelText("Title");
  fireEvent.keyDown(title, { key: "Escape" });
  expect(screen.queryByText("Which?")).toBeNull();
  expect(screen.getByLabelText("Title")).toBe(title);
  fireEvent.keyDown(title, { key: "Escape" });
  expect(screen.queryByLabelText("Title")).toBeNull();
});
