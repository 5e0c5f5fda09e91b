import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An endpoint that speaks the protocol of OpenAI on this computer: it has one model, which always says the same. */
export class Endpoint {
  readonly url: string;
  /** How many questions were put to it. */
  asked = 0;
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  }

  static async start(answer: string): Promise<Endpoint> {
    const server = createServer((request, response) => {
      if (request.url?.endsWith("/models")) {
        response.setHeader("Content-Type", "application/json");
        response.end(JSON.stringify({ object: "list", data: [{ id: "parrot", object: "model" }] }));
        return;
      }
      endpoint.asked++;
      request.resume();
      response.setHeader("Content-Type", "text/event-stream");
      const chunk = (delta: object, finish_reason: string | null) =>
        `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "parrot", choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
      for (const word of answer.split(/(?<= )/)) response.write(chunk({ content: word }, null));
      const usage = { prompt_tokens: 812, completion_tokens: 120, total_tokens: 932 };
      const counted = {
        id: "1",
        object: "chat.completion.chunk",
        created: 1,
        model: "parrot",
        choices: [],
        usage,
      };
      response.end(`${chunk({}, "stop")}data: ${JSON.stringify(counted)}\n\ndata: [DONE]\n\n`);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const endpoint = new Endpoint(server);
    return endpoint;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
