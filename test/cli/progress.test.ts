import { progressLine, writingLine } from '../../src/cli/progress';

const at = (done: number, total: number) => ({ environment: 'prod', app: 'shop', done, total });

describe('progressLine', () => {
  it('counts the apps of all environments', () => {
    expect(progressLine(at(3, 20), 0.4)).toBe('rendering prod › shop (3 of 20)');
  });

  it('guesses the rest of a long run from what is done, the present app not counted', () => {
    expect(progressLine(at(501, 12_000), 10)).toBe('rendering prod › shop (501 of 12,000, about 4 min left)');
    expect(progressLine(at(11_001, 12_000), 60)).toBe('rendering prod › shop (11,001 of 12,000, about 6 s left)');
  });

  it('guesses nothing from the first app', () => {
    expect(progressLine(at(1, 12_000), 10)).toBe('rendering prod › shop (1 of 12,000)');
  });
});

describe('writingLine', () => {
  it('tells how many files are about to be written', () => {
    expect(writingLine(600_000)).toBe('writing 600,000 files');
  });
});
