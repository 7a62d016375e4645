import { hardened } from 'cdk8s-eks';
import { Deployment, Handler } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

const lifecycle = { preStop: Handler.fromCommand(['sync']) };

export default mistake((chart) => {
  const containers = [{ image: 'example.com/web:1', portNumber: 8080, lifecycle }];
  hardened(new Deployment(chart, 'web', { containers }), { preStopSeconds: 5 });
});
