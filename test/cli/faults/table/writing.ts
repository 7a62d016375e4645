import { type Fault, HEALS, proof } from './fault';

const WRITER = 'test/cli/faults/writer.test.ts';
const TRAPS = 'test/cli/faults/traps.test.ts';
const RUNS = 'test/cli/faults/concurrency.test.ts';
const AROUND = 'test/cli/faults/surroundings.test.ts';
const THREADS = 'test/cli/faults/threads.test.ts';
const LIMITS = 'test/cli/faults/limits.test.ts';
const WRITE = 'test/unit/write/write-files.test.ts';
const KILLED = 'a kill at any call leaves no file cut short, and the next run heals without a flag';
const FAILED = '%s at any call leaves the old tree, or changes nothing about the new one';

/** What a run may meet while it writes. */
export const WRITING: readonly Fault[] = [
  {
    id: 'F-01',
    what: 'the process is killed at any moment',
    promise: 'No file is ever cut short. The output is old, new, or refused by `synth --check`; the next run heals it.',
    mechanism: [
      'src/write/stage.ts stage',
      'src/write/write-files.ts writeFiles',
      'src/write/sweep.ts removeLeftOvers',
    ],
    proof: [...proof(WRITER, KILLED), ...HEALS],
  },
  {
    id: 'F-02',
    what: 'the power goes',
    promise:
      'With `--durable`, files and folders are on the disk before anything depends on them. Without it, Git has the record, and a blanked file is written again.',
    mechanism: ['src/write/flush.ts flushFolders', 'src/write/compare-files.ts isBlank'],
    proof: proof(
      TRAPS,
      'flushes every file before its rename, and every folder after it and before the first deletion',
      'a file that a power cut blanked is written again, though its first line is gone',
    ),
  },
  {
    id: 'F-03',
    what: 'the disk is full, broken, or limits a file’s size',
    promise:
      'The old output stays byte for byte, nothing is left over, and the message names the path and the bytes wanted.',
    mechanism: ['src/write/stage.ts unstage', 'src/write/write-files.ts outputError'],
    proof: [
      ...proof(WRITER, FAILED, 'a disk that takes one byte at a time is written to until all is there'),
      ...proof(TRAPS, 'a disk without room is told with the bytes that are wanted'),
      ...proof(THREADS, '%s in a thread that writes leaves the old tree, and is told'),
      ...proof(LIMITS, 'may be a limit on the size of a file: the old tree stays, and the bytes wanted are told'),
    ],
  },
  {
    id: 'F-04',
    what: 'a file or folder may not be written or read',
    promise: 'All or nothing: what was renamed before it was found out is taken back, and the path is named.',
    mechanism: [
      'src/write/exchange.ts undo',
      'src/write/write-files.ts accessSync',
      'src/write/compare-files.ts reading',
    ],
    proof: [
      ...proof(WRITER, FAILED),
      ...proof(TRAPS, 'a file that cannot be read is named, by a comparison too'),
      ...proof(WRITE, 'leaves the old tree, byte for byte, when anything fails before the first rename'),
    ],
    outside: 'Windows, where an open file cannot be replaced: Linux and macOS are what this runs on.',
  },
  {
    id: 'F-05',
    what: 'two runs at once, or a lock that a dead run left',
    promise:
      'The second stops at once and names the first. A lock whose owner is dead, or an hour old on another host, is taken over by exactly one run.',
    mechanism: ['src/write/lock.ts withLock'],
    proof: proof(
      RUNS,
      'never mix their output: eight processes, each round one of two trees',
      'all find the lock of a run that was killed, and one of them takes it',
      'of a process that lives is respected, and names it',
      'of another host counts for an hour, since nobody can ask there',
    ),
  },
  {
    id: 'F-40',
    what: 'Ctrl-C, a cancelled job, a reader that goes away, or an app that leaves something running',
    promise:
      'The writing ends first: whole output, no lock, exit 130 or 143. A closed pipe does not turn a failure into success. An error that nobody waits for, also in a thread, fails the run before anything is written, and what is left open is dropped once everything is said.',
    mechanism: [
      'src/write/hold-signals.ts holdSignals',
      'src/cli/guard-process.ts endProcess',
      'src/run/threads/stray-errors.ts withoutStrays',
      'src/run/threads/thread-holder.ts giveUp',
    ],
    proof: [
      ...proof(WRITER, '%s at any call lets the writing end, frees the lock and exits with %i'),
      ...proof(AROUND, 'keeps its exit code when nobody reads what it says'),
      ...proof(
        'test/cli/stray-errors.test.ts',
        '6.8 fails the run, and nothing is written: %s',
        '6.8 fails the run too: %s',
        'comes at any time, and nobody waits for a thread that is gone: %s',
      ),
      ...proof(
        'test/cli/process-end.test.ts',
        'ends, though an app leaves open a timer, a thread, a server, and an error after the work',
        'has said everything, however slowly it is read',
        'stays when stderr %s',
      ),
    ],
  },
  {
    id: 'F-41',
    what: 'the output is a mount, a submodule or a network drive',
    promise:
      'Temporary files and folders lie beside their targets, so no rename crosses a file system; one that is refused is told, and the old output stays.',
    mechanism: ['src/write/stage.ts stage', 'src/write/exchange.ts undo', 'src/write/write-files.ts outputError'],
    proof: proof('test/cli/faults/undo.test.ts', '4.8 one immutable file among many changes leaves the old tree: %s'),
  },
];
