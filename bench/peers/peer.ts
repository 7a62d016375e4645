import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Shape } from '../platform';

/** Another tool that renders the same objects, and how it is asked to. */
export interface Peer {
  readonly name: string;
  /** Asking for the version also tells whether it is here. */
  readonly version: readonly string[];
  /** Writes what the tool reads. */
  readonly prepare: (folder: string, templates: Templates, shape: Shape) => void;
  readonly args: readonly string[];
}

/** The YAML of one service's six objects as this tool wrote them, by file name. */
export type Templates = ReadonlyMap<string, string>;

/** Names in the templates, to be replaced by what each peer calls a variable. */
export const SERVICE = 'service-0';
export const APP = 'app-01';

export const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

export const filled = (text: string, service: string, app: string) =>
  text.replaceAll(APP, app).replaceAll(new RegExp(`${SERVICE}(?!\\d)`, 'g'), service);

/** Every service with its app; a fleet of several environments is rendered as so many more services. */
export function* services(shape: Shape): Generator<readonly [service: string, app: string]> {
  for (const environment of shape.environments)
    for (const app of shape.apps)
      for (let index = 0; index < app.services; index++) yield [`service-${index}`, `${environment}-${app.name}`];
}

/** As JSON, which jsonnet, CUE and JavaScript read as their own. */
export function jsonOf(text: string): string {
  const { parse } = require('yaml') as typeof import('yaml');
  return JSON.stringify(parse(text, { version: '1.1' }));
}
