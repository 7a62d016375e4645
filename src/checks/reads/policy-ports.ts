import { isJsonObject, listAt } from '../../model/json';
import { containersOf, type PodTemplate } from '../../model/pod-spec';

/** A port, a range of them, or a name, as a rule of a policy has it. */
export interface PolicyPort {
  readonly port?: number | string | undefined;
  readonly endPort?: number | undefined;
  /** Its name, where a container declares it. */
  readonly portName?: string | undefined;
  /** Undefined where a name stands for any. */
  readonly protocol?: string | undefined;
}

/** How far a rule speaks of something: of the whole of it, of a part (or perhaps), or not at all. */
export type Cover = 'all' | 'some' | 'none';

const ALL_PORTS = 'all';
const EVERY: PolicyPort = {};

/** Ports of a rule; an empty list is all of them. */
export function portsIn(rule: unknown): readonly PolicyPort[] {
  return listAt(rule, 'ports')
    .filter(isJsonObject)
    .map(({ port, endPort, protocol = 'TCP' }) => ({
      port: typeof port === 'number' || typeof port === 'string' ? port : undefined,
      endPort: typeof endPort === 'number' ? endPort : undefined,
      protocol: String(protocol),
    }));
}

/** Ports that the containers of a Pod declare. */
export function declaredPorts(pod: PodTemplate) {
  return containersOf(pod).flatMap(({ container }) =>
    listAt(container, 'ports')
      .filter(isJsonObject)
      .map(({ containerPort, name, protocol = 'TCP' }) => ({
        port: typeof containerPort === 'number' ? containerPort : undefined,
        portName: typeof name === 'string' ? name : undefined,
        protocol: String(protocol),
      })),
  );
}

/** Such as `8080`, `53/UDP` and `5671-5672`; `all` for an empty list. */
export function portTexts(ports: readonly PolicyPort[]): readonly string[] {
  if (ports.length === 0) return [ALL_PORTS];
  return ports.map(({ port, endPort, protocol = 'TCP' }) => {
    const number = port === undefined ? ALL_PORTS : String(port);
    const range = endPort === undefined ? number : `${number}-${String(endPort)}`;
    return protocol === 'TCP' ? range : `${range}/${protocol}`;
  });
}

export function isAllPorts(texts: ReadonlySet<string>): boolean {
  return texts.has(ALL_PORTS);
}

/** What a rule with `ports` leaves of others, and whether it speaks of a part of what is left. @param open empty: all */
export function withoutPorts(
  open: readonly PolicyPort[],
  ports: readonly PolicyPort[],
): { readonly cover: Cover; readonly left: readonly PolicyPort[]; readonly isPart: boolean } {
  const asked = open.length === 0 ? [EVERY] : open;
  const judged = asked.map((one) => ({ one, cover: coverOf(ports, one) }));
  const left = judged.filter(({ cover }) => cover !== 'all').map(({ one }) => one);
  const isPart = judged.some(({ cover }) => cover === 'some');
  const spoken = most(judged.map(({ cover }) => (cover === 'none' ? 'none' : 'some')));
  return {
    cover: left.length === 0 ? 'all' : spoken,
    left: open.length === 0 && left.length > 0 ? [] : left,
    isPart,
  };
}

/** What two lists of ports have in common, as far as it is a port of one of them. Empty lists are all. */
export function commonPorts(a: readonly PolicyPort[], b: readonly PolicyPort[]): readonly PolicyPort[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  return [...a.filter((one) => coverOf(b, one) === 'all'), ...b.filter((one) => coverOf(a, one) === 'all')];
}

export function coverOf(ports: readonly PolicyPort[], asked: PolicyPort): Cover {
  if (ports.length === 0) return 'all';
  return most(ports.map((port) => coverOfOne(port, asked)));
}

/** The one that says most. */
export function most(covers: readonly Cover[]): Cover {
  if (covers.includes('all')) return 'all';
  return covers.includes('some') ? 'some' : 'none';
}

function coverOfOne(port: PolicyPort, asked: PolicyPort): Cover {
  const protocols = coverOfProtocol(port.protocol, asked);
  if (protocols !== 'all') return protocols;
  if (port.port === undefined) return 'all';
  if (asked.port === undefined) return 'some';
  if (typeof port.port === 'string' || typeof asked.port === 'string')
    return port.port === asked.port || port.port === asked.portName ? 'all' : 'none';
  const [least, greatest] = [port.port, port.endPort ?? port.port];
  const [from, to] = [asked.port, asked.endPort ?? asked.port];
  if (least <= from && to <= greatest) return 'all';
  return from <= greatest && least <= to ? 'some' : 'none';
}

function coverOfProtocol(protocol: string | undefined, asked: PolicyPort): Cover {
  if (protocol === undefined || protocol === asked.protocol) return 'all';
  if (asked.protocol !== undefined) return 'none';
  return asked.port === undefined ? 'some' : 'all';
}
