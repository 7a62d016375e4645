import * as v from 'valibot';

/** The texts that settings are made of. Each message says what is wanted, in the words a problem ends in. */

const formatted = (pattern: RegExp, wanted: string) => v.pipe(v.string(), v.regex(pattern, wanted));

export const text = formatted(/^\S(.*\S)?$/, 'text on one line, without blanks around it');

export const name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 'lower-case letters, digits and inner hyphens'),
  v.maxLength(40, 'at most 40 characters'),
);

export const kubernetesVersion = formatted(/^1\.(2[89]|3[0-6])$/, 'a supported version, "1.28" to "1.36", in quotes');

/** As EKS names clusters, node groups and Fargate profiles. */
export const eksName = formatted(
  /^[0-9A-Za-z][\w-]{0,99}$/,
  'a name of letters, digits, hyphens and underscores, at most 100',
);

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';

export const domain = v.pipe(
  v.string(),
  v.regex(new RegExp(`^(${label}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`), 'a DNS name such as shop.example.com'),
  v.maxLength(253, 'at most 253 characters'),
);

export const certificateDomain = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^(\\*\\.)?(${label}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`),
    'a DNS name, its first label may be `*`',
  ),
  v.maxLength(253, 'at most 253 characters'),
);

export const cpu = formatted(/^(?=.*[1-9])(\d+m|\d+(\.\d{1,3})?)$/, 'an amount of CPU such as 250m or 1.5');

export const memory = formatted(
  /^(?=.*[1-9])\d+(\.\d+)?([kMGTPE]|[KMGTPE]i)$/,
  'an amount of memory with its unit, such as 512Mi',
);

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';

export const cidr = formatted(
  new RegExp(`^(${octet}\\.){3}${octet}/(1[6-9]|2[0-8])$`),
  'an IPv4 block of a VPC, /16 to /28, such as 10.0.0.0/16',
);

export const arn = formatted(/^arn:aws(-cn|-us-gov)?:[a-z0-9-]+:[a-z0-9-]*:\d{12}:\S+$/, 'an ARN');

export const iamRole = formatted(
  /^(arn:aws(-cn|-us-gov)?:iam::\d{12}:role\/)?([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
  'a role name, its path before it, or a role ARN of another account',
);

export const region = formatted(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-west-1');

/** Local zones carry their city. */
export const availabilityZone = formatted(
  /^[a-z]{2}(-[a-z]+)+-\d(-[a-z]{3}-\d)?[a-z]$/,
  'an availability zone such as eu-west-1a',
);

export const id = (prefix: string) =>
  formatted(new RegExp(`^${prefix}-[0-9a-f]{8,17}$`), `an id such as ${prefix}-0123456789abcdef0`);

/** A password in it would be written to `dist/`, and so to Git. */
export const gitRepository = formatted(
  /^((https?|ssh|git|oci):\/\/(?![^/\s]*:[^/\s]*@)\S+|[\w.-]+@[\w.-]+:\S+)$/,
  'a repository’s address without a password, such as https://git.example.com/team/repo.git',
);

export const pathInRepository = formatted(
  /^(?!\.\.?(\/|$))[\w.-]+(\/(?!\.\.?(\/|$))[\w.-]+)*$/,
  'a path inside the repository, without `.` and `..`',
);

export const namespacePattern = formatted(
  /^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$/,
  'a namespace, with * for any characters',
);

/** As Fargate matches: `*` for any characters, `?` for one. */
export const fargatePattern = formatted(/^[a-z0-9*?-]+$/, 'a namespace, with * for any characters and ? for one');

export const group = formatted(
  /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$/,
  'an API group without its version, such as storage.k8s.io; empty for the core group',
);

export const objectName = formatted(/^[^\s/]{1,253}$/, 'the name of an object');

export const imageRepository = formatted(
  /^((localhost|[a-z0-9-]+(\.[a-z0-9-]+)+)(:\d+)?|[a-z0-9-]+:\d+)(\/[a-z0-9]+((\.|_{1,2}|-+)[a-z0-9]+)*)+$/,
  'a repository with its registry, such as public.ecr.aws/nginx/nginx',
);

export const tag = formatted(/^\w[\w.-]{0,127}$/, 'a tag in quotes');

export const digest = formatted(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hex digits');
