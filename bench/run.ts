// `npm run bench`
import { join } from 'node:path';
import { main } from './main';

main(join(__dirname, '..'), process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
