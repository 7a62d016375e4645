import { FluentBit } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new FluentBit(chart, 'fluent-bit', {
    image: 'example.com/fluent-bit:1',
    retentionDays: 30,
  });
});
