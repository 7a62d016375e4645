import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../support/project';

/** The blocks of a page of `docs/bots/`, in one language. */
export function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(join(ROOT, 'docs', 'bots', page), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);
}

/** By its path, each `release.yaml` of this repository. */
export function ownReleases(): Readonly<Record<string, string>> {
  const folders = readdirSync(join(ROOT, 'environments'), { withFileTypes: true }).filter((one) => one.isDirectory());
  return Object.fromEntries(
    folders.map(({ name }) => {
      const path = `environments/${name}/release.yaml`;
      return [path, readFileSync(join(ROOT, path), 'utf8')];
    }),
  );
}
