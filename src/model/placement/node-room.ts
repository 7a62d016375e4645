import { type InstanceSize, instanceSize, mostRoom, sureRoom } from '../../knowledge/aws/instance-sizes';
import type { Verdict } from './node-verdict';

/** CPUs, and GiB of memory. */
export type Room = InstanceSize;

/** Whether a request has room in what instances have. */
export function roomVerdict(asked: Room, size: Room, taken: Room, isPlainImage: boolean): Verdict {
  const sure = less(sureRoom(size), taken);
  if (isIn(asked, sure)) return 'yes';
  return isIn(asked, isPlainImage ? mostRoom(size) : size) ? 'unknown' : 'no';
}

/** What is left for Pods of an instance for certain, beside the DaemonSets that are rendered. */
export function roomOf(type: string, taken: Room): Room | undefined {
  const size = instanceSize(type);
  return size && less(sureRoom(size), taken);
}

/** Which part of a node a Pod takes: of its CPUs or of its memory, whichever is more. */
export function shareOf(asked: Room, room: Room): number {
  return Math.min(1, Math.max(asked.cpu / room.cpu, asked.memory / room.memory));
}

function less(room: Room, taken: Room): Room {
  return { cpu: room.cpu - taken.cpu, memory: room.memory - taken.memory };
}

/** The same amount in two spellings may differ in its last bit. */
function isIn(asked: Room, room: Room): boolean {
  return asked.cpu <= room.cpu + 1e-9 && asked.memory <= room.memory + 1e-9;
}
