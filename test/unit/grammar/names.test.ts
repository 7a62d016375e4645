import { wrongBase64 } from '../../../src/grammar/base64';
import { wrongConfigKey } from '../../../src/grammar/config-key';
import { DNS_LABEL_OF_LETTER, PATH_SEGMENT, wrongDnsLabel, wrongDnsSubdomain } from '../../../src/grammar/dns';
import { wrongHost, wrongTlsHost } from '../../../src/grammar/host';
import { wrongLabelKey, wrongLabelValue } from '../../../src/grammar/label';
import { wrongPortName, wrongPortRange, wrongPortReference } from '../../../src/grammar/port';
import { wrongSpelling } from '../../../src/grammar/spelling';
import { wrongVariableName } from '../../../src/grammar/variable-name';

const long = (length: number) => 'a'.repeat(length);
const LABEL = 'only lower-case letters, digits and inner hyphens fit';
const SUBDOMAIN = 'only lower-case letters, digits, inner hyphens and dots fit';
const NAME = 'only letters, digits, - _ and . with a letter or digit at both ends fit';
const PORT = 'only lower-case letters, digits and single inner hyphens fit, with at least one letter';

type Judge = (text: string) => string | undefined;
const letterFirst: Judge = (text) => wrongSpelling(text, DNS_LABEL_OF_LETTER);
const pathSegment: Judge = (text) => wrongSpelling(text, PATH_SEGMENT);
const oldVariable: Judge = (name) => wrongVariableName(name, '1.31');
const newVariable: Judge = (name) => wrongVariableName(name, '1.32');

/** Verdicts of apimachinery 0.34, util/validation; of hosts, of the API server's validateIngress; of base64, of Go 1.26. */
describe('a name', () => {
  it.each<[string, Judge, string]>([
    ['DNS label', wrongDnsLabel, 'a'],
    ['DNS label', wrongDnsLabel, '0-0'],
    ['DNS label', wrongDnsLabel, long(63)],
    ['DNS label that begins with a letter', letterFirst, 'a-0'],
    ['path segment', pathSegment, 'system:node é...'],
    ['DNS subdomain', wrongDnsSubdomain, `${long(100)}.b`],
    ['label key', wrongLabelKey, 'app.kubernetes.io/Part_of'],
    ['label key', wrongLabelKey, `${long(253)}/${long(63)}`],
    ['label value', wrongLabelValue, ''],
    ['label value', wrongLabelValue, 'A._-0'],
    ['port name', wrongPortName, '0-a-0'],
    ['port name', wrongPortName, long(15)],
    ['config key', wrongConfigKey, '.A_b-0.'],
    ['old variable', oldVariable, '-A.b_0'],
    ['new variable', newVariable, '0 ..~'],
    ['base64', wrongBase64, 'YQ==\r\n'],
    ['host', wrongHost, '*.example.com'],
    // AlbIngress once refused the first, because it has a long label, and rules refused the second.
    ['host', wrongHost, `${long(64)}.example.com`],
    ['host', wrongHost, '999.1.1.1'],
    // The rule once refused this one, which the server only refuses in a rule's host.
    ['TLS host', wrongTlsHost, '10.0.0.1'],
  ])('is a %s', (_what, wrong, text) => {
    expect(wrong(text)).toBeUndefined();
  });

  it.each<[string, Judge, string, string]>([
    ['DNS label', wrongDnsLabel, '', 'it is empty'],
    ['DNS label', wrongDnsLabel, 'a.b', LABEL],
    ['DNS label', wrongDnsLabel, 'a-', LABEL],
    ['DNS label', wrongDnsLabel, 'a\n', LABEL],
    ['DNS label', wrongDnsLabel, long(64), 'it has 64 characters, and 63 fit'],
    [
      'DNS label that begins with a letter',
      letterFirst,
      '0a',
      'only a letter first, then lower-case letters, digits and inner hyphens fit',
    ],
    ['path segment', pathSegment, '..', 'only characters other than / and % fit'],
    ['DNS subdomain', wrongDnsSubdomain, 'a..b', SUBDOMAIN],
    ['DNS subdomain', wrongDnsSubdomain, long(254), 'it has 254 characters, and 253 fit'],
    ['label key', wrongLabelKey, '', 'it is empty'],
    ['label key', wrongLabelKey, 'a/', 'it is empty'],
    ['label key', wrongLabelKey, '/a', '"" before the slash is not a DNS name: it is empty'],
    ['label key', wrongLabelKey, 'A/a', `"A" before the slash is not a DNS name: ${SUBDOMAIN}`],
    ['label key', wrongLabelKey, 'a/b/c', NAME],
    ['label value', wrongLabelValue, '-a', NAME],
    ['label value', wrongLabelValue, long(64), 'it has 64 characters, and 63 fit'],
    ['port name', wrongPortName, '', 'it is empty'],
    ['port name', wrongPortName, '80', 'it is a number in quotes, and a name has a letter'],
    ['port name', wrongPortName, 'a--b', PORT],
    ['port name', wrongPortName, 'Http', PORT],
    ['port name', wrongPortName, long(16), 'it has 16 characters, and 15 fit'],
    ['config key', wrongConfigKey, '..a', 'it would lead to another folder'],
    ['config key', wrongConfigKey, '.', 'it would lead to another folder'],
    ['config key', wrongConfigKey, 'a/b', 'only letters, digits, - _ and . fit'],
    // Rule k8s/valid-variable once took this one.
    [
      'old variable',
      oldVariable,
      '..a',
      'before Kubernetes 1.32 only letters, digits, - _ and . fit, no digit first, and not "." or ".." at the start',
    ],
    ['new variable', newVariable, 'A=B', 'only printable ASCII characters without "=" fit'],
    ['new variable', newVariable, '', 'it is empty'],
    ['base64', wrongBase64, 'YQ', 'it has 2 characters, which four do not divide'],
    ['base64', wrongBase64, 'Y-==', 'only letters, digits, + and / fit, with = at the end'],
    // AlbIngress once took this one.
    ['host', wrongHost, '1.2.3.4', 'it is an address'],
    ['host', wrongHost, 'a.*.b', `${SUBDOMAIN.slice(0, -4)} behind one "*." fit`],
    ['TLS host', wrongTlsHost, '', 'it is empty'],
  ])('is not a %s', (_what, wrong, text, reason) => {
    expect(wrong(text)).toBe(reason);
  });
});

describe('a port', () => {
  it.each([1, 80, 65_535, 'http', undefined, null, 80.5, {}])(
    'is taken by a field that names one, or not judged: %s',
    (port) => {
      expect(wrongPortReference(port)).toBeUndefined();
    },
  );

  it.each([
    [0, 'it is not a whole number from 1 to 65535'],
    [65_536, 'it is not a whole number from 1 to 65535'],
    // allowFrom() once took this one.
    ['Http', PORT],
  ])('is refused: %s', (port, wrong) => {
    expect(wrongPortReference(port)).toBe(wrong);
  });

  it.each([
    [80, 80, undefined],
    [80, 79, 'it ends before it begins'],
    [80, 65_536, 'it ends beyond 65535'],
  ])('begins a range %d to %d', (first, last, wrong) => {
    expect(wrongPortRange(first, last)).toBe(wrong);
  });
});
