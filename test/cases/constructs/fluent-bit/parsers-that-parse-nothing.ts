import { FluentBit } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new FluentBit(chart, 'fluent-bit', {
    image: 'example.com/fluent-bit:1',
    iamRole: 'carts',
    retentionDays: 30,
    parsers: [
      { name: 'no-regex', format: 'regex' },
      { name: 'regex', format: 'json', regex: '(?<a>.)' },
      { name: 'no-group', format: 'regex', regex: '(.*)' },
      { name: 'no-format', format: 'json', timeKey: 'time' },
      { name: 'no-key', format: 'json', timeFormat: '%s' },
    ],
  });
});
