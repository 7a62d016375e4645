import { ThreadHolder } from '../../../src/run/threads/thread-holder';
import { messageOf } from '../../support/thrown';

describe('a thread that holds files', () => {
  it('is not waited for without end, and what to do is told', () => {
    const holder = new ThreadHolder(20);
    const { port } = holder.line();
    try {
      expect(messageOf(holder.compare('dist'))).toBe(
        'a thread that compares and writes files gave no answer for 0.02 s, so the output may be incomplete.\nfix: run synth again, which heals it; --jobs 1 does without threads.',
      );
    } finally {
      port.close();
    }
  });
});
