const { default: Sequencer } = require('@jest/test-sequencer');

/** What starts processes or stands for a folder, and so takes longest. Begun last, one of them would run alone while the other workers have nothing to do. */
const SLOW = ['test/package/', 'test/cli/', 'all.group.ts'];

/** Where jest remembers no durations, as in a fresh clone, it begins with the largest files, which are tables of cases. */
module.exports = class SlowFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const rank = ({ path }) => {
      const found = SLOW.findIndex((part) => path.replaceAll('\\', '/').includes(`/${part}`));
      return found < 0 ? SLOW.length : found;
    };
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
};
