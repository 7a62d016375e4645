import { rmSync } from 'node:fs';
import { type AlbConditions, AlbIngress, type AlbIngressProps, type AlbPath } from 'cdk8s-eks';
import { ALB_PREFIX, albAnnotation } from '../../src/knowledge/aws/alb-annotations';
import { mapAt } from '../../src/model/json';
import { buildGoReader, GO_IS_THERE, type GoReader } from '../support/go-reader';
import { render } from '../support/render';
import { AUTH, SETTINGS } from '../unit/knowledge/aws/alb-samples';

if (!GO_IS_THERE) console.warn('the Go reader of annotations was not asked: set CONTRACT=1, with Go on PATH');

const backend = { service: 'web', port: 80 };
const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
const OIDC = AUTH.oidc.value;
const SERVED = { certificateArns: ['arn:aws:acm:eu-west-1:111122223333:certificate/0a'] };

const when = (conditions: AlbConditions): AlbPath => ({ backend, conditions });

/** Paths and settings whose annotations hold JSON. */
const PATHS: readonly AlbPath[] = [
  { action: { redirect: { protocol: 'HTTPS' } } },
  { action: { redirect: { host: 'a.example.com', port: 8443, path: '/a', query: 'b=c', statusCode: 302 } } },
  { action: { fixedResponse: { statusCode: 404 } } },
  { action: { fixedResponse: { statusCode: 503, contentType: 'application/json', body: '{"closed":true}' } } },
  { action: { forward: [{ backend, weight: 1 }] } },
  { action: { forward: [{ backend: { service: 'web', port: 'http' }, weight: 1 }] } },
  {
    action: {
      forward: [
        { backend, weight: 90 },
        { targetGroupArn: TARGET_GROUP, weight: 10 },
      ],
    },
  },
  { action: { forward: [{ targetGroupName: 'web', weight: 1 }], stickinessSeconds: 60 } },
  when({ hosts: ['a.example.com'] }),
  when({ paths: ['/a/*'] }),
  when({ headers: [{ name: 'x-team', values: ['a', 'b*'] }] }),
  when({
    headers: [
      { name: 'x-team', regexValues: ['^a$'] },
      { name: 'x-other', values: ['c'] },
    ],
  }),
  when({ methods: ['GET', 'HEAD'] }),
  when({ query: [{ key: 'a', value: 'b' }, { value: 'c' }] }),
  when({ sourceCidrs: ['10.0.0.0/8', '2001:db8::/32'] }),
  { backend, rewrite: { url: { regex: '^/a/(.*)$', replace: '/$1' } } },
  { backend, rewrite: { host: { regex: '^a', replace: 'b' }, url: { regex: '^/c', replace: '/d' } } },
];

const OTHERS: readonly Partial<AlbIngressProps>[] = [
  { auth: { oidc: OIDC }, ...SERVED },
  { auth: { oidc: { ...OIDC, authenticationRequestExtraParams: { display: 'page' } } }, ...SERVED },
  { auth: { cognito: AUTH.cognito.value }, ...SERVED },
  { auth: { cognito: { ...AUTH.cognito.value, authenticationRequestExtraParams: { lang: 'en' } } }, ...SERVED },
  { jwtValidation: SETTINGS.jwtValidation.value, ...SERVED },
  {
    jwtValidation: {
      ...SETTINGS.jwtValidation.value,
      additionalClaims: [{ format: 'string-array', name: 'groups', values: ['shop'] }],
    },
    ...SERVED,
  },
  { mutualAuthentication: [{ port: 443, mode: 'off' }], ...SERVED },
  {
    mutualAuthentication: [
      {
        port: 443,
        mode: 'verify',
        trustStore: 'clients',
        ignoreClientCertificateExpiry: true,
        advertiseTrustStoreCaNames: 'on',
      },
    ],
    ...SERVED,
  },
  { mutualAuthentication: [{ port: 443, mode: 'passthrough' }], ...SERVED },
  { listenPorts: [{ protocol: 'HTTP', port: 8080 }] },
];

interface Example {
  readonly key: string;
  readonly text: string;
}

/** What an Ingress has in annotations that hold JSON. */
function jsonOf(props: Partial<AlbIngressProps>): readonly Example[] {
  const objects = render((scope) => new AlbIngress(scope, 'web', { scheme: 'internal', ...props }));
  const annotations = mapAt(objects['Ingress web'], 'metadata', 'annotations');
  return Object.entries(annotations).flatMap(([key, text]) =>
    /^[[{]/.test(String(text)) ? [{ key: key.slice(ALB_PREFIX.length), text: String(text) }] : [],
  );
}

const EXAMPLES = [
  ...PATHS.map((path) => jsonOf({ paths: [path] })),
  ...OTHERS.map((props) => jsonOf({ backend, ...props })),
];

/** Each is one of the examples with a mistake. */
const BROKEN: readonly Example[] = [
  { key: 'auth-idp-oidc', text: JSON.stringify({ ...OIDC, secret: 'idp' }) },
  { key: 'auth-idp-oidc', text: '[]' },
  { key: 'jwt-validation', text: '{"issuer":"a","jwksEndpoint":"https://a","claims":[]}' },
  { key: 'mutual-authentication', text: '[{"port":"443","mode":"off"}]' },
  { key: 'actions.a', text: '{"type":"forward"}' },
  { key: 'actions.a', text: '{"type":"fixed-response","fixedResponseConfig":{"statusCode":503}}' },
  { key: 'actions.a', text: '{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"a"}]}}' },
  { key: 'conditions.a', text: '[{"field":"source-ip","hostHeaderConfig":{"values":["a"]}}]' },
  { key: 'transforms.a', text: '[{"type":"url-rewrite","urlRewriteConfig":{"rewrites":[{"regexp":"a"}]}}]' },
];

/** Whether our reader has nothing to say. */
function passes({ key, text }: Example): boolean {
  const value = albAnnotation(key)?.value;
  return value?.wants(text, () => undefined) === undefined && (value?.ignored?.(text) ?? []).length === 0;
}

(GO_IS_THERE ? describe : describe.skip)('a Go reader with the fields of the controller’s guide', () => {
  let reader: GoReader;
  beforeAll(() => {
    reader = buildGoReader('alb-json');
  });
  afterAll(() => rmSync(reader.folder, { recursive: true, force: true }));

  const verdicts = (examples: readonly Example[]) =>
    reader
      .run(examples.map((example) => JSON.stringify(example)))
      .stdout.trim()
      .split('\n');

  it('reads the JSON of every example that the library writes', () => {
    const all = EXAMPLES.flat();
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(27);
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(verdicts(all)).toEqual(all.map(({ key }) => `read ${key}`));
    expect(all.filter((example) => !passes(example))).toEqual([]);
  });

  it('refuses what our own reader refuses', () => {
    expect(verdicts(BROKEN)).toEqual(BROKEN.map(({ key }) => `refused ${key}`));
    expect(BROKEN.filter(passes)).toEqual([]);
  });
});
