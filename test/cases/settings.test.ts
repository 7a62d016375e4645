import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadEnvironments } from '../../src/load/settings/environments';
import { environmentSchema } from '../../src/load/settings/schema';
import { describeProblem, isToolError } from '../../src/model/errors';

const ROOT = join(__dirname, '..', '..');

/** What a problem lists where no key is near: a new setting changes no case. */
const KEYS = Object.keys(environmentSchema.options[0].entries).join(', ');

/**
 * `environments` also run through the command line, which shows that `dist/` stays as it was;
 * `settings` are all the other mistakes, and run here alone.
 */
const FOLDERS = ['environments', 'settings'];

/** A change of this repository's settings; without `from`, the whole file. */
interface Edit {
  readonly file: string;
  readonly from?: string;
  readonly to: string;
}

describe.each(FOLDERS)('%s', (kind) => {
  const folder = join(ROOT, 'test', 'cases', kind);

  it.each(readdirSync(folder).sort())('%s is refused with all that is wrong', (name) => {
    const project = mkdtempSync(join(tmpdir(), 'cdk8s-eks-settings-'));
    try {
      cpSync(join(ROOT, 'environments'), join(project, 'environments'), { recursive: true });
      const edits = JSON.parse(readFileSync(join(folder, name, 'edits.json'), 'utf8')) as readonly Edit[];
      for (const edit of edits) apply(edit, project);
      const said = refusal(project).replaceAll(KEYS, '<every key of environment.yaml>');
      const expected = join(folder, name, 'expected.txt');
      if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(expected, said);
      expect(said).toBe(readFileSync(expected, 'utf8'));
    } finally {
      rmSync(project, { recursive: true });
    }
  });
});

function apply(edit: Edit, project: string): void {
  const { file, from } = edit;
  const path = join(project, 'environments', file);
  mkdirSync(dirname(path), { recursive: true });
  const to = edit.to.replace('<1 MiB>', 'x'.repeat(1024 * 1024));
  if (from === undefined) return writeFileSync(path, to);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

/** As the command line writes it. */
function refusal(project: string): string {
  try {
    loadEnvironments(project);
  } catch (error) {
    if (!isToolError(error)) throw error;
    return error.problems
      .map((problem) => `error ${problem.code ?? error.code}: ${describeProblem(problem)}\n`)
      .join('\n');
  }
  throw new Error('the settings are accepted');
}
