import { EksCluster } from 'cdk8s-eks';
import { RULES } from '../../../../src/checks/registry';
import { cliSteps } from '../../../../src/model/cluster/cli';
import { eksctlConfig } from '../../../../src/model/cluster/eksctl';
import { clusterWarnings } from '../../../../src/model/cluster/warnings';
import type { EksEnvironment, Identity } from '../../../../src/model/environment';
import { eksEnvironment } from '../../../support/environment';
import { LEAST } from '../../../support/everything/cluster';
import { render } from '../../../support/render';
import { saidBy } from '../../../support/schemas';

type Provider = NonNullable<Identity['identityProviders']>[number];

const PROVIDER: Provider = {
  name: 'company',
  issuerUrl: 'https://login.example.com',
  clientId: 'kubernetes',
  usernameClaim: 'email',
  groupsClaim: 'groups',
  groupsPrefix: 'oidc:',
  requiredClaims: { hd: 'example.com' },
};

function withProvider(provider: Provider, more: Partial<EksEnvironment> = {}): EksEnvironment {
  const base = LEAST();
  return eksEnvironment({
    ...base,
    controlPlane: { ...base.controlPlane, tags: { team: 'platform' } },
    identity: { ...base.identity, identityProviders: [provider] },
    ...more,
  });
}

describe('a provider that people sign in at', () => {
  it('is in the ClusterConfig, in eksctl’s words', () => {
    expect(eksctlConfig(withProvider(PROVIDER)).document['identityProviders']).toEqual([
      {
        type: 'oidc',
        name: 'company',
        issuerURL: 'https://login.example.com',
        clientID: 'kubernetes',
        usernameClaim: 'email',
        groupsClaim: 'groups',
        groupsPrefix: 'oidc:',
        requiredClaims: { hd: 'example.com' },
        tags: { team: 'platform' },
      },
    ]);
  });

  it('is the last call of the AWS CLI', () => {
    expect(cliSteps(withProvider({ ...PROVIDER, requiredClaims: {} })).steps.at(-1)).toEqual({
      name: 'associate-identity-provider-config-company',
      command: 'eks associate-identity-provider-config',
      input: {
        clusterName: 'test-cluster',
        oidc: {
          identityProviderConfigName: 'company',
          issuerUrl: 'https://login.example.com',
          clientId: 'kubernetes',
          usernameClaim: 'email',
          groupsClaim: 'groups',
          groupsPrefix: 'oidc:',
        },
        tags: { team: 'platform' },
      },
    });
  });

  it('is an object of ACK, which takes none over', () => {
    const objects = render(
      (chart) =>
        void new EksCluster(chart, 'cluster', {
          adopt: true,
          overrides: { identityProviders: { company: { spec: { oidc: { clientID: 'other' } } } } },
        }),
      withProvider(PROVIDER),
    );
    expect(objects['IdentityProviderConfig test-cluster-company']).toMatchObject({
      metadata: { annotations: { 'services.k8s.aws/deletion-policy': 'retain' } },
      spec: {
        clusterName: 'test-cluster',
        oidc: {
          identityProviderConfigName: 'company',
          issuerURL: 'https://login.example.com',
          clientID: 'other',
          usernameClaim: 'email',
          groupsClaim: 'groups',
          groupsPrefix: 'oidc:',
          requiredClaims: { hd: 'example.com' },
        },
        tags: { team: 'platform' },
      },
    });
    const provider = objects['IdentityProviderConfig test-cluster-company'];
    expect(JSON.stringify(provider)).not.toContain('adoption');
  });

  it('is warned of where it may name whom it likes, and where AWS may not reach it', () => {
    const { groupsPrefix: _none, ...open } = PROVIDER;
    const { network } = LEAST();
    const environment = withProvider({ ...open, usernamePrefix: '-' }, { network: { ...network, private: true } });
    expect(clusterWarnings(environment).map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual(
      expect.arrayContaining([
        'identity.identityProviders.0.groupsClaim: groups of company have no prefix: a group there that is called as one of the cluster, system:masters too, has its rights here.',
        'identity.identityProviders.0.usernamePrefix: users of company have no prefix: a person who may choose the claim email there may take the name of anybody here.',
        'identity.identityProviders.0.issuerUrl: AWS reads the keys of https://login.example.com from the internet, though nothing of this network leads there.',
      ]),
    );
    expect(clusterWarnings(withProvider(PROVIDER)).filter(({ path }) => path[1] === 'identityProviders')).toEqual([]);
  });

  it('gives the groups that begin with its prefix, so that a binding of one is not told', () => {
    const environment = withProvider(PROVIDER);
    const known = eksEnvironment({ ...environment, identity: { ...environment.identity, groups: [] } });
    const [rule] = RULES.filter(({ id }) => id === 'eks/no-missing-access-entry');
    const binding = (group: string) => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'admins', namespace: 'shop' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'admins' },
      subjects: [{ kind: 'Group', name: group, apiGroup: 'rbac.authorization.k8s.io' }],
    });
    const said = (group: string) => (rule === undefined ? [] : saidBy(rule, [binding(group)], '1.34', known));
    expect([said('oidc:admins'), said('admins').map((text) => text.split(':')[0])]).toEqual([[], ['subjects[0].name']]);
  });
});
