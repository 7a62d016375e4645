import { createServer } from 'node:net';

/** Below the ports that a system gives to outgoing connections (from 32768 on with Linux): none of those takes one. */
const [FIRST, BLOCKS, PER_BLOCK] = [20_000, 125, 100];

let given = 0;

/**
 * A port on loopback on which nothing listens. Each process asks in a block of its own, so that two that start
 * servers at once are not given the same one, and no port is given twice.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PER_BLOCK; tries++) {
    const port = FIRST + (process.pid % BLOCKS) * PER_BLOCK + (given++ % PER_BLOCK);
    if (await isFree(port)) return port;
  }
  throw new Error(`nothing between ${FIRST} and ${FIRST + BLOCKS * PER_BLOCK} is free in the block of this process`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
