// tsc writes no .d.ts for a .d.ts: the types of text files are copied here, and the reference to them is put right.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';

copyFileSync('charts/text-files.d.ts', 'lib/charts/text-files.d.ts');
const door = 'lib/charts/index.d.ts';
const text = readFileSync(door, 'utf8');
const reference = '"../../charts/text-files.d.ts"';
if (!text.includes(reference)) throw new Error(`${door} no longer refers to ${reference}`);
writeFileSync(door, text.replace(reference, '"./text-files.d.ts"'));
