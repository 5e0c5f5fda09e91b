import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import {
  missesEvents,
  newThread,
  streamingAnswer,
  threadReducer,
  type ChatEvent,
  type Thread,
  type ThreadAction,
} from "./thread";

function message(change: Partial<portfolio.Message>): portfolio.Message {
  return {
    id: "m2",
    conversation_id: "c1",
    turn_id: "t1",
    role: portfolio.Role.Assistant,
    text: "",
    engine: "Built-in analyst",
    state: portfolio.TurnState.Streaming,
    error: "",
    understood: false,
    citations: [],
    figures: [],
    steps: [],
    claims: [],
    took_ms: 0,
    tokens: null,
    created_at: 0,
    seq: 0,
    ...change,
  };
}

const question = message({
  id: "m1",
  role: portfolio.Role.Person,
  text: "What is late?",
  state: portfolio.TurnState.Done,
});

function snapshot(answer: Partial<portfolio.Message>): ThreadAction {
  return {
    type: "opened",
    conversation: {
      id: "c1",
      title: "",
      pinned: false,
      created_at: 0,
      updated_at: 0,
      messages: [question, message(answer)],
    },
  };
}

function progress(seq: number, text: string, turn = "t1"): ChatEvent {
  return { kind: "progress", payload: { conversation_id: "c1", turn_id: turn, seq, text, steps: [] } };
}

function finished(seq: number, text: string): ChatEvent {
  const whole = message({ text, state: portfolio.TurnState.Done, understood: true });
  return { kind: "finished", payload: { conversation_id: "c1", turn_id: "t1", seq, message: whole } };
}

function run(...actions: ThreadAction[]): Thread {
  return actions.reduce(threadReducer, newThread);
}

const events = (...list: ChatEvent[]): ThreadAction => ({ type: "events", events: list });
const answerOf = (thread: Thread) => thread.messages.at(-1);

describe("threadReducer", () => {
  it("appends events in order", () => {
    const thread = run(snapshot({}), events(progress(1, "Three "), progress(2, "programs")));
    expect(answerOf(thread)).toMatchObject({ text: "Three programs", seq: 2 });
  });

  it("counts an event once, however often it comes", () => {
    const thread = run(
      snapshot({}),
      events(progress(1, "Three ")),
      events(progress(1, "Three "), progress(2, "late")),
    );
    expect(answerOf(thread)?.text).toBe("Three late");
  });

  it("drops what the snapshot already holds and goes on after it", () => {
    const late = events(progress(3, "late "), progress(4, "programs"));
    const thread = run(snapshot({ text: "Three very late ", seq: 3 }), late);
    expect(answerOf(thread)).toMatchObject({ text: "Three very late programs", seq: 4 });
  });

  it("keeps events that come before the snapshot of a new conversation", () => {
    const thread = run({ type: "asked", text: "What is late?" }, events(progress(1, "Three ")), snapshot({}));
    expect(answerOf(thread)?.text).toBe("Three ");
    expect(thread).toMatchObject({ asked: undefined, early: [], conversationId: "c1" });
  });

  it("holds events after a gap back until a snapshot fills it", () => {
    const gap = run(snapshot({}), events(progress(1, "a"), progress(3, "c")));
    expect(answerOf(gap)?.text).toBe("a");
    expect(missesEvents(gap)).toBe(true);
    const filled = threadReducer(gap, snapshot({ text: "ab", seq: 2 }));
    expect(answerOf(filled)).toMatchObject({ text: "abc", seq: 3 });
    expect(missesEvents(filled)).toBe(false);
  });

  it("takes the finished answer as the whole truth, also after a gap", () => {
    const thread = run(snapshot({}), events(progress(1, "Thr"), finished(5, "Three programs.")));
    expect(answerOf(thread)).toMatchObject({ text: "Three programs.", state: portfolio.TurnState.Done });
    expect(streamingAnswer(thread)).toBeUndefined();
  });

  it("changes nothing after the finish", () => {
    const thread = run(
      snapshot({}),
      events(finished(3, "Done.")),
      events(progress(2, "x"), progress(4, "y")),
    );
    expect(answerOf(thread)?.text).toBe("Done.");
  });

  it("is not set back by a snapshot that was read before the newest events", () => {
    const streamed = [snapshot({}), events(progress(1, "Three "), progress(2, "programs"))];
    expect(answerOf(run(...streamed, snapshot({ text: "Three ", seq: 1 })))?.text).toBe("Three programs");
    const done = run(
      ...streamed,
      events(finished(3, "Three programs.")),
      snapshot({ text: "Three ", seq: 1 }),
    );
    expect(answerOf(done)).toMatchObject({ text: "Three programs.", state: portfolio.TurnState.Done });
  });

  it("takes a finished snapshot although events are missing", () => {
    const thread = run(
      snapshot({}),
      events(progress(1, "Thr")),
      snapshot({ text: "Three.", state: portfolio.TurnState.Done }),
    );
    expect(answerOf(thread)).toMatchObject({ text: "Three.", state: portfolio.TurnState.Done });
  });

  it("leaves another conversation's events alone", () => {
    const thread = run(snapshot({}), events(progress(1, "elsewhere", "t9")));
    expect(answerOf(thread)?.text).toBe("");
  });

  it("forgets everything for a new conversation", () => {
    expect(run(snapshot({}), { type: "cleared" })).toEqual(newThread);
  });

  it("shows what was decided on a proposal", () => {
    const proposal: portfolio.Proposal = {
      id: "p1",
      conversation_id: "c1",
      turn_id: "t1",
      from: "Built-in analyst",
      title: "Change 2 fields",
      state: portfolio.ProposalState.Waiting,
      changes: [],
      created_at: 0,
    };
    const opened = threadReducer(newThread, snapshot({ state: portfolio.TurnState.Done, proposal }));
    const applied = { ...proposal, state: portfolio.ProposalState.Applied, change_set_id: 7 };
    const decided = threadReducer(opened, { type: "decided", proposal: applied });
    expect(decided.messages.map((one) => one.proposal?.state)).toEqual([undefined, "applied"]);
  });
});
