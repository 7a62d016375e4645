/** What process.exit() itself ends with: Node has no type of it. */
interface Ending {
  reallyExit(code: number): never;
}

/**
 * Hears of the end of this thread from those who call what process.exit() ends with, as some packages do: then nobody
 * hears that the process ends.
 * @param listener may set `process.exitCode`
 */
export function hearLastExit(listener: (code: number) => void): void {
  const ending = process as unknown as Ending;
  const { reallyExit } = ending;
  ending.reallyExit = (code) => {
    listener(code);
    return reallyExit.call(process, Number(process.exitCode ?? code));
  };
}
