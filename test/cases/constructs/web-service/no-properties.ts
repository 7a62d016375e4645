import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(...([chart, 'web'] as never as ConstructorParameters<typeof WebService>));
});
