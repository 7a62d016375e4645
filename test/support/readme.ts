import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project';

export const README = join(ROOT, 'README.md');
export const readme = readFileSync(README, 'utf8');

/** The code blocks of one language, in their order. */
export const readmeBlocks = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '');

/** What stands below `owners:`, and the first app. */
export const [OWNER = ''] = readmeBlocks('yaml');
export const [FIRST_APP = ''] = readmeBlocks('ts');

/** The lines that a person types in an empty folder. */
export const COMMANDS =
  /In a repository of your own:\n\n((?: {4}.*\n)+)/.exec(readme)?.[1]?.replace(/^ {4}/gm, '').trim().split('\n') ?? [];
