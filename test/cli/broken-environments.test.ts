import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, SHOP, TestProject } from '../support/project';

const CASES = join(ROOT, 'test', 'cases', 'environments');

/** Each folder holds edits of `environments/` (`FILE: FROM => TO`, or a whole file) and all that is said about them. */
interface Edit {
  readonly file: string;
  readonly from?: string;
  readonly to: string;
}

describe('broken settings', () => {
  it.each(readdirSync(CASES).sort())('%s', (name) => {
    const project = new TestProject({ 'shop.ts': SHOP });
    try {
      project.write('dist/prod/kept.yaml', 'as it was\n');
      const before = project.files();
      const edits = JSON.parse(readFileSync(join(CASES, name, 'edits.json'), 'utf8')) as readonly Edit[];
      for (const { file, from, to } of edits) {
        // A release is read before it is known that the project has none of its apps.
        if (basename(file) === 'release.yaml')
          cpSync(join(ROOT, 'environments', file), join(project.root, 'environments', file));
        if (from === undefined) project.write(`environments/${file}`, to);
        else project.edit(`environments/${file}`, from, to.replace('<1 MiB>', 'x'.repeat(1024 * 1024)));
      }
      const ran = project.run('synth');
      const expected = join(CASES, name, 'expected.txt');
      if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(expected, ran.stderr);
      expect(ran).toEqual({ code: 2, stdout: '', stderr: readFileSync(expected, 'utf8') });
      expect(ran.stderr).not.toBe('');
      expect(project.files()).toEqual(before);
    } finally {
      project.remove();
    }
  });
});
