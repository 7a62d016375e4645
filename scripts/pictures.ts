import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Draws docs/pictures/diff.png of diff.html, which a test keeps current (`test/cli/diff-picture.test.ts`), and says in
 * drawn.txt of which text. Needs Chromium: the program that `CHROMIUM` names, else `chromium`.
 */
const FOLDER = join(process.cwd(), 'docs', 'pictures');
const PAGE = join(FOLDER, 'diff.html');
const program = process.env['CHROMIUM'] ?? 'chromium';
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--window-size=1000,1240'];
const { error, status, stderr } = spawnSync(
  program,
  [...args, `--screenshot=${join(FOLDER, 'diff.png')}`, pathToFileURL(PAGE).href],
  { encoding: 'utf8' },
);
if (error !== undefined || status !== 0) {
  process.stderr.write(
    `${program} drew nothing: ${error?.message ?? stderr.trim()}\nfix: install Chromium, or name it by CHROMIUM=PATH.\n`,
  );
  process.exitCode = 3;
} else {
  writeFileSync(
    join(FOLDER, 'drawn.txt'),
    `diff.html ${createHash('sha256').update(readFileSync(PAGE)).digest('hex')}\n`,
  );
}
