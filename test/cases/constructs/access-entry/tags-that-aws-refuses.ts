import { AccessEntry } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const many = Object.fromEntries(Array.from({ length: 47 }, (_, i) => [`tag-${i}`, '']));

export default mistake((chart) => {
  new AccessEntry(chart, 'shop', {
    iamRole: 'carts',
    groups: ['shop'],
    tags: { ...many, 'aws:team': 'shop', '': 'a', ['k'.repeat(129)]: 'b', long: 'x'.repeat(257) },
  });
});
