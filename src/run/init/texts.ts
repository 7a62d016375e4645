import { SAMPLE } from './settings';

export const APP = `import { AlbIngress, AppNamespace, defineApp, releasedImage, WebService } from 'cdk8s-eks';

/** A web service behind a load balancer that only the VPC reaches. */
export default defineApp({
  name: '${SAMPLE}',
  owner: '${SAMPLE}',
  namespace: '${SAMPLE}',
  charts(scope) {
    new AppNamespace(scope, 'namespace', { name: '${SAMPLE}' });
    const web = new WebService(scope, 'web', {
      image: releasedImage(scope, 'web'),
      port: 9898,
      user: { uid: 100, gid: 101 },
      readiness: { http: '/readyz' },
    });
    new AlbIngress(scope, 'ingress', { name: 'web', host: '${SAMPLE}', scheme: 'internal', backend: web });
  },
});
`;

export const PLATFORM = `import { AlbIngressClass, defineApp, EbsStorageClass } from 'cdk8s-eks';

/** The classes that apps name. Where a cluster has them from elsewhere, list them under \`external\` instead. */
export default defineApp({
  name: 'platform',
  owner: 'platform',
  skip: { local: 'a cluster on a laptop brings classes of its own' },
  charts(scope) {
    new AlbIngressClass(scope, 'alb');
    new EbsStorageClass(scope, 'gp3', { isDefault: true });
  },
});
`;

export const TEST = `import { loadTestEnvironments, renderForTest } from 'cdk8s-eks/testing';
import ${SAMPLE} from '../apps/${SAMPLE}';

describe.each(Object.values(loadTestEnvironments()))('${SAMPLE} in $name', (environment) => {
  const objects = renderForTest(${SAMPLE}, environment);
  const find = (kind: string) => objects.find((object) => object.kind === kind)?.value;

  it('runs the image that release.yaml names', () => {
    const { repository, tag } = environment.release.apps['${SAMPLE}']?.images['web'] ?? {};
    const containers = [{ image: \`\${repository}:\${tag}\` }];
    expect(find('Deployment')).toMatchObject({ spec: { template: { spec: { containers } } } });
  });

  it('is reached under the domain of the environment', () => {
    expect(find('Ingress')).toMatchObject({ spec: { rules: [{ host: \`${SAMPLE}.\${environment.domain}\` }] } });
  });
});
`;

/** Editors check tests too; \`synth\` looks at apps and what they import. */
export const TSCONFIG = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["es2023"],
    "module": "nodenext",
    "moduleResolution": "nodenext",
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "skipLibCheck": true,
    "types": ["node", "jest"],
    "noEmit": true
  },
  "include": ["apps", "test"]
}
`;

export const GITIGNORE = `node_modules/
/coverage/
/change.md
/cdk8s.out/
*.cdk8s-eks-tmp
.*.cdk8s-eks.lock
`;
