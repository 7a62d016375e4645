/** One test that would fail if the promise were broken. */
export interface Proof {
  readonly file: string;
  /** As the file spells it: the text of `it(…)`, with the placeholders of `it.each`. */
  readonly name: string;
}

/** What can go wrong, or be done on purpose, and what holds against it. */
export interface Fault {
  readonly id: string;
  readonly what: string;
  readonly promise: string;
  /** `src/write/lock.ts withLock`: a file, and what in it does the work. */
  readonly mechanism: readonly string[];
  readonly proof: readonly Proof[];
  /** The part that is left out, and why. */
  readonly outside?: string;
}

export const proof = (file: string, ...names: readonly string[]): readonly Proof[] =>
  names.map((name) => ({ file, name }));

/** The next run of the whole binary after a fault anywhere in it. */
export const HEALS = proof(
  'test/cli/faults/binary.test.ts',
  'leaves what --check judges rightly, and the next synth heals without a flag',
);
/** Files are listed the other way round, nothing answers, and what is started is listed. */
export const OFFLINE = proof(
  'test/cli/faults/surroundings.test.ts',
  'are the same without a network, and with every folder listed the other way round',
);
