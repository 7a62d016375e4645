import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import * as door from 'cdk8s-eks';
import { renderApp } from '../../src/render/render-app';
import type { Trace } from '../../src/render/trace';
import type { Mistake } from '../support/mistake';
import { ROOT } from '../support/project';
import { Refusals, recordRefusals, refusalSites } from '../support/refusal-sites';
import { schemasOf } from '../support/schemas';
import { messageOf } from '../support/thrown';

const CASES = join(__dirname, 'constructs');

const files = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).sort();
const cases = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length));

/** The whole text of the refusal; places are lines of the case's own code. */
function textOf(name: string, refusals: Refusals): string {
  const file = join(CASES, `${name}.ts`);
  const { app, environment } = (require(file) as { readonly default: Mistake }).default;
  const own = `${file.slice(ROOT.length + 1)}:`;
  const placeOf = ({ stack = '' }: Trace) => {
    const at = stack.indexOf(own);
    const [line, column] = at === -1 ? [] : stack.slice(at + own.length).split(/\D/, 2);
    return line === undefined ? undefined : { file: relative(CASES, file), line: +line, column: Number(column) };
  };
  const { scopes } = schemasOf();
  return messageOf(() => recordRefusals(refusals, () => renderApp(app, environment, { scopes, placeOf })));
}

describe('a mistake with a construct', () => {
  it.each(cases)('%s is refused in these words', (name) => {
    const text = `${textOf(name, new Refusals())}\n`;
    const file = join(CASES, `${name}.txt`);
    if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });

  const all = new Refusals();
  beforeAll(() => {
    for (const name of cases) textOf(name, all);
  });

  it('is found before the construct makes an object', () => {
    expect(all.early).toEqual([]);
  });

  it('has a case for every message that a construct can give', () => {
    const { reached } = all;
    const sites = refusalSites();
    expect(sites.length).toBeGreaterThan(100);
    expect(sites.filter((site) => !reached.has(site))).toEqual([]);
    expect([...reached].filter((site) => !sites.includes(site))).toEqual([]);
  });

  it('lies in a folder named after what the package exports, with nothing left over beside it', () => {
    const exported = new Set(Object.keys(door).map((name) => name.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase()));
    expect(cases.filter((name) => !exported.has(dirname(name)))).toEqual([]);
    const texts = files.filter((file) => file.endsWith('.txt')).map((file) => file.slice(0, -'.txt'.length));
    expect(texts.filter((name) => !cases.includes(name)).map((name) => basename(name))).toEqual([]);
  });
});
