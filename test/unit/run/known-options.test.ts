import { checkManifests, checkProject, rootsOf } from 'cdk8s-eks/checks';
import { rejectionOf } from '../../support/thrown';

const roots = rootsOf('/nowhere');
const selection = { environments: ['prod'], tiers: [], apps: [] };
const left = (path: string, at: string, meant: string): string =>
  `${path}: there is no option ${at}: it would be left out in silence. Did you mean "${meant}"?\nfix: write ${meant}, or leave it out.`;

it('1.3 an option of checkProject that nobody reads is refused, at any depth', async () => {
  const options = { selection: { ...selection, enviroments: [] }, typeCheck: false, sandbx: true };
  expect(await rejectionOf(checkProject(roots, options))).toBe(
    `${left('checkProject', 'selection.enviroments', 'environments')}\n\n${left('checkProject', 'sandbx', 'sandbox')}`,
  );
});

it('1.3 an option of checkManifests that nobody reads is refused, and a root', async () => {
  const options = { selection, referees: { names: [], cluster: { kubeConfig: 'a', kubeconfig: 'b' } }, alon: true };
  expect(await rejectionOf(checkManifests(roots, 'yaml', options))).toBe(
    `${left('checkManifests', 'referees.cluster.kubeConfig', 'kubeconfig')}\n\n${left('checkManifests', 'alon', 'alone')}`,
  );
  expect(await rejectionOf(checkManifests(Object.assign({ outt: 'x' }, roots), 'yaml', { selection }))).toBe(
    left('checkManifests', 'outt', 'out'),
  );
});
