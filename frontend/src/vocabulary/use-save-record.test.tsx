import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { portfolio } from "../bridge/model";
import { useSaveRecord } from "./use-save-record";
import { useUndo } from "./use-undo";

interface Program {
  id: string;
  revision: number;
  owner: string;
}

const program: Program = { id: "p1", revision: 1, owner: "Ana" };

afterEach(() => vi.unstubAllGlobals());

it("is carried out before an undo that comes right behind it", async () => {
  const undo = vi.fn(() => Promise.resolve(1));
  vi.stubGlobal("go", { app: { History: { Undo: undo } } });
  let stored: ((program: Program) => void) | undefined;
  const save = () => new Promise<Program>((done) => (stored = done));
  let edit = () => Promise.resolve(program);
  let takeBack = (): void => undefined;
  function Page() {
    const { mutateAsync } = useSaveRecord<Program>({
      entity: portfolio.Entity.Program,
      nameOf: ({ id }) => id,
      read: () => Promise.resolve(program),
      save,
    });
    edit = () => mutateAsync({ base: program, edit: { owner: "Ben" } });
    takeBack = useUndo().undo;
    return null;
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  );
  let edited: Promise<Program> | undefined;
  await act(async () => {
    edited = edit();
    takeBack();
    await Promise.resolve();
  });
  await expect.poll(() => stored).toBeDefined();
  expect(undo).not.toHaveBeenCalled();
  await act(async () => {
    stored?.({ ...program, owner: "Ben" });
    await edited;
  });
  await expect.poll(() => undo.mock.calls.length).toBe(1);
});
