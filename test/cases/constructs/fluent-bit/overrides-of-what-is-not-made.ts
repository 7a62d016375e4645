import { FluentBit } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new FluentBit(chart, 'web', {
    image: 'a/b:1',
    serviceAccount: 'web',
    retentionDays: 30,
    overrides: { serviceAccount: {} },
  });
});
