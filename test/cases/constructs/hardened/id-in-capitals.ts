import { hardened } from 'cdk8s-eks';
import { Deployment } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

const containers = [{ image: 'example.com/web:1', portNumber: 8080 }];

export default mistake((chart) => {
  hardened(new Deployment(chart, 'FrontEnd', { containers }));
});
