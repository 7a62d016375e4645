import type { AddOn } from '../../../../src/model/cluster/control-plane';
import type { AddOnFacts, Facts } from '../../../../src/model/facts';
import { all, cluster, controlPlane, facts, object, objects, type Plant, settings } from './plants';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-666666666666';
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

const autoMode = all(
  settings(({ compute, identity }) => ({
    compute: { ...compute, autoMode: true, autoModeIamRole: 'auto' },
    identity: { ...identity, iamRoles: { ...identity.iamRoles, auto: 'auto' } },
  })),
  cluster({
    autoMode: true,
    autoModePools: ['general-purpose', 'system'],
    autoModeNodeRoleArn: role('auto'),
    autoModeStorage: true,
    autoModeLoadBalancing: true,
  }),
);

/** The EBS driver of both sides, which agree but for what is given. */
function driver(described: Partial<AddOn>, live: Partial<AddOnFacts> = {}) {
  return all(
    settings(({ identity, addOns }) => ({
      identity: { ...identity, iamRoles: { ...identity.iamRoles, ebs: 'ebs' } },
      addOns: [
        ...addOns.filter(({ name }) => name !== (described.name ?? 'aws-ebs-csi-driver')),
        {
          name: 'aws-ebs-csi-driver',
          version: 'v1.0.0-eksbuild.1',
          podIdentity: [],
          resolveConflicts: 'NONE',
          ...described,
        },
      ],
    })),
    facts(({ addOns = [] }) => ({
      addOns: addOns.map((one) => (one.name === 'aws-ebs-csi-driver' ? { ...one, ...live } : one)),
    })),
  );
}

const DRIVER = 'problem add-ons add-on aws-ebs-csi-driver';
const withRole = { podIdentity: [{ serviceAccount: 'ebs-csi-controller-sa', iamRole: 'ebs' }] };

const owned = (roleArn: string) =>
  facts(({ podIdentityAssociations = [] }) => ({
    podIdentityAssociations: [
      ...podIdentityAssociations,
      {
        namespace: 'kube-system',
        serviceAccount: 'ebs-csi-controller-sa',
        roleArn,
        ownerArn: 'arn:aws:eks:eu-west-1:111122223333:addon/test-cluster/aws-ebs-csi-driver/1',
      },
    ],
  }));

const COMPANY = {
  name: 'company',
  issuerUrl: 'https://login.example.com',
  clientId: 'kubernetes',
  groupsClaim: 'groups',
  groupsPrefix: 'oidc:',
  requiredClaims: {},
};

const signIn = settings(({ identity }) => ({ identity: { ...identity, identityProviders: [COMPANY] } }));
const provider = (change: Partial<NonNullable<Facts['identityProviders']>[number]> = {}) =>
  facts(() => ({
    identityProviders: [
      {
        name: 'company',
        type: 'oidc',
        issuerUrl: 'https://login.example.com',
        groupsClaim: 'groups',
        groupsPrefix: 'oidc:',
        status: 'ACTIVE',
        ...change,
      },
    ],
  }));

const SIGN_IN = 'identity-providers identity provider company';

/** Disagreements of the description and the cluster: its control plane, Auto Mode, add-ons and identity providers. */
export const DESCRIPTION_PLANTS: readonly Plant[] = [
  {
    what: 'a public endpoint that is off',
    change: cluster({ endpointPublicAccess: false }),
    found: ['problem endpoints controlPlane.endpoints.public'],
  },
  {
    what: 'a private endpoint that is off',
    change: cluster({ endpointPrivateAccess: false }),
    found: ['problem endpoints controlPlane.endpoints.private'],
  },
  {
    what: 'an API server that everybody reaches',
    change: cluster({ publicAccessCidrs: ['0.0.0.0/0'] }),
    found: ['problem endpoints controlPlane.endpoints.publicCidrs'],
  },
  {
    what: 'an API server that everybody may reach, as EKS spells it in an IPv6 cluster',
    change: all(
      controlPlane({ endpoints: { private: true, public: true, publicCidrs: [] } }),
      cluster({ publicAccessCidrs: ['0.0.0.0/0', '::/0'] }),
    ),
    found: [],
  },
  {
    what: 'an audit log that is off',
    change: cluster({ logging: ['api', 'authenticator', 'controllerManager', 'scheduler'] }),
    found: ['problem control-plane-logs controlPlane.logs'],
  },
  {
    what: 'Secrets that are not encrypted with the key of the settings',
    change: controlPlane({ secretsKey: 'ebs' }),
    found: ['problem secrets-key controlPlane.secretsKey'],
  },
  {
    what: 'Secrets that are encrypted with a key that nobody names',
    change: cluster({ encryptionKeyArns: [`${KEY}9`] }),
    found: ['problem secrets-key controlPlane.secretsKey'],
  },
  {
    what: 'Secrets that are encrypted with the key of the settings',
    change: all(controlPlane({ secretsKey: 'ebs' }), cluster({ encryptionKeyArns: [KEY] })),
    found: [],
  },
  {
    what: 'a support policy that upgrades by itself',
    change: all(
      cluster({ supportType: 'STANDARD' }),
      facts(() => ({
        clusterVersions: [{ version: '1.34', endOfStandardSupport: '2027-12-02', endOfExtendedSupport: '2028-12-02' }],
      })),
    ),
    found: ['problem support-policy controlPlane.supportType'],
  },
  {
    what: 'zonal shift that is off',
    change: cluster({ zonalShift: false }),
    found: ['problem zonal-shift controlPlane.zonalShift'],
  },
  {
    what: 'zonal shift that is on',
    change: controlPlane({ zonalShift: false }),
    found: ['problem zonal-shift controlPlane.zonalShift'],
  },
  {
    what: 'a production cluster that one call deletes',
    change: cluster({ deletionProtection: false }),
    found: ['problem deletion-protection controlPlane.deletionProtection'],
  },
  { what: 'Auto Mode as it is described', change: autoMode, found: [] },
  {
    what: 'Auto Mode without one of its pools',
    change: all(autoMode, cluster({ autoModePools: ['system'] })),
    found: ['problem auto-mode compute.autoModePools'],
  },
  {
    what: 'Auto Mode with another role',
    change: all(autoMode, cluster({ autoModeNodeRoleArn: role('other') })),
    found: ['problem auto-mode compute.autoModeIamRole'],
  },
  {
    what: 'Auto Mode that makes no volumes',
    change: all(autoMode, cluster({ autoModeStorage: false })),
    found: ['problem auto-mode EKS Auto Mode'],
  },
  { what: 'an add-on as it is described', change: driver({}), found: [] },
  {
    what: 'an add-on that is described and not there',
    change: driver({ name: 'aws-fsx-csi-driver' }),
    found: ['problem add-ons add-on aws-fsx-csi-driver'],
  },
  {
    what: 'an add-on of another version',
    change: driver({ version: 'v2.0.0-eksbuild.1' }),
    found: [DRIVER],
  },
  {
    what: 'an add-on with the same configuration in another form, but for what facts hide',
    change: driver(
      { configuration: 'controller:\n  replicaCount: 2\n  token: mine\n' },
      { configuration: { controller: { replicaCount: 2, token: '(not written: its key sounds like a secret)' } } },
    ),
    found: [],
  },
  {
    what: 'an add-on with another configuration',
    change: driver({ configuration: '{"controller":{"replicaCount":2}}' }, { configuration: { controller: {} } }),
    found: [DRIVER],
  },
  {
    what: 'an add-on that somebody configured by hand',
    change: driver({}, { configuration: { controller: { replicaCount: 3 } } }),
    found: [DRIVER],
  },
  {
    what: 'an add-on with another role',
    change: driver({ iamRole: 'ebs' }, { roleArn: role('other') }),
    found: [DRIVER],
  },
  { what: 'an add-on in another namespace', change: driver({ namespace: 'storage' }), found: [DRIVER] },
  { what: 'an add-on without its role by Pod Identity', change: driver(withRole), found: [DRIVER] },
  {
    what: 'an add-on with another role by Pod Identity',
    change: all(driver(withRole), owned(role('other'))),
    found: [DRIVER],
  },
  { what: 'an add-on with its role by Pod Identity', change: all(driver(withRole), owned(role('ebs'))), found: [] },
  { what: 'an identity provider as it is described', change: all(signIn, provider()), found: [] },
  { what: 'an identity provider that is not there', change: signIn, found: [`problem ${SIGN_IN}`] },
  { what: 'an identity provider that nobody describes', change: provider(), found: [`problem ${SIGN_IN}`] },
  {
    what: 'an identity provider that puts another prefix before groups',
    change: all(signIn, provider({ groupsPrefix: 'company:' })),
    found: [`problem ${SIGN_IN}`],
  },
  {
    what: 'an identity provider that is not there yet',
    change: all(signIn, provider({ status: 'CREATING' })),
    found: [`unknown ${SIGN_IN}`],
  },
  {
    what: 'a group that the described provider gives',
    change: all(
      signIn,
      provider(),
      objects(
        object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'admins', {
          subjects: [{ kind: 'Group', name: 'oidc:admins' }],
        }),
      ),
    ),
    found: [],
  },
];
