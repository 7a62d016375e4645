import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cases } from '../../support/cases';
import { ROOT } from '../../support/project';
import { type Axis, axes, CANARY, together } from './axes';
import { contentOf, type Rendered, Renderings } from './renderings';

// Every value of every axis with CONTRACT=1; otherwise the first of each, those around the process all in one run.
const all: readonly Axis[] = cases(together(axes().map((axis) => ({ ...axis, ways: axis.ways.slice(0, 1) }))), axes());
for (const { missing } of all) for (const reason of missing ?? []) console.warn(reason);

describe('this repository’s own output', () => {
  let renderings: Renderings;
  let usual: Promise<Rendered>;
  const others = new Map<string, Promise<Rendered>>();

  beforeAll(() => {
    renderings = new Renderings();
    usual = renderings.start({ name: 'as usual' });
    for (const axis of all) for (const way of axis.ways) others.set(`${axis.name} ${way.name}`, renderings.start(way));
  });
  afterAll(() => renderings.end());

  it('is what is committed', async () => {
    const rendered = await usual;
    expect([rendered.code, rendered.stderr]).toEqual([0, '']);
    expect(rendered.hash).toBe(contentOf(join(ROOT, 'dist')).hash);
    expect(rendered.files).toBeGreaterThan(500);
  });

  const names = all.flatMap((axis) => axis.ways.map((way) => `${axis.name} ${way.name}`));
  it.each(names)('is the same bytes: %s', async (name) => {
    const rendered = (await others.get(name)) as Rendered;
    expect([rendered.code, rendered.hash]).toEqual([0, (await usual).hash]);
    expect(rendered.text).not.toContain(CANARY);
  });
});

describe('the axes are what they say', () => {
  const ask = (code: string, env: Readonly<Record<string, string>>, under: readonly string[] = []) => {
    const [command = '', ...args] = [...under, process.execPath, '-p', code];
    return spawnSync(command, args, {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', ...env },
    }).stdout.trim();
  };

  it('Node takes the locale and the time zone from the environment', () => {
    const code = "const o = Intl.DateTimeFormat().resolvedOptions(); o.locale + ' ' + o.timeZone";
    expect(ask(code, { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' })).toMatch(/^tr-TR Asia\/Kat(h|)mandu$/);
    expect(ask(code, { LC_ALL: 'et_EE.UTF-8', TZ: 'Pacific/Apia' })).toBe('et-EE Pacific/Apia');
  });

  it('there is no way out where the network is cut off', () => {
    const cut = all.find((axis) => axis.name === 'network')?.ways[0]?.under;
    if (cut === undefined) return;
    const code = 'Object.values(os.networkInterfaces()).flat().filter((one) => !one.internal).length';
    expect(ask(code, {}, cut)).toBe('0');
  });
});
