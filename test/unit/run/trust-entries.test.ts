import { spawnSync } from 'node:child_process';
import { at, type JsonValue } from '../../../src/model/json';
import { renderedObject } from '../../../src/model/rendered-object';
import { trustOf } from '../../../src/run/survey/trust-entries';
import { eksEnvironment, kubernetesEnvironment } from '../../support/environment';
import { ROOT } from '../../support/project';

const account = (namespace: string, name: string, role?: string) =>
  renderedObject(
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name,
        namespace,
        ...(role === undefined ? {} : { annotations: { 'eks.amazonaws.com/role-arn': role } }),
      },
    },
    { environment: 'test', app: 'shop' },
  );
/** As it is printed. */
const toJson = (value: object | undefined): JsonValue => JSON.parse(JSON.stringify(value));
const ROLE = 'arn:aws:iam::111122223333:role/retail/carts';

describe('what the IAM team has to set up', () => {
  it('is one policy per role, with every subject, keyed by the issuer without https://', () => {
    const objects = [account('b', 'carts', ROLE), account('a', 'carts', ROLE), account('a', 'plain')];
    const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
    expect(trustOf(eksEnvironment(), objects)).toEqual([
      {
        environment: 'test',
        roleArn: ROLE,
        mechanism: 'irsa',
        subjects: ['system:serviceaccount:a:carts', 'system:serviceaccount:b:carts'],
        policy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: {
                StringEquals: {
                  [`${issuer}:sub`]: ['system:serviceaccount:a:carts', 'system:serviceaccount:b:carts'],
                  [`${issuer}:aud`]: 'sts.amazonaws.com',
                },
              },
            },
          ],
        },
      },
    ]);
  });

  it('says what is missing while the issuer is unknown, and nothing on a plain cluster', () => {
    const unknown = eksEnvironment({ identity: { mode: 'irsa', iamRoles: {} } });
    expect(trustOf(unknown, [account('a', 'carts', ROLE)])).toEqual([
      {
        environment: 'test',
        roleArn: ROLE,
        mechanism: 'irsa',
        subjects: ['system:serviceaccount:a:carts'],
        missing: {
          what: 'the cluster’s OIDC issuer',
          fix: 'run `cdk8s-eks facts refresh test`, or set identity.oidcIssuer in environments/test/environment.yaml',
        },
      },
    ]);
    expect(trustOf(kubernetesEnvironment(), [account('a', 'carts', ROLE)])).toEqual([]);
  });

  it('has the provider of the role’s own account, where the role lies in another', () => {
    const [entry] = trustOf(eksEnvironment(), [account('a', 'carts', 'arn:aws:iam::999988887777:role/carts')]);
    expect(at(toJson(entry?.policy), 'Statement', 0, 'Principal', 'Federated')).toBe(
      'arn:aws:iam::999988887777:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
    );
  });

  it('is listed for this repository’s production', () => {
    const ran = spawnSync(process.execPath, ['bin/cdk8s-eks.js', 'trust', '--env', 'prod'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(ran.status).toBe(0);
    expect(ran.stdout.split('\n').slice(0, 2)).toEqual([
      'prod › arn:aws:iam::444455556666:role/retail/prod-carts',
      '  trusts system:serviceaccount:carts:carts',
    ]);
  });
});
