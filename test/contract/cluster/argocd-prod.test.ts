import { Delivered } from './harness/delivered';
import { arrives } from './scenarios/arrival';
import { refuses } from './scenarios/refusal';
import { removes } from './scenarios/removal';
import { staysAsItIs } from './scenarios/steady';

describe('Argo CD, syncing prod on Kubernetes 1.33', () => {
  let delivered: Delivered;
  beforeAll(async () => {
    delivered = await Delivered.start('prod', '1.33');
  });
  afterAll(() => delivered?.stop());

  arrives(() => delivered);
  staysAsItIs(() => delivered);
  removes(() => delivered);
  refuses(() => delivered);
});
