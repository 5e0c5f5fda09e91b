import { type ChildProcess, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";

interface Reply {
  id: number;
  result?: { isError?: boolean; structuredContent?: Record<string, unknown> };
  error?: { message: string };
}

/** Another program at the desk: the command mcp on the same data, spoken to in its protocol. */
export class Guest {
  private readonly server: ChildProcess;
  private readonly lines: Interface;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private asked = 0;

  private constructor(binary: string, dataDir: string) {
    this.server = spawn(binary, ["--data-dir", dataDir, "mcp"], { stdio: ["pipe", "pipe", "inherit"] });
    if (!this.server.stdout) throw new Error("the server has no standard output");
    this.lines = createInterface({ input: this.server.stdout });
    this.lines.on("line", (line) => {
      const reply = JSON.parse(line) as Reply;
      this.waiting.get(reply.id)?.(reply);
      this.waiting.delete(reply.id);
    });
  }

  /** Starts the server and introduces the guest to it by its name. */
  static async arrive(binary: string, dataDir: string, name: string): Promise<Guest> {
    const guest = new Guest(binary, dataDir);
    await guest.ask("initialize", {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name, version: "1" },
    });
    guest.write({ method: "notifications/initialized" });
    return guest;
  }

  /** Calls a tool; gives what it returned, and throws what it refused. */
  async call(name: string, args: object): Promise<Record<string, unknown>> {
    const { result, error } = await this.ask("tools/call", { name, arguments: args });
    if (error || !result?.structuredContent) throw new Error(error?.message ?? JSON.stringify(result));
    return result.structuredContent;
  }

  /** Proposes that fields of a program hold other values. */
  async propose(program: string, values: Record<string, unknown>): Promise<void> {
    const changes = Object.entries(values).map(([field, value]) => ({
      entity: "program",
      id: program,
      field,
      value,
    }));
    await this.call("propose_changes", { changes });
  }

  /** Hangs up, and gives the exit code of the server. */
  async leave(): Promise<number | null> {
    const ended = new Promise<number | null>((done) => this.server.once("exit", done));
    this.server.stdin?.end();
    return ended;
  }

  private ask(method: string, params: object): Promise<Reply> {
    const id = ++this.asked;
    const reply = new Promise<Reply>((done) => this.waiting.set(id, done));
    this.write({ id, method, params });
    return reply;
  }

  private write(message: object): void {
    this.server.stdin?.write(JSON.stringify({ jsonrpc: "2.0", ...message }) + "\n");
  }
}
