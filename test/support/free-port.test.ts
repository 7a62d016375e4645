import { createServer } from 'node:net';
import { freePort } from './free-port';

describe('a port for a server of a test', () => {
  it('is below those of outgoing connections, is never given twice, and is not one on which something listens', async () => {
    const first = await freePort();
    const taken = createServer().listen(first + 1, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    try {
      const more = [await freePort(), await freePort()];
      expect(more).toEqual([first + 2, first + 3]);
      expect([first, ...more].every((port) => port >= 20_000 && port < 32_768)).toBe(true);
    } finally {
      taken.close();
    }
  });
});
