import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { portfolio } from "../bridge/model";
import { dataKey } from "../lib/query-keys";
import { readAgain } from "../lib/read-again";
import { useEditRecords } from "./use-edit-records";

interface Program {
  id: string;
  owner: string;
}

/** A store with one program, whose writes wait until the test lets them through. */
let stored: Program;
let waiting: (() => void)[];
const write = vi.fn((changes: portfolio.Change[]) => {
  return new Promise<object>((done) => {
    waiting.push(() => {
      const [change] = changes;
      const current = change?.before === stored.owner;
      if (current) stored = { ...stored, owner: String(change.after) };
      const refused = current ? [] : [{ index: 0, reason: "Changed meanwhile." }];
      done({ change_set: current ? 1 : 0, refused });
    });
  });
});

let client: QueryClient;
let edit: ReturnType<typeof useEditRecords>;
const shown: string[] = [];

function Owner() {
  edit = useEditRecords();
  const program = useQuery({
    queryKey: [dataKey, "program"],
    queryFn: () => Promise.resolve(stored),
    staleTime: Infinity,
  }).data;
  if (program) shown.push(program.owner);
  return <output>{program?.owner}</output>;
}

beforeEach(async () => {
  stored = { id: "p1", owner: "Ana" };
  waiting = [];
  shown.length = 0;
  vi.stubGlobal("go", { app: { Records: { Edit: write } } });
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <Owner />
    </QueryClientProvider>,
  );
  await screen.findByText("Ana");
});
afterEach(() => {
  vi.unstubAllGlobals();
  write.mockClear();
});

function owner(before: string, after: string) {
  act(() => {
    edit({
      edits: [
        {
          entity: portfolio.Entity.Program,
          id: "p1",
          label: "Aurora",
          programId: "p1",
          before: { owner: before },
          after: { owner: after },
        },
      ],
    });
  });
}

async function letThrough(nth: number) {
  await waitFor(() => expect(write).toHaveBeenCalledTimes(nth));
  act(() => waiting[nth - 1]?.());
}

describe("edits that show at once", () => {
  it("are on the screen before they are written", async () => {
    owner("Ana", "Bo");
    await screen.findByText("Bo");
    expect(stored.owner).toBe("Ana");
    await letThrough(1);
    await waitFor(() => expect(client.isMutating()).toBe(0));
    expect(screen.getByRole("status")).toHaveTextContent("Bo");
  });

  it("are written in the order in which they were made, and none is taken back meanwhile", async () => {
    owner("Ana", "Bo");
    await screen.findByText("Bo");
    owner("Bo", "Cy");
    await screen.findByText("Cy");
    expect(write).toHaveBeenCalledTimes(1);
    await letThrough(1);
    await act(() => readAgain(client)); // as the event of the first write asks for
    await letThrough(2);
    await waitFor(() => expect(client.isMutating()).toBe(0));
    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(stored.owner).toBe("Cy");
    expect(shown.filter((name, i) => name !== shown[i - 1])).toEqual(["Ana", "Bo", "Cy"]);
  });

  it("go back with what they were built on", async () => {
    owner("Ana", "Bo");
    await screen.findByText("Bo");
    owner("Bo", "Cy");
    stored = { ...stored, owner: "Dee" };
    await letThrough(1);
    await letThrough(2);
    await screen.findByText("Dee");
    expect(stored.owner).toBe("Dee");
  });
});
