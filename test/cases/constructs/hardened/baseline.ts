import { hardened } from 'cdk8s-eks';
import { Capability, Deployment } from 'cdk8s-plus-33';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new Deployment(chart, 'web', {
    containers: [
      {
        image: 'example.com/web:1',
        securityContext: { capabilities: { add: [Capability.SYS_ADMIN, Capability.CHOWN] } },
      },
    ],
  });
  hardened(web, { profile: { level: 'baseline', reason: 'The image changes owners of its files.' } });
});
