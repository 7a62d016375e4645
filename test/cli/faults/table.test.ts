import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reliabilityPages } from '../../../scripts/pages/reliability';
import { ROOT } from '../../support/project';
import { FAULTS } from './table';

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('the table of faults', () => {
  it('has a row for each, once', () => {
    const wanted = Array.from({ length: 43 }, (_, i) => `F-${String(i + 1).padStart(2, '0')}`);
    expect(FAULTS.map(({ id }) => id).sort()).toEqual(wanted);
  });

  it.each(FAULTS.map((fault) => [fault.id, fault] as const))(
    '%s names what holds, and tests that exist',
    (_id, fault) => {
      expect([fault.mechanism.length > 0, fault.proof.length > 0]).toEqual([true, true]);
      for (const one of fault.mechanism) {
        const [path, name] = one.split(' ') as [string, string];
        expect([one, existsSync(join(ROOT, path)) && textOf(path).includes(name)]).toEqual([one, true]);
      }
      for (const { file, name } of fault.proof) {
        const text = existsSync(join(ROOT, file)) ? textOf(file) : '';
        const quoted = ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote}`));
        expect([file, name, quoted]).toEqual([file, name, true]);
      }
      for (const text of [fault.what, fault.promise, fault.outside ?? 'a reason'])
        expect(text.length).toBeGreaterThan(7);
    },
  );

  it('is what docs/reliability.md says', () => {
    expect(textOf('docs/reliability.md')).toBe(reliabilityPages()['reliability.md']);
  });
});

describe('the promises of docs/reliability.md', () => {
  it('each lead to a test that is in the table', () => {
    const section = /\n## In short\n([\s\S]*?)\n## /.exec(textOf('docs/reliability.md'))?.[1] ?? '';
    const promises = section.split('\n').filter((line) => line.startsWith('- '));
    expect(promises.length).toBeGreaterThan(5);
    const files = new Set(FAULTS.flatMap(({ proof }) => proof.map(({ file }) => file)));
    const links = [...section.matchAll(/`(test\/[^`]+)`/g)].map((match) => match[1] as string);
    expect(links.length).toBeGreaterThanOrEqual(promises.length);
    for (const link of links) expect([link, files.has(link)]).toEqual([link, true]);
  });
});
