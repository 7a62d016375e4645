import { SecretProviderClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const secrets = new SecretProviderClass(chart, 'db', {
    objects: [{ name: 'shop/db', alias: 'db' }],
    secrets: { 'db-secret': { keys: { password: 'db' } } },
  });
  secrets.secret('db-secrets');
});
