import type { EksEnvironment } from '../../../../src/model/environment';
import type { Facts } from '../../../../src/model/facts';
import { compute, role, roles } from './part-plants';
import { all, controlPlane, facts, type Plant, settings } from './plants';

const entry = (change: Partial<NonNullable<EksEnvironment['identity']['accessEntries']>[number]> = {}) =>
  all(
    roles,
    settings(({ identity }) => ({
      identity: {
        ...identity,
        accessEntries: [{ iamRole: 'admins', type: 'STANDARD', groups: ['admins'], policies: [], ...change }],
      },
    })),
  );

const liveEntry = (change: Partial<NonNullable<Facts['accessEntries']>[number]> = {}) =>
  facts(({ accessEntries = [] }) => ({
    accessEntries: [
      ...accessEntries,
      { principalArn: role('admins'), type: 'STANDARD', kubernetesGroups: ['admins'], ...change },
    ],
  }));

const association = all(
  roles,
  settings(({ identity }) => ({
    identity: {
      ...identity,
      podIdentityAssociations: [
        { namespace: 'kube-system', serviceAccount: 'external-dns', iamRole: 'dns', disableSessionTags: false },
      ],
    },
  })),
);

const liveAssociation = (change: Partial<NonNullable<Facts['podIdentityAssociations']>[number]> = {}) =>
  facts(({ podIdentityAssociations = [] }) => ({
    podIdentityAssociations: [
      ...podIdentityAssociations,
      { namespace: 'kube-system', serviceAccount: 'external-dns', roleArn: role('dns'), ...change },
    ],
  }));

const ADMINS = `described-access-entries access entry of ${role('admins')}`;
const DNS = 'described-associations association of kube-system/external-dns';

/** Disagreements about what the settings say of access, associations, capabilities and add-ons. */
export const ACCESS_PLANTS: readonly Plant[] = [
  { what: 'an access entry of the settings that is there', change: all(entry(), liveEntry()), found: [] },
  { what: 'an access entry of the settings that is missing', change: entry(), found: [`problem ${ADMINS}`] },
  {
    what: 'an access entry with other groups than those of the settings',
    change: all(entry(), liveEntry({ kubernetesGroups: ['readers'] })),
    found: [`problem ${ADMINS}`],
  },
  {
    what: 'an access entry with a policy that the settings give in one namespace alone',
    change: all(
      entry({ policies: [{ name: 'AmazonEKSEditPolicy', namespaces: ['shop'] }] }),
      liveEntry({
        accessPolicies: [{ policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy', scope: 'cluster' }],
      }),
    ),
    found: [`problem ${ADMINS}`],
  },
  {
    what: 'an access entry of another type and username',
    change: all(entry({ username: 'admin', groups: [] }), liveEntry({ type: 'EC2', username: 'root' })),
    found: [`problem ${ADMINS}`, `problem ${ADMINS}`, `problem ${ADMINS}`],
  },
  {
    what: 'nodes of Karpenter that no access entry lets in',
    change: all(
      roles,
      compute(() => ({ karpenter: true, karpenterIamRole: 'nodes' })),
    ),
    found: [`problem described-access-entries access entry of ${role('nodes')}`],
  },
  {
    what: 'access entries that nobody describes, beside those that EKS makes',
    change: facts(({ accessEntries = [] }) => ({
      accessEntries: [
        ...accessEntries,
        { principalArn: role('nodes'), type: 'EC2_LINUX' },
        { principalArn: role('ack'), type: 'STANDARD' },
        { principalArn: role('aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS'), type: 'STANDARD' },
        { principalArn: role('old-admins'), type: 'STANDARD' },
      ],
    })),
    found: ['warning not-described access entries'],
  },
  {
    what: 'the entry of who made the cluster',
    change: all(
      controlPlane({ creatorIsAdmin: true }),
      facts(({ accessEntries = [] }) => ({
        accessEntries: [
          ...accessEntries,
          {
            principalArn: role('creator'),
            type: 'STANDARD',
            accessPolicies: [
              { policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy', scope: 'cluster' },
            ],
          },
        ],
      })),
    ),
    found: [],
  },
  { what: 'an association of the settings that is there', change: all(association, liveAssociation()), found: [] },
  { what: 'an association of the settings that is missing', change: association, found: [`problem ${DNS}`] },
  {
    what: 'an association of the settings with other roles and without session tags',
    change: all(
      association,
      liveAssociation({ roleArn: role('other'), targetRoleArn: role('target'), disableSessionTags: true }),
    ),
    found: [`problem ${DNS}`, `problem ${DNS}`, `problem ${DNS}`],
  },
  {
    what: 'an association that nobody describes',
    change: liveAssociation(),
    found: ['warning not-described Pod Identity associations'],
  },
  {
    what: 'a capability of the settings that is missing',
    change: settings(({ capabilities }) => ({
      capabilities: [...capabilities, { name: 'kro', type: 'KRO', iamRole: 'ack' }],
    })),
    found: ['problem capabilities capability kro'],
  },
  {
    what: 'a capability of another role',
    change: settings(() => ({ capabilities: [{ name: 'ack', type: 'ACK', iamRole: 'carts' }] })),
    found: ['problem capabilities capability ack'],
  },
  {
    what: 'add-ons that nobody describes',
    change: settings(({ addOns }) => ({ addOns: addOns.slice(2) })),
    found: ['warning not-described add-ons'],
  },
];
