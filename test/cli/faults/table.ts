import { BYTES } from './table/bytes';
import type { Fault } from './table/fault';
import { INPUT } from './table/input';
import { OUTPUT } from './table/output';
import { WRITING } from './table/writing';

/** Every fault that was thought of, in the groups of docs/reliability.md, which is written from here. */
export const GROUPS: readonly (readonly [title: string, faults: readonly Fault[]])[] = [
  ['While it writes', WRITING],
  ['What is in the output', OUTPUT],
  ['The same bytes', BYTES],
  ['What is read and rendered', INPUT],
];

export const FAULTS: readonly Fault[] = GROUPS.flatMap(([, faults]) => faults);
