import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Guest } from "./guest";

const root = resolve(import.meta.dirname, "../..");
const binary = join(root, "build/bin/portfolio-ai-dev");

interface PortfolioFile {
  file: string;
  asOf: string;
}

export interface DeskOptions {
  /** A file to import before the start, and the day on which it was true; or several, the oldest first. */
  portfolio?: PortfolioFile | PortfolioFile[];
  /** What the file dialog answers. */
  pick?: string;
  /** Where the dialog that asks for it says to keep a file. */
  save?: string;
  /** "slow" leaves time to act in the middle of an answer. */
  pace?: "slow";
}

/** The real program, serving its window to a browser, with a data folder of its own. */
export class Desk {
  readonly url: string;
  readonly dataDir = mkdtempSync(join(tmpdir(), "portfolio-ai-e2e-"));
  private readonly port: number;
  private readonly options: DeskOptions;
  private process: ChildProcess | undefined;

  private constructor(port: number, options: DeskOptions) {
    this.port = port;
    this.options = options;
    this.url = `http://127.0.0.1:${port}/`;
  }

  static async start(options: DeskOptions): Promise<Desk> {
    if (!existsSync(binary)) throw new Error("build/bin/portfolio-ai-dev is missing; run: make build-dev");
    const desk = new Desk(await freePort(), options);
    const { portfolio } = options;
    for (const { file, asOf } of portfolio === undefined ? [] : [portfolio].flat()) {
      desk.command("import", "--as-of", asOf, file);
    }
    await desk.run();
    return desk;
  }

  /** Runs a command of the program on the same data, as another process does, and waits until it ends. */
  command(...args: string[]): void {
    execFileSync(binary, ["--data-dir", this.dataDir, ...args], { stdio: "pipe" });
  }

  /** The ids of the proposals that wait, as the command line lists them. */
  waitingProposals(): string[] {
    const printed = execFileSync(binary, ["--data-dir", this.dataDir, "proposals", "--json"], {
      encoding: "utf8",
    });
    return (JSON.parse(printed) as { proposals: { id: string }[] }).proposals.map(({ id }) => id);
  }

  /** Lets another program of the name use the tools on the same data. It leaves before the desk stops. */
  guest(name: string): Promise<Guest> {
    return Guest.arrive(binary, this.dataDir, name);
  }

  /** Ends the program and starts it again on the same data, which somebody may meddle with in between. */
  async restart(meddle: () => void = () => undefined): Promise<void> {
    await this.end();
    meddle();
    await this.run();
  }

  async stop(): Promise<void> {
    await this.end();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async run(): Promise<void> {
    const [command = binary, ...args] = onDisplay();
    this.process = spawn(command, args, {
      cwd: root,
      detached: true,
      stdio: "ignore",
      env: {
        ...process.env,
        assetdir: "frontend/dist",
        devserver: `127.0.0.1:${this.port}`,
        PORTFOLIO_AI_DATA_DIR: this.dataDir,
        PORTFOLIO_AI_DROP: root,
        ...(this.options.pick && { PORTFOLIO_AI_PICK: this.options.pick }),
        ...(this.options.save && { PORTFOLIO_AI_SAVE: this.options.save }),
        ...(this.options.pace && { PORTFOLIO_AI_STREAM_PACE: this.options.pace }),
      },
    });
    if (!(await this.becomes(true, 30_000))) throw new Error(`the program did not answer on ${this.url}`);
  }

  /** Ends the program together with the display that was started for it. */
  private async end(): Promise<void> {
    const running = this.process;
    if (running?.pid === undefined) return;
    const ended = new Promise((done) => running.once("exit", done));
    try {
      process.kill(-running.pid, "SIGTERM");
    } catch {
      return; // It has ended by itself.
    }
    await Promise.race([ended, sleep(5_000)]);
    await this.becomes(false, 5_000);
  }

  /** Waits until the program answers, or no longer does; false where that takes too long. */
  private async becomes(answering: boolean, withinMs: number): Promise<boolean> {
    const deadline = Date.now() + withinMs;
    while (Date.now() < deadline) {
      const reply = await fetch(this.url).catch(() => undefined);
      if ((reply?.ok ?? false) === answering) return true;
      await sleep(100);
    }
    return false;
  }
}

/** The command that runs the program: on a virtual display where there is no other. */
function onDisplay(): string[] {
  const headless = process.platform === "linux" && !process.env.DISPLAY;
  return headless ? ["xvfb-run", "-a", "dbus-run-session", "--", binary] : [binary];
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === "object") found(address.port);
        else failed(new Error("no free port"));
      });
    });
  });
}
