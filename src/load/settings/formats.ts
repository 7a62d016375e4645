import * as v from 'valibot';
import { isCpuText, isSizeText } from '../../grammar/amounts';
import { ARN, EKS_NAME, IAM_ROLE, IAM_USER } from '../../grammar/arn';
import { awsId } from '../../grammar/aws-id';
import { parseCidr, unclearCidr, VPC_BLOCK } from '../../grammar/cidr';
import { API_GROUP, CERTIFICATE_DOMAIN, GROUP_AND_KIND, PUBLIC_DOMAIN } from '../../grammar/dns';
import { FOLDER_NAME } from '../../grammar/folder-name';
import { wrongBranch } from '../../grammar/git-branch';
import { IMAGE_REPOSITORY, SHA256, TAG } from '../../grammar/image';
import { ISSUER_URL } from '../../grammar/issuer-url';
import { CPU_AMOUNT, MEMORY_AMOUNT } from '../../grammar/quantity';
import { REGION } from '../../grammar/region';
import { KUBERNETES_VERSIONS } from '../../knowledge/kubernetes/versions';

/** The texts that settings are made of. Each message says what is wanted, in the words a problem ends in. */

const formatted = (pattern: RegExp, wanted: string) => v.pipe(v.string(), v.regex(pattern, wanted));

export const text = formatted(/^\S(.*\S)?$/, 'text on one line, without blanks around it');

/** At most without a second number is what a number of JSON holds. */
export const wholeNumber = (least: number, most?: number) => {
  const wanted = most === undefined ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`;
  return v.pipe(
    v.number(),
    v.integer(wanted),
    v.minValue(least, wanted),
    v.maxValue(most ?? Number.MAX_SAFE_INTEGER, wanted),
  );
};

export const name = v.pipe(
  v.string(),
  v.regex(FOLDER_NAME.pattern, FOLDER_NAME.characters),
  v.maxLength(FOLDER_NAME.max, `at most ${FOLDER_NAME.max} characters`),
);

const [OLDEST, NEWEST] = [KUBERNETES_VERSIONS[0], KUBERNETES_VERSIONS.at(-1)];

export const kubernetesVersion = formatted(
  new RegExp(`^(?:${KUBERNETES_VERSIONS.join('|').replaceAll('.', '\\.')})$`),
  `a supported version, "${OLDEST}" to "${NEWEST}", in quotes`,
);

/** As EKS names clusters, node groups and Fargate profiles. */
export const eksName = formatted(EKS_NAME, 'a name of letters, digits, hyphens and underscores, at most 100');

export const domain = v.pipe(
  v.string(),
  v.regex(PUBLIC_DOMAIN, 'a DNS name such as shop.example.com'),
  v.maxLength(253, 'at most 253 characters'),
);

export const certificateDomain = v.pipe(
  v.string(),
  v.regex(CERTIFICATE_DOMAIN, 'a DNS name, its first label may be `*`'),
  v.maxLength(253, 'at most 253 characters'),
);

const CPU = 'an amount of CPU such as 250m or 1.5';
export const cpu = v.pipe(formatted(CPU_AMOUNT, CPU), v.guard(isCpuText, CPU));

const MEMORY = 'an amount of memory with its unit, such as 512Mi';
export const memory = v.pipe(formatted(MEMORY_AMOUNT, MEMORY), v.guard(isSizeText, MEMORY));

export const cidr = formatted(VPC_BLOCK, 'an IPv4 block of a VPC, /16 to /28, such as 10.0.0.0/16');

/** A block that the API server and AWS read in the same way. */
const isBlock = (given: string) => parseCidr(given) !== undefined && unclearCidr(given) === undefined;

export const anyCidr = v.pipe(v.string(), v.check(isBlock, 'a block of addresses such as 203.0.113.0/24'));

/** @see https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html */
export const serviceCidr = v.pipe(
  v.string(),
  v.check(
    (given) => isBlock(given) && /^(10|172|192)\..*\/(1[2-9]|2[0-4])$/.test(given),
    'a private IPv4 block, /12 to /24, such as 172.20.0.0/16',
  ),
);

export const arn = formatted(ARN, 'an ARN');

export const iamRole = formatted(IAM_ROLE, 'a role name, its path before it, or a role ARN of another account');

export const iamUser = formatted(IAM_USER, 'the name of an IAM user, its path before it');

export const issuerUrl = formatted(
  ISSUER_URL,
  'an address with https:// and without a query, such as https://login.example.com',
);

export const claimName = v.pipe(text, v.maxLength(63, 'at most 63 characters'));

export const claimValue = v.pipe(text, v.maxLength(253, 'at most 253 characters'));

export const region = formatted(REGION, 'a region such as eu-west-1');

/** Local zones carry their city. */
export const availabilityZone = formatted(
  /^[a-z]{2}(-[a-z]+)+-\d(-[a-z]{3}-\d)?[a-z]$/,
  'an availability zone such as eu-west-1a',
);

export const id = (prefix: string) => formatted(awsId(prefix), `an id such as ${prefix}-0123456789abcdef0`);

/** A password in it would be written to `dist/`, and so to Git. */
export const gitRepository = formatted(
  /^((https?|ssh|git|oci):\/\/(?![^/\s]*:[^/\s]*@)\S+|[\w.-]+@[\w.-]+:\S+)$/,
  'a repository’s address without a password, such as https://git.example.com/team/repo.git',
);

export const branch = v.pipe(
  text,
  v.check((given) => wrongBranch(given) === undefined, 'the name of a branch alone, such as main'),
);

export const pathInRepository = formatted(
  /^(?!\.\.?(\/|$))[\w.-]+(\/(?!\.\.?(\/|$))[\w.-]+)*$/,
  'a path inside the repository, without `.` and `..`',
);

export const namespacePattern = formatted(
  /^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$/,
  'a namespace, with * for any characters',
);

export const appPattern = formatted(
  /^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$/,
  'the name of an app, with * for any characters',
);

/** A trigger or a service of notifications: a point would begin the next part of the annotation. */
export const subscribed = formatted(
  /^[^\W_](?:[\w-]*[^\W_])?$/,
  'a name of letters, digits, hyphens and underscores, without a point',
);

export const recipient = formatted(/^[^\s;]([^;]*[^\s;])?$/, 'one recipient; a semicolon would begin the next');

/** As Fargate matches: `*` for any characters, `?` for one. */
export const fargatePattern = formatted(/^[a-z0-9*?-]+$/, 'a namespace, with * for any characters and ? for one');

export const group = formatted(
  API_GROUP,
  'an API group without its version, such as storage.k8s.io; empty for the core group',
);

export const groupAndKind = formatted(
  GROUP_AND_KIND,
  'a kind with its group and without a version, such as postgresql.cnpg.io/Cluster; the core group is left out',
);

export const kind = formatted(/^[A-Z][A-Za-z0-9]*$/, 'a kind such as Secret');

/** In what Argo CD ignores, `*` stands for any run of characters. */
export const groupPattern = formatted(
  /^[a-z0-9.*-]*$/,
  'an API group without its version, such as apps, or a pattern such as *; empty for the core group',
);

export const kindPattern = formatted(/^[A-Z*][A-Za-z0-9*]*$/, 'a kind such as Secret, or a pattern such as *');

export const objectName = formatted(/^[^\s/]{1,253}$/, 'the name of an object');

export const imageRepository = formatted(
  IMAGE_REPOSITORY,
  'a repository with its registry, such as public.ecr.aws/nginx/nginx',
);

export const tag = formatted(TAG, 'a tag in quotes');

export const digest = formatted(SHA256, 'sha256: and 64 hex digits');
