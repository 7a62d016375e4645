import { ipText, parseIp } from '../../../src/grammar/ip';

/** Verdicts of ParseIPSloppy of k8s.io/utils; the written form is that of RFC 5952. */
describe('an address', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['010.000.0.1', '10.0.0.1'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:2:0:0:0:3:0', '1:0:2::3:0'],
    ['1:0:3:4:5:6:7:8', '1:0:3:4:5:6:7:8'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
  ])('is read: %s', (text, written) => {
    const ip = parseIp(text);
    expect(ip === undefined ? undefined : ipText(ip)).toBe(written);
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '1.2.3.4.5',
    '1:2',
    '1::2::3',
    ':::',
    '1:2:3:4:5:6:7:8::',
    '10000::',
    '1.2.3.4::',
    'x',
  ])('is not read: %j', (text) => {
    expect(parseIp(text)).toBeUndefined();
  });
});
