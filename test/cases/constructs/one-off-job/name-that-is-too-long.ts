import { OneOffJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new OneOffJob(chart, 'app', {
    image: 'example.com/app:1',
    name: 'a'.repeat(64),
    hook: { when: 'PreSync', wave: 0.5 },
  });
});
