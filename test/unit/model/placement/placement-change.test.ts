import { placementChanges } from '../../../../src/model/placement/placement-change';
import { placementDiffMarkdown, placementDiffText } from '../../../../src/report/placement-diff';
import { group, place, workload } from './support';

const COMPUTE = {
  fargateProfiles: [{ name: 'games', selectors: [{ namespace: 'games', labels: { on: 'fargate' } }] }],
  managedNodeGroups: [group('general', ['m7i.large', 'm7i.2xlarge'])],
};
const on = (labels: { readonly on?: string }, cpu: string, replicas = 1) =>
  workload({ namespace: 'games', labels, replicas, requests: { cpu, memory: '512Mi' } });

describe('Pods that run elsewhere than before', () => {
  it('are told with the pool, the size, the number and the price, each only where it differs', () => {
    const told = (before: ReturnType<typeof on>, after: ReturnType<typeof on>) =>
      placementDiffText(placementChanges(place(COMPUTE, [before]), place(COMPUTE, [after])));
    const fargate = on({ on: 'fargate' }, '250m');
    expect(told(fargate, fargate)).toBe('');
    expect(told(fargate, on({ on: 'fargate' }, '500m', 2))).toBe(
      `test › shop: where its Pods run
  Deployment games/web: 0.25 vCPU and 1 GiB → 0.5 vCPU and 1 GiB; 1 Pod → 2 Pods; 11 USD a month → 36 USD a month
`,
    );
    expect(told(fargate, on({}, '250m'))).toContain(
      'Fargate profile games → node group general; 0.25 vCPU and 1 GiB → m7i.large\n',
    );
    expect(told(on({}, '250m'), on({}, '40'))).toContain('node group general → nowhere; m7i.large → nothing');
  });

  it('are told whole where the workload is new or gone, and as a table of Markdown', () => {
    const moved = placementChanges([], place(COMPUTE, [on({ on: 'fargate' }, '250m')]));
    expect(moved.map(({ placement }) => Object.keys(placement))).toEqual([['after']]);
    expect(placementDiffText(moved)).toBe(
      `test › shop: where its Pods run
  Deployment games/web: new: Fargate profile games; 0.25 vCPU and 1 GiB; eu-west-1a, eu-west-1b; 1 Pod; 11 USD a month
`,
    );
    expect(placementDiffMarkdown(moved).split('\n').at(-2)).toBe(
      '| test | Deployment games/web | new: Fargate profile games; 0.25 vCPU and 1 GiB; eu-west-1a, eu-west-1b; 1 Pod; 11 USD a month |',
    );
    expect(placementDiffMarkdown([])).toBe('');
  });
});
