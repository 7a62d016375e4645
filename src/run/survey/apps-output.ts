import { loggable } from '../../grammar/visible-text';

/** While work goes on, what apps print goes to stderr: stdout carries the result, which programs read. */
export async function withAppsOutputApart<T>(work: () => Promise<T>): Promise<T> {
  const { stdout, stderr } = process;
  const [toStdout, toStderr] = [stdout.write, stderr.write];
  const write = harmless(toStderr.bind(stderr));
  stdout.write = write;
  stderr.write = write;
  try {
    return await work();
  } finally {
    stdout.write = toStdout;
    stderr.write = toStderr;
  }
}

/** What apps of another thread print, whenever it arrives. */
export function tellAppsOutput(chunk: string): void {
  process.stderr.write(appsText(chunk));
}

/** The net below what apps print: a name from elsewhere in their log steers neither a terminal nor a runner. */
function harmless(write: typeof process.stderr.write): typeof process.stderr.write {
  return (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    const done = rest.find((one): one is () => void => typeof one === 'function');
    return write(appsText(text), done);
  };
}

function appsText(text: string): string {
  return loggable(text, { colour: process.stderr.isTTY === true });
}
