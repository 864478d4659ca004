import { Agent, get } from "node:http";

/** What a page took, request by request (ms), and how long all of it lasted (seconds). */
export interface Load {
  times: number[];
  seconds: number;
}

function ask(agent: Agent, address: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { cookie } }, (answer) => {
      answer.on("error", reject);
      answer.on("end", () => resolve(answer.statusCode ?? 0));
      answer.resume();
    }).on("error", reject);
  });
}

/**
 * Asks for a page over kept-alive connections, each asking again as soon as it has the whole answer.
 * @throws Error when an answer is not the expected one: a page that fails fast is no fast page
 */
export async function load(
  address: string,
  cookie: string,
  options: { connections: number; seconds: number; status: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const times: number[] = [];
  const began = performance.now();
  const until = began + options.seconds * 1_000;
  const walk = async () => {
    while (performance.now() < until) {
      const asked = performance.now();
      const status = await ask(agent, address, cookie);
      if (status !== options.status) throw new Error(`${address} answered ${status}.`);
      times.push(performance.now() - asked);
    }
  };
  try {
    await Promise.all(Array.from({ length: options.connections }, walk));
  } finally {
    agent.destroy();
  }
  return { times, seconds: (performance.now() - began) / 1_000 };
}
