import { hardened } from 'cdk8s-eks';
import { Job } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  hardened(new Job(chart, 'migrate', { containers: [{ image: 'example.com/web:1' }] }), {
    spread: true,
    preStopSeconds: 5,
  });
});
