import { FluentBit } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new FluentBit(chart, 'fluent-bit', {
    image: 'example.com/fluent-bit:1',
    iamRole: 'carts',
    retentionDays: 30,
    filters: [{ drop: { 'a b': 'c' } }, { keep: { 'd e': 'f' } }, { add: { 'g h': 'i' } }],
  });
});
