import { readFileSync } from 'node:fs';
import { systemRefusal } from '../../../src/model/system-refusal';

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('what the system refuses', () => {
  it('6.1 names the file or folder, and what to do', () => {
    const error = thrownBy(() => readFileSync('/nowhere/at-all'));
    expect(systemRefusal(error, '/tmp')?.message).toBe(
      "/nowhere/at-all cannot be used: ENOENT: no such file or directory, open '/nowhere/at-all'.\nfix: make it what this run may read and write.",
    );
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      path: '/tmp/cdk8s-eks-base-x/b',
    });
    expect([systemRefusal(full, '/tmp')?.exitCode, systemRefusal(full, '/tmp')?.message]).toEqual([
      2,
      'the folder for temporary files, /tmp, cannot be used: ENOSPC: no space left on device, write.\nfix: make it a folder that can be written to, with room in it, or name another with TMPDIR.',
    ]);
  });

  it('8.5 does not blame the folder for temporary files for a project that lies below it', () => {
    const error = thrownBy(() => readFileSync('/tmp/project/nothing-here'));
    expect(systemRefusal(error, '/tmp')?.message).toBe(
      "/tmp/project/nothing-here cannot be used: ENOENT: no such file or directory, open '/tmp/project/nothing-here'.\nfix: make it what this run may read and write.",
    );
  });

  it('leaves mistakes of ours, and of packages, alone', () => {
    const missing = thrownBy(() => require('/nowhere/at-all'));
    const ours = thrownBy(() => readFileSync(JSON.parse('{}')));
    for (const error of [missing, ours, new TypeError('x is undefined'), 'text', undefined])
      expect(systemRefusal(error, '/tmp')).toBeUndefined();
  });
});
