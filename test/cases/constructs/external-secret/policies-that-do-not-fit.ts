import { ExternalSecret } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ExternalSecret(chart, 'db', {
    store: { kind: 'SecretStore', name: 'aws' },
    data: { a: { key: 'b' } },
    creationPolicy: 'Merge',
    deletionPolicy: 'Delete',
  });
  new ExternalSecret(chart, 'db2', {
    store: { kind: 'SecretStore', name: 'aws' },
    data: { a: { key: 'b' } },
    creationPolicy: 'None',
    deletionPolicy: 'Merge',
  });
});
