import { type Chart, Size } from 'cdk8s';
import type * as plus from 'cdk8s-plus-28';

type Library = typeof plus;

/** One object of each kind, of one cdk8s-plus, under names of their own. */
export function theirs(library: Library, scope: Chart) {
  const named = (name: string) => ({ metadata: { name } });
  const account = new library.ServiceAccount(scope, 'account', named('their-account'));
  const web = new library.Deployment(scope, 'web', {
    ...named('their-web'),
    // @ts-expect-error cdk8s-plus is compiled without exactOptionalPropertyTypes: its own classes do not fit its interfaces.
    serviceAccount: account,
    containers: [{ image, ports: [{ name: 'http', number: 8080 }] }],
  });
  return {
    account,
    web,
    service: web.exposeViaService({ name: 'their-service' }),
    config: new library.ConfigMap(scope, 'config', { ...named('their-config'), data: { a: '1' } }),
    secret: new library.Secret(scope, 'secret', named('their-secret')),
    claim: new library.PersistentVolumeClaim(scope, 'claim', { ...named('their-claim'), storage: Size.gibibytes(1) }),
    role: new library.ClusterRole(scope, 'role', named('their-role')),
    volume: library.Volume.fromEmptyDir(scope, 'volume', 'their-volume'),
    env: library.EnvValue.fromValue('theirs'),
  };
}

export type Theirs = ReturnType<typeof theirs>;

export const image = 'example.com/app:1';

/** Gives one of them to a construct of ours, and says the object in which its name has to stand, and how. */
export type Place = (scope: Chart, given: Theirs) => readonly [object: string, text: string];

export const bound = (text: string, make: (scope: Chart, given: Theirs) => unknown, object: string): Place => {
  return (scope, given) => {
    make(scope, given);
    return [object, text];
  };
};
