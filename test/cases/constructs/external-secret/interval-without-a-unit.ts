import { ExternalSecret } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ExternalSecret(chart, 'db', {
    store: { kind: 'SecretStore', name: 'aws' },
    data: { a: { key: 'shop/db' } },
    // @ts-expect-error the compiler says it first
    refreshInterval: '15',
  });
});
