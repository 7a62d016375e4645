import { ExternalSecret, propertiesOf } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ExternalSecret(chart, 'db', {
    store: { name: 'aws', kind: 'SecretStore' },
    data: propertiesOf(null as never, [null as never, '']),
  });
});
