import { cpus, loadavg, totalmem } from 'node:os';
import { LIMIT, PEER_LIMIT, PEERS, versionOf } from './peers';
import { OBJECTS_PER_ENVIRONMENT } from './platform';
import { contendersOf, find, LOOP, OURS, type Result, STOCK, sizesOf } from './result';
import { STOCK_LIMIT } from './stock';

/** `docs/performance.md`: what was measured, as times, as ratios, and against the targets. */
export function performancePage(results: readonly Result[], oneApp: string): string {
  return `# Performance

Made by \`npm run bench\`; do not edit. Every number is the median of ${Math.min(...results.map((one) => one.runs))} or more cold runs: the contenders take
turns, so that a noisy minute hits them alike, and the ratios are of one run. ${machine()}

A platform is made of services of six objects each (ServiceAccount, Deployment, Service, Ingress,
HorizontalPodAutoscaler, ConfigMap) in apps of 50 services and environments of up to ${OBJECTS_PER_ENVIRONMENT.toLocaleString('en-US')} objects, written with this
package's own constructs. \`synth\` renders, checks and writes everything into a new folder; \`synth --check\` compares with
what is there; \`synth --app\` renders one app of one environment, \`synth --jobs 1\` everything in one thread. The peers
print the same objects and neither check nor write them. Stock cdk8s (\`cdk8s-plus-28\`, one chart per service, \`App.synth\`) is left out above ${STOCK_LIMIT.toLocaleString('en-US')} objects,
since its time grows with the square; a peer that needs more than ${LIMIT.seconds} s or ${LIMIT.mebibytes} MiB is not asked again for more,
and none above ${PEER_LIMIT.toLocaleString('en-US')}. The bare loop writes the same bytes to the same paths and does nothing else.
Before each run the disk has finished what others wrote, and nothing is deleted until the end: on ext4, who writes just
after thousands of files were deleted waits up to ten times as long. No platform
has a TypeScript compiler, so the type check, which runs beside the rendering in a process of its own, is not in these
numbers.

Peers: ${peers()}.${absent()}

![Seconds over objects, both axes logarithmic](performance.svg)

${oneApp}
## Seconds

${table(results, (one) => one.seconds.toFixed(2))}
## Ratio to \`synth\` of the same size

Above 1: slower than \`synth\`.

${table(results, (one) => ratio(one.seconds, find(results, OURS.full, one.objects)?.seconds))}
## The floor

What is the least that \`synth\` could take here? Its processor time, spread over the cores without a gap; and, for the
writing, the bare loop. Some of the gap stays: until rendering begins (Node's start, and the first five stages below) one
core works alone. Peers that evaluate plain functions or templates, and neither make constructs that know the line they
come from, nor check, nor write, can spend less than this floor.

${floorTable(results)}
Where one thread spends it, in microseconds per object:

${perObjectTable(results)}
## Peak memory, MiB

${table(results, (one) => (one.peakMiB === undefined ? '' : one.peakMiB.toFixed(0)))}
## Where the time goes

Milliseconds of the stages of \`synth\`, as \`--verbose\` tells them. Those of several threads add up; what is missing to the
time of the run is Node's start and end, and the program's own loading.

${stageTable(results, OURS.full)}
The same of \`synth --app\`, which renders 300 objects and reads the rest of its environment as context:

${stageTable(results, OURS.app)}
Compiled code is kept from run to run in the user's cache folder, unless \`NODE_DISABLE_COMPILE_CACHE\` is set.

## Targets

${targets(results)}`;
}

function machine(): string {
  const [cpu] = cpus();
  return `The\nmachine: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}. Average\nload of the last fifteen minutes: ${loadavg()[2]?.toFixed(1)}; above the number of cores, other work slowed everybody down.`;
}

function peers(): string {
  const found = PEERS.flatMap((peer) => {
    const version = versionOf(peer);
    return version === undefined ? [] : [version === '' ? peer.name : `${peer.name} (${version})`];
  });
  return found.length === 0 ? 'none was on the PATH' : found.join(', ');
}

function absent(): string {
  const names = PEERS.filter((peer) => versionOf(peer) === undefined).map(({ name }) => name);
  return names.length === 0 ? '' : `\nNot on the PATH, so not asked: ${names.join(', ')}.`;
}

function table(results: readonly Result[], cell: (result: Result) => string): string {
  const sizes = sizesOf(results);
  const rows = contendersOf(results).map((contender) => {
    const cells = sizes.map((objects) => {
      const found = find(results, contender, objects);
      return found === undefined ? '' : cell(found);
    });
    return cells.every((text) => text === '') ? '' : `| ${contender} | ${cells.join(' | ')} |\n`;
  });
  const head = `| objects | ${sizes.map((objects) => objects.toLocaleString('en-US')).join(' | ')} |\n`;
  return `${head}|---|${sizes.map(() => '--:|').join('')}\n${rows.join('')}\n`.replace(/\n\n$/, '\n');
}

function stageTable(results: readonly Result[], contender: string): string {
  const sizes = sizesOf(results);
  const ours = sizes.map((objects) => find(results, contender, objects)?.stages ?? new Map<string, number>());
  const names = [...new Set(ours.flatMap((stages) => [...stages.keys()]))];
  const rows = names.map(
    (name) => `| ${name} | ${ours.map((stages) => stages.get(name)?.toFixed(0) ?? '').join(' | ')} |\n`,
  );
  const head = `| objects | ${sizes.map((objects) => objects.toLocaleString('en-US')).join(' | ')} |\n`;
  return `${head}|---|${sizes.map(() => '--:|').join('')}\n${rows.join('')}`;
}

/** Processor seconds of each of our runs, and of those peers that are Node programs, over the cores. */
function floorTable(results: readonly Result[]): string {
  const cores = cpus().length;
  const known = results.filter((one) => one.cpuSeconds !== undefined && one.contender !== STOCK);
  const cell = (one: Result) => `${((one.cpuSeconds as number) / cores).toFixed(2)} of ${one.seconds.toFixed(2)} s`;
  return table(known, cell);
}

/** The stages of a run of one thread. */
function perObjectTable(results: readonly Result[]): string {
  const sizes = sizesOf(results);
  const alone = sizes.map((objects) => find(results, OURS.alone, objects));
  const names = ['rendering', 'checks', 'writing'];
  const rows = names.map((name) => {
    const cells = alone.map((one) => {
      const found = one?.stages.get(name);
      return one === undefined || found === undefined ? '' : ((found / one.objects) * 1000).toFixed(1);
    });
    return `| ${name} | ${cells.join(' | ')} |\n`;
  });
  const head = `| objects | ${sizes.map((objects) => objects.toLocaleString('en-US')).join(' | ')} |\n`;
  return `${head}|---|${sizes.map(() => '--:|').join('')}\n${rows.join('')}`;
}

function ratio(seconds: number, to: number | undefined): string {
  return to === undefined ? '' : (seconds / to).toFixed(2);
}

type Target = [what: string, wanted: string, measured: number | undefined, text: (value: number) => string];

/** Each target with what was measured; what was not measured is left out. */
function targets(results: readonly Result[]): string {
  const sizes = sizesOf(results);
  const seconds = (contender: string, objects: number) => find(results, contender, objects)?.seconds;
  const near = (objects: number) => sizes.find((size) => Math.abs(size - objects) < objects * 0.05) ?? objects;
  const rows: Target[] = [
    ['stock cdk8s / synth at 9,600', '≥ 20', quotient(seconds(STOCK, near(9600)), seconds(OURS.full, near(9600))), two],
    ...[9600, 38_400].flatMap((objects) =>
      PEERS.map(
        (peer): Target => [
          `${peer.name} / synth at ${objects.toLocaleString('en-US')}`,
          '> 1',
          quotient(seconds(peer.name, near(objects)), seconds(OURS.full, near(objects))),
          two,
        ],
      ),
    ),
    ['exponent of synth from 1,200 to 100,000', '≤ 1.1', exponent(results, near(1200), near(100_000)), two],
    [
      'synth / bare write loop at 38,400',
      '≤ 3',
      quotient(seconds(OURS.full, near(38_400)), seconds(LOOP, near(38_400))),
      two,
    ],
    ...[9600, 100_000].flatMap((objects): Target[] => {
      const at = objects.toLocaleString('en-US');
      const found = (contender: string) => perObject(find(results, contender, near(objects)));
      return [
        [`all checks, µs per object at ${at}, one thread`, '≤ 20', found(OURS.alone), one],
        [
          `all checks, µs per object at ${at}, added up over threads that share two cores`,
          '≤ 20',
          found(OURS.full),
          one,
        ],
      ];
    }),
    ['one app of 300 objects, cold, seconds at 300', '≤ 0.5', seconds(OURS.app, near(300)), two],
    ['peak memory at 100,000, MiB', '≤ 512', find(results, OURS.full, near(100_000))?.peakMiB, whole],
  ];
  const lines = rows.flatMap(([what, wanted, value, text]) =>
    value === undefined ? [] : [`| ${what} | ${wanted} | ${text(value)} |\n`],
  );
  return `| what | wanted | measured |\n|---|--:|--:|\n${lines.join('')}`;
}

const two = (value: number) => value.toFixed(2);
const one = (value: number) => value.toFixed(1);
const whole = (value: number) => value.toFixed(0);

function quotient(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b;
}

function perObject(result: Result | undefined): number | undefined {
  const checks = result?.stages.get('checks');
  return result === undefined || checks === undefined ? undefined : (checks / result.objects) * 1000;
}

/** Slope of the line through the logarithms, by least squares. */
function exponent(results: readonly Result[], from: number, to: number): number | undefined {
  const points = results
    .filter((result) => result.contender === OURS.full && result.objects >= from && result.objects <= to)
    .map((result) => [Math.log(result.objects), Math.log(result.seconds)] as const);
  if (points.length < 2 || points.at(-1)?.[0] !== Math.log(to)) return undefined;
  const mean = (index: 0 | 1) => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = points.reduce((sum, [px, py]) => sum + (px - mx) * (py - my), 0);
  return over / points.reduce((sum, [px]) => sum + (px - mx) ** 2, 0);
}
