import { wrongDnsSubdomain } from '../../grammar/dns';
import { parseIp } from '../../grammar/ip';
import { wrongLabelKey } from '../../grammar/label';
import type { FieldVerdict } from '../field-verdict';
import { at, listAt, textAt } from '../json';

/** Characters of a Pod's host name, whatever sets it. */
const MOST_HOSTNAME = 64;

/** Search domains may have underscores since 1.33, and end in a dot. */
const SEARCH = /^(?:\.|[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?(\.[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?)*\.?)$/;

/**
 * What the server refuses of a Pod's names and addresses. @param spec of a Pod; @param refused what the server does then, as the
 * end of a sentence; paths are those inside the spec
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go (ValidatePodSpec)
 */
export function judgePodFields(spec: unknown, refused: string): readonly FieldVerdict[] {
  return [
    ...judgeGates(spec, refused),
    ...judgeAliases(spec, refused),
    ...judgeDns(spec, refused),
    ...judgeHostname(spec, refused),
    ...judgeProcesses(spec, refused),
  ];
}

function judgeGates(spec: unknown, refused: string): readonly FieldVerdict[] {
  return listAt(spec, 'readinessGates').flatMap((gate, index) => {
    const type = textAt(gate, 'conditionType');
    const wrong = type === undefined ? undefined : wrongLabelKey(type);
    if (type === undefined || wrong === undefined) return [];
    return [
      {
        path: ['readinessGates', index, 'conditionType'],
        found: type,
        what: `no condition of a Pod can be called "${type}": ${wrong}, so ${refused}.`,
        fix: 'write the type as its controller sets it, such as example.com/ready.',
      },
    ];
  });
}

function judgeAliases(spec: unknown, refused: string): readonly FieldVerdict[] {
  return listAt(spec, 'hostAliases').flatMap((alias, index): FieldVerdict[] => {
    const ip = textAt(alias, 'ip');
    const address =
      ip === undefined || parseIp(ip) !== undefined
        ? []
        : [
            {
              path: ['hostAliases', index, 'ip'],
              found: ip,
              what: `the host alias "${ip}" is not an IP address, so ${refused}.`,
              fix: 'write an address such as 10.0.0.1.',
            },
          ];
    const names = listAt(alias, 'hostnames').flatMap((name, at) => {
      const wrong = typeof name === 'string' ? wrongDnsSubdomain(name) : undefined;
      if (wrong === undefined) return [];
      return [
        {
          path: ['hostAliases', index, 'hostnames', at],
          found: String(name),
          what: `the host alias ${ip} cannot be called "${String(name)}": ${wrong}, so ${refused}.`,
          fix: 'write a DNS name in lower case.',
        },
      ];
    });
    return [...address, ...names];
  });
}

function judgeDns(spec: unknown, refused: string): readonly FieldVerdict[] {
  const servers = listAt(spec, 'dnsConfig', 'nameservers').flatMap((server, index) =>
    typeof server !== 'string' || parseIp(server) !== undefined
      ? []
      : [
          {
            path: ['dnsConfig', 'nameservers', index],
            found: server,
            what: `the name server "${server}" is not an IP address, so ${refused}.`,
            fix: 'write an address such as 10.0.0.1.',
          },
        ],
  );
  const searches = listAt(spec, 'dnsConfig', 'searches').flatMap((domain, index) =>
    typeof domain !== 'string' || SEARCH.test(domain)
      ? []
      : [
          {
            path: ['dnsConfig', 'searches', index],
            found: domain,
            what: `the search domain "${domain}" is not a DNS name, so ${refused}.`,
            fix: 'write each domain as an item of its own, in lower case.',
          },
        ],
  );
  return [...servers, ...searches];
}

function judgeHostname(spec: unknown, refused: string): readonly FieldVerdict[] {
  const name = textAt(spec, 'hostnameOverride');
  if (name === undefined) return [];
  const path = ['hostnameOverride'];
  const wrong =
    wrongDnsSubdomain(name) ??
    (name.length > MOST_HOSTNAME ? `it has ${name.length} characters, and ${MOST_HOSTNAME} fit` : undefined);
  const found: FieldVerdict[] = [];
  if (wrong !== undefined)
    found.push({
      path,
      found: name,
      what: `no Pod can have the hostnameOverride "${name}": ${wrong}, so ${refused}.`,
      fix: 'respell it.',
    });
  for (const field of ['setHostnameAsFQDN', 'hostNetwork'])
    if (at(spec, field) === true)
      found.push({
        path: [field],
        found: 'true',
        what: `\`${field}\` gives the Pod a host name, and so does \`hostnameOverride\` (${name}), so ${refused}.`,
        fix: 'leave one of them out.',
      });
  return found;
}

function judgeProcesses(spec: unknown, refused: string): readonly FieldVerdict[] {
  if (at(spec, 'shareProcessNamespace') !== true || at(spec, 'hostPID') !== true) return [];
  return [
    {
      path: ['shareProcessNamespace'],
      found: 'true',
      what: `containers that see their node’s processes (\`hostPID\`) cannot share a process namespace of their own, so ${refused}.`,
      fix: 'leave `shareProcessNamespace` out: with `hostPID` they see one another.',
    },
  ];
}
