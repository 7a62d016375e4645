import { ScheduledJob, StatefulService, WebService } from 'cdk8s-eks';
import { at, type JsonObject } from '../../../../src/model/json';
import { render } from '../../../support/render';
import { restrictedViolations } from './pod-security';

const image = 'example.com/app:1';
const everything = {
  image,
  writable: ['/tmp', { path: '/cache', medium: 'Memory' as const }],
  mounts: [
    { path: '/etc/app', configMap: 'settings' },
    { path: '/etc/keys', secret: 'keys' },
    { path: '/shared', claim: 'shared' },
  ],
  addCapabilities: ['NET_BIND_SERVICE'],
  user: { uid: 1000, gid: 1001, fsGroup: 1002 },
  initContainers: [{ name: 'first', image }],
  sidecars: [{ name: 'beside', image, security: { readOnlyRootFilesystem: false } }],
};
const probes = {
  readiness: { http: '/ready' },
  liveness: { tcp: 8080 },
  startup: { exec: ['true'] },
};

const templateOf = (object: JsonObject | undefined) =>
  at(object, 'spec', 'jobTemplate', 'spec', 'template') ?? at(object, 'spec', 'template');

describe('Pod Security restricted', () => {
  it.each([
    ['WebService', 'Deployment app', {}],
    ['WebService with everything', 'Deployment app', { ...everything, ...probes }],
    ['StatefulService', 'StatefulSet app', {}],
    ['StatefulService with everything', 'StatefulSet app', { ...everything, ...probes }],
    ['ScheduledJob', 'CronJob app', {}],
    ['ScheduledJob with everything', 'CronJob app', everything],
  ])('finds nothing in a Pod of %s', (what, object, props) => {
    const objects = render((scope) => {
      if (what.startsWith('WebService')) new WebService(scope, 'app', { image, port: 8080, ...props });
      else if (what.startsWith('Stateful'))
        new StatefulService(scope, 'app', { image, ports: [{ name: 'tcp', containerPort: 8080 }], ...props });
      else new ScheduledJob(scope, 'app', { image, schedule: '@daily', ...props });
    });
    const template = templateOf(objects[object]);
    expect(at(template, 'spec', 'containers', 0, 'image')).toBe(image);
    expect(restrictedViolations(template)).toEqual([]);
  });

  it('finds what profile baseline leaves open, and no more', () => {
    const objects = render((scope) => {
      new WebService(scope, 'app', {
        image,
        port: 8080,
        profile: { level: 'baseline', reason: 'starts as root' },
        addCapabilities: ['CHOWN'],
      });
    });
    expect(restrictedViolations(templateOf(objects['Deployment app']))).toEqual([
      'app: capabilities.drop',
      'app: capabilities.add',
      'app: runAsNonRoot',
    ]);
  });

  it('finds what an override opens', () => {
    const objects = render((scope) => {
      new WebService(scope, 'app', {
        image,
        port: 8080,
        overrides: {
          deployment: {
            spec: { template: { spec: { hostNetwork: true, securityContext: { seccompProfile: null } } } },
          },
          container: { securityContext: { privileged: true } },
        },
      });
    });
    expect(restrictedViolations(templateOf(objects['Deployment app']))).toEqual([
      'hostNetwork',
      'app: privileged',
      'app: seccompProfile',
    ]);
  });
});
