import type { Change } from '../../../src/model/change';
import { diffHtml } from '../../../src/report/diff-html';
import { CHANGES } from './samples';

describe('differences as a page', () => {
  const [removed, changed] = CHANGES as unknown as readonly [Change, Change];
  const html = diffHtml([
    { ...removed, risk: 'data', why: 'with the object goes <all>.', row: 'irreplaceable' },
    { ...changed, after: '<script>alert(1)</script>', risk: 'refused', why: 'set once.', row: 'selector' },
  ]);

  it('fetch nothing, run nothing, and escape what they quote', () => {
    expect(html).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('with the object goes &lt;all&gt;.');
  });

  it('count what is bad first, and say what to do', () => {
    const counts = /<ul class="counts">(.*)<\/ul>/.exec(html)?.[1];
    expect(counts).toBe(
      '<li class="refused"><b>1</b> the API server refuses this change</li><li class="data"><b>1</b> deletes data, once somebody confirms</li>',
    );
    expect(html).toContain('<h2>To do first</h2><ul><li>refused: Deployment shop/web: ');
    expect(html).toContain('<span class="removed">removed</span> Deployment shop/old');
  });

  it('say so when there are none', () => expect(diffHtml([])).toContain('<p>No rendered object changes.</p>'));
});
