import { wantsColour } from '../../../src/cli/output';

describe('colour', () => {
  it.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: false }, {}, false],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{ isTTY: false }, { FORCE_COLOR: '1', TERM: 'dumb' }, true],
    [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
    [{ isTTY: true }, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [{ isTTY: true }, { NO_COLOR: '', FORCE_COLOR: '' }, true],
  ])('8.6 goes to %j under %j: %s', (stream, env, expected) => expect(wantsColour(stream, env)).toBe(expected));
});
