import { portfolio, type agent } from "../../bridge/model";

/**
 * One conversation as the panel shows it, and the rules by which events and snapshots become it. Events of a turn are
 * numbered from 1 without gaps; a snapshot says with `seq` up to which event it already holds the text. So the same
 * event counts once however often it comes, and a window that reloads goes on in the middle of an answer.
 */
export interface Thread {
  /** "" before the first question of a new conversation. */
  conversationId: string;
  messages: portfolio.Message[];
  /** Events that cannot be used yet: their turn is not in the snapshot, or an event before them is missing. */
  early: ChatEvent[];
  /** A question that was asked, before the snapshot that holds it. */
  asked: string | undefined;
}

export type ChatEvent =
  { kind: "progress"; payload: agent.ChatProgress } | { kind: "finished"; payload: agent.ChatFinished };

export type ThreadAction =
  | { type: "events"; events: ChatEvent[] }
  | { type: "opened"; conversation: portfolio.Conversation }
  | { type: "asked"; text: string }
  | { type: "refused" }
  | { type: "decided"; proposal: portfolio.Proposal }
  | { type: "cleared" };

export const newThread: Thread = { conversationId: "", messages: [], early: [], asked: undefined };

export function threadReducer(thread: Thread, action: ThreadAction): Thread {
  switch (action.type) {
    case "events":
      return receive(thread, action.events);
    case "opened":
      return open(thread, action.conversation);
    case "asked":
      return { ...thread, asked: action.text };
    case "refused":
      return { ...thread, asked: undefined };
    case "decided":
      return { ...thread, messages: decide(thread.messages, action.proposal) };
    case "cleared":
      return newThread;
  }
}

/** The answer that is being written now. */
export function streamingAnswer(thread: Thread): portfolio.Message | undefined {
  return thread.messages.find(({ state }) => state === portfolio.TurnState.Streaming);
}

/** Whether an event is waiting for one that never came, so that the snapshot must be read again. */
export function missesEvents(thread: Thread): boolean {
  return thread.early.some(
    ({ payload }) => thread.conversationId !== "" && payload.conversation_id === thread.conversationId,
  );
}

function receive(thread: Thread, events: ChatEvent[]): Thread {
  let messages = thread.messages;
  const early: ChatEvent[] = [];
  for (const event of bySeq([...thread.early, ...events])) {
    const next = apply(messages, event);
    if (next === "early") early.push(event);
    else messages = next;
  }
  return { ...thread, messages, early };
}

function decide(messages: portfolio.Message[], proposal: portfolio.Proposal): portfolio.Message[] {
  return messages.map((message) =>
    message.proposal?.id === proposal.id ? { ...message, proposal } : message,
  );
}

/** Events of several turns may be mixed; those of one turn keep their order. */
function bySeq(events: ChatEvent[]): ChatEvent[] {
  return events.toSorted((a, b) => a.payload.seq - b.payload.seq);
}

function apply(messages: portfolio.Message[], event: ChatEvent): portfolio.Message[] | "early" {
  const { turn_id, seq } = event.payload;
  const index = messages.findIndex((message) => isAnswer(message) && message.turn_id === turn_id);
  const answer = messages[index];
  if (!answer) return "early";
  if (answer.state !== portfolio.TurnState.Streaming || seq <= answer.seq) return messages;
  if (event.kind === "finished") return messages.with(index, { ...event.payload.message, seq });
  if (seq > answer.seq + 1) return "early";
  const { text, steps } = event.payload;
  return messages.with(index, {
    ...answer,
    seq,
    text: answer.text + text,
    steps: [...answer.steps, ...steps],
  });
}

function open(thread: Thread, conversation: portfolio.Conversation): Thread {
  const same = thread.conversationId === conversation.id;
  const messages = conversation.messages.map((message) => {
    const known = same ? thread.messages.find(({ id }) => id === message.id) : undefined;
    const behind = known && message.state === portfolio.TurnState.Streaming && message.seq < known.seq;
    return behind ? known : message;
  });
  const early = thread.early.filter(({ payload }) => payload.conversation_id === conversation.id);
  const opened = receive({ conversationId: conversation.id, messages, early: [], asked: undefined }, early);
  // What a fresh snapshot still does not explain belongs to no turn of this conversation.
  return { ...opened, early: opened.early.filter(({ payload }) => hasTurn(messages, payload.turn_id)) };
}

function hasTurn(messages: portfolio.Message[], turnId: string): boolean {
  return messages.some((message) => message.turn_id === turnId);
}

function isAnswer(message: portfolio.Message): boolean {
  return message.role === portfolio.Role.Assistant;
}
