// tsc writes no .d.ts for a .d.ts: the types of text files go along by hand.
import { copyFileSync } from 'node:fs';

copyFileSync('charts/text-files.d.ts', 'lib/charts/text-files.d.ts');
