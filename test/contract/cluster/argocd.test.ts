import { Delivered } from './harness/delivered';
import { judgedEnvironments } from './harness/judged';
import { arrives } from './scenarios/arrival';
import { leavesAlone, undoesOtherwise } from './scenarios/ignored';
import { promotes } from './scenarios/promotion';
import { refuses } from './scenarios/refusal';
import { releases } from './scenarios/release';
import { removes } from './scenarios/removal';
import { replaces } from './scenarios/rollout';
import { staysAsItIs } from './scenarios/steady';

/** The environments that have a cluster of their own here; dev and staging share one Argo CD in another test. */
const delivered = judgedEnvironments().filter(([environment]) => environment === 'prod' || environment === 'staging');

describe.each(delivered)('Argo CD, syncing %s on Kubernetes %s', (environment, version) => {
  let one: Delivered;
  beforeAll(async () => {
    one = await Delivered.start(environment, version);
  });
  afterAll(() => one?.stop());

  arrives(() => one);
  promotes(() => one);
  staysAsItIs(() => one);
  undoesOtherwise(() => one);
  leavesAlone(() => one);
  releases(() => one);
  replaces(() => one);
  removes(() => one);
  refuses(() => one);
});
