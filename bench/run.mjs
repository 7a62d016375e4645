// `npm run bench`: the benchmarks are TypeScript like all tests, and are bundled in memory to run.
import { loadModule, root } from '../scripts/bundle.mjs';

const { main } = await loadModule('bench/main.ts');
await main(root, process.argv.slice(2));
