import { SecretProviderClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new SecretProviderClass(chart, 'db', { objects: [{ name: 'shop/db' }, { name: 'other', alias: 'shop_db' }] });
});
