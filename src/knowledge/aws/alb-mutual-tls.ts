import {
  type Fields,
  fieldOf,
  jsonValue,
  listOf,
  objectOf,
  oneOfTexts,
  optional,
  required,
  TRUTH,
  textOf,
  wholeNumber,
} from './json-shape';

/**
 * Whether clients of a listener show certificates.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#mutual-authentication
 */
export interface AlbMutualAuthentication {
  /** The HTTPS port, 1–65535. */
  readonly port: number;
  /** `verify` refuses what the trust store does not know, `passthrough` hands certificates on to the Pods. */
  readonly mode: 'off' | 'passthrough' | 'verify';
  /** ARN or name of a trust store of AWS. With `verify`, and only with it. */
  readonly trustStore?: string;
  /** Whether certificates count that have expired; only with `verify`. `@default` false (AWS) */
  readonly ignoreClientCertificateExpiry?: boolean;
  /** Whether clients are told which authorities count; only with `verify`. `@default` off (AWS) */
  readonly advertiseTrustStoreCaNames?: 'on' | 'off';
}

/** Listeners of one load balancer that verify, at most; AWS does not raise it. */
const VERIFYING = 2;
const OF_VERIFY = ['trustStore', 'ignoreClientCertificateExpiry', 'advertiseTrustStoreCaNames'] as const;

function together(fields: Fields, at: string): readonly string[] {
  const { mode } = fields;
  if (mode === 'verify')
    return fields['trustStore'] === undefined ? [`${at}trustStore is missing for mode verify`] : [];
  return OF_VERIFY.filter((name) => fields[name] !== undefined).map(
    (name) => `${at}${name} goes with mode verify only, and the mode is ${String(mode)}`,
  );
}

/**
 * What begins as an ARN is one, and other texts are names.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TrustStore.html
 */
const TRUST_STORE = /^(?!arn:)[\s\S]|^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:truststore\/./;
const TRUST_STORE_WORDS =
  'the name of a trust store, or its ARN such as arn:aws:elasticloadbalancing:<region>:<account>:truststore/<name>/<id>';

const LISTENER = objectOf(
  {
    port: required(wholeNumber(1, 65_535)),
    mode: required(oneOfTexts('off', 'passthrough', 'verify')),
    trustStore: optional(textOf(TRUST_STORE, TRUST_STORE_WORDS)),
    ignoreClientCertificateExpiry: optional(TRUTH),
    advertiseTrustStoreCaNames: optional(oneOfTexts('on', 'off')),
  },
  together,
);

export const ALB_MUTUAL_TLS = jsonValue<readonly AlbMutualAuthentication[]>(
  'a list such as [{"port": 443, "mode": "verify", "trustStore": "clients"}]',
  (value, at, words) => {
    listOf(LISTENER)(value, at, words);
    const entries: readonly unknown[] = Array.isArray(value) ? value : [];
    const ports = entries.map((entry) => JSON.stringify(fieldOf(entry, 'port')));
    const twice = ports.find((port, index) => ports.indexOf(port) !== index);
    if (twice !== undefined) words.wrongs.push(`port ${twice} is given twice`);
    const verifying = entries.filter((entry) => fieldOf(entry, 'mode') === 'verify').length;
    if (verifying > VERIFYING)
      words.wrongs.push(`${verifying} listeners verify, and a load balancer of AWS has ${VERIFYING} such at most`);
  },
  'listeners, each port once',
);
