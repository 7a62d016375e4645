import { diffMarkdown } from '../../../src/report/diff-markdown';
import { CHANGES } from './samples';

describe('differences as Markdown', () => {
  it('begin with the counts of objects and fold the details per environment', () =>
    expect(diffMarkdown(CHANGES)).toBe(`| environment | removed | changed | added | at worst |
|---|---|---|---|---|
| prod | 1 | 1 | 1 |  |
| staging | 0 | 0 | 1 |  |

<details><summary>prod</summary>

\`\`\`text
prod › shop
  - Deployment shop/old
  ~ Deployment shop/web
      spec.replicas: 2 → 3
      spec.paused: true → (none)
\`\`\`

</details>

<details><summary>prod, staging</summary>

\`\`\`text
prod, staging › tools
  + Deployment shop/new
\`\`\`

</details>
`));

  it('do not let a value end the fence', () => {
    const [change] = CHANGES.slice(1, 2);
    const text = diffMarkdown([{ ...(change as (typeof CHANGES)[number]), after: '```\n</details>@team' }]);
    expect(text.split('\n').filter((line) => line.includes('```'))).toEqual([
      '````text',
      '      spec.replicas: 2 → "```\\n</details>@team"',
      '````',
    ]);
  });

  it('fit into one comment, and say how much is left out', () => {
    const [removed] = CHANGES as [(typeof CHANGES)[number]];
    const many = Array.from({ length: 4000 }, (_, index) => ({
      ...removed,
      object: { ...removed.object, name: `old-${index}` },
    }));
    const text = diffMarkdown(many);
    expect(text.length).toBeLessThan(65_536);
    expect(text.split('\n')[2]).toBe('| prod | 4000 | 0 | 0 |  |');
    const shown = text.split('\n').filter((line) => line.startsWith('  - ')).length;
    expect(text.split('\n').find((line) => line.startsWith('…'))).toBe(
      `… and ${4000 - shown} more lines; \`cdk8s-eks diff\` shows them all`,
    );
  });

  it('say so when there are none', () => expect(diffMarkdown([])).toBe('No rendered object changes.\n'));
});
