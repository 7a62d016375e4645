import { Environment } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

/** In an app of `defineApp`, objects of one cluster would be written into the folder of another. */
export default mistake((chart) => {
  Environment.provide(chart, eksEnvironment({ name: 'other' }));
});
