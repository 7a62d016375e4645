import { SIGNAL_CODES } from '../model/errors';

const handlers = Object.entries(SIGNAL_CODES).map(([signal, code]) => ({ signal, end: () => process.exit(code) }));
let holders = 0;

/**
 * Lets Ctrl-C and a cancelled job wait until `work` is done: it is short, and ends the process with the code
 * people expect, after the files are whole and the lock is gone.
 */
export function holdSignals<T>(work: () => T): T {
  holders += 1;
  if (holders === 1) for (const { signal, end } of handlers) process.on(signal, end);
  try {
    return work();
  } finally {
    // A signal is delivered when the event loop polls: in its next turn, the present one may be past that.
    setImmediate(() => setImmediate(letGo));
  }
}

function letGo(): void {
  holders -= 1;
  if (holders === 0) for (const { signal, end } of handlers) process.off(signal, end);
}
