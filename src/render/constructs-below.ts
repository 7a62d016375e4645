import type { IConstruct } from 'constructs';
import { SILENCE_METADATA } from '../model/environment-context';
import type { Silence } from '../model/rendered-object';

/** A construct with the silences of its own and of those around it. */
export interface Found {
  readonly construct: IConstruct;
  readonly silences: readonly Silence[];
}

const NO_SILENCES: readonly Silence[] = [];

/** The construct and every one below it, parents first. */
export function constructsBelow(root: IConstruct): readonly Found[] {
  const found: Found[] = [];
  collect(root, NO_SILENCES, found);
  return found;
}

function collect(construct: IConstruct, around: readonly Silence[], found: Found[]): void {
  const { metadata, children } = construct.node;
  const silences = metadata.length === 0 ? around : withOwn(metadata, around);
  found.push({ construct, silences });
  for (let index = 0; index < children.length; index++) collect(children[index] as IConstruct, silences, found);
}

function withOwn(metadata: IConstruct['node']['metadata'], around: readonly Silence[]): readonly Silence[] {
  const own = metadata.filter((entry) => entry.type === SILENCE_METADATA);
  return own.length === 0 ? around : [...around, ...own.map((entry) => entry.data as Silence)];
}
