import { spawnSync } from 'node:child_process';
import { otherVariables } from '../../../src/sandbox/other-variables';

const REAL = { PATH: process.env['PATH'] ?? '', SHOP: 'here' };

describe('the variables of another machine', () => {
  it('have other values, set or not, for an app', () => {
    const asked: string[] = [];
    const env = otherVariables(REAL, (what) => asked.push(what) > 0);
    expect([env['SHOP'], env['NOWHERE'], env['PATH'], 'SHOP' in env, 'NOWHERE' in env, Object.keys(env)]).toEqual([
      'other-SHOP',
      'other-NOWHERE',
      'other-PATH',
      false,
      true,
      [],
    ]);
    expect(asked).toEqual([
      'process.env.SHOP',
      'process.env.NOWHERE',
      'process.env.PATH',
      'process.env.SHOP',
      'process.env.NOWHERE',
      'process.env',
    ]);
  });

  it('let programs start, with other values of all that is not needed to start', () => {
    const env = otherVariables(REAL, () => false);
    const code = 'console.log(process.env.SHOP, process.env.PATH.length)';
    const ran = spawnSync(process.execPath, ['-e', code], { env, encoding: 'utf8' });
    expect(ran.stdout).toBe(`other-SHOP ${REAL.PATH.length}\n`);
  });

  it('keep what was assigned', () => {
    const env = otherVariables(REAL, () => true);
    env['SHOP'] = 'mine';
    expect([env['SHOP'], { ...env }]).toEqual(['mine', { SHOP: 'mine' }]);
  });
});
