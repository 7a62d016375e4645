/**
 * What a change does, the worst first. Names are part of `diff --format json` and of `--fail-on`: they never change their
 * meaning.
 */
const TEXTS = {
  refused: 'the API server refuses this change',
  data: 'deletes data, once somebody confirms',
  machines: 'takes machines away, once somebody confirms',
  address: 'gives up an address that clients use',
  'load-balancer': 'deletes the load balancer and makes another one, with another address',
  replaced: 'deletes the object and makes another one',
  unavailable: 'interrupts requests or takes Pods away for a time',
  targets: 'makes new target groups: requests fail until their targets are healthy',
  widened: 'allows more than before',
  memory: 'cuts memory by more than half',
  restart: 'rolls out new Pods',
  traffic: 'changes who reaches whom',
  access: 'changes who may do what',
  capacity: 'changes what nodes there are, or what fits on them',
  scale: 'changes the number of Pods',
  cost: 'changes what is paid for',
  unknown: 'effect unknown',
  later: 'changes nothing that exists',
  harmless: 'has no effect on what runs',
} as const;

export type Risk = keyof typeof TEXTS;

/** Said behind a change, for the person who reviews it. */
export const RISK_TEXT: Readonly<Record<Risk, string>> = TEXTS;

/** All of them, the worst first. */
export const RISKS = Object.keys(TEXTS) as readonly Risk[];

const RANK: ReadonlyMap<string, number> = new Map(RISKS.map((risk, rank) => [risk, rank]));

/** Compares by how bad they are: the worst first. */
export function byRisk(a: Risk, b: Risk): number {
  return (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0);
}

export function isRisk(text: string): text is Risk {
  return RANK.has(text);
}

/** Whether nobody has to read of it beside the change itself. */
export function isQuiet(risk: Risk | undefined): boolean {
  return risk === undefined || risk === 'harmless';
}
