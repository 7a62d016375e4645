import type { DocumentOptions, ParseOptions, ScalarTag, SchemaOptions } from 'yaml';

/**
 * How to read YAML that others wrote: plain words and numbers mean what they mean to kubectl and Argo CD, which read
 * with Go's sigs.k8s.io/yaml. Beside YAML 1.1 it knows more numbers (`0o17`), and neither times nor dates (`12:30`).
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go
 */
export const GO_YAML: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  merge: true,
  uniqueKeys: true,
  // What is left are maps, lists, text, null, booleans and merge keys, on which they agree.
  customTags: (tags) => [
    ...tags.filter((tag) => typeof tag !== 'string' && !OURS_OR_NONE.test(tag.tag)),
    ...[plainNumber, binary, explicit('int', goInteger), explicit('float', goNumber)],
  ],
};

const CORE = 'tag:yaml.org,2002:';
const OURS_OR_NONE = /:(int|float|timestamp|binary|omap|pairs|set)$/;

/** Nobody can name this tag: it is for what is written without one. */
const plainNumber: ScalarTag = {
  tag: `${CORE}plain-number`,
  default: true,
  test: /^[-+.\d]/,
  resolve(text, onError) {
    if (/^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(text)) {
      onError(`${text} is a number that JSON, and so Kubernetes, cannot hold`);
    }
    return goNumber(text) ?? text;
  },
};

function explicit(name: string, read: (text: string) => number | undefined): ScalarTag {
  return {
    tag: `${CORE}${name}`,
    resolve(text, onError) {
      const number = read(text);
      if (number === undefined) onError(`this is not a valid ${name}`);
      return number ?? text;
    },
  };
}

/** Go takes the bytes for text; it decodes strictly. */
const binary: ScalarTag = {
  tag: `${CORE}binary`,
  resolve(text, onError) {
    const bytes = Buffer.from(text, 'base64');
    const decoded = bytes.toString('utf8');
    if (bytes.toString('base64') !== text.replace(/[\r\n]/g, '')) onError('this is not base64');
    if (!Buffer.from(decoded, 'utf8').equals(bytes)) onError('these bytes are not UTF-8 text');
    return decoded;
  },
};

/** The number that a plain scalar is to Go; undefined for text. What a JavaScript number cannot hold is rounded. */
export function goNumber(text: string): number | undefined {
  return goInteger(text) ?? goFloat(text);
}

/** The digits of base 16, 2, 8 and 10. */
const INTEGER = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;

function goInteger(text: string): number | undefined {
  if (!/^[-+\d]/.test(text)) return undefined;
  // Go takes a sign behind `0b` too.
  const match = INTEGER.exec(text.replaceAll('_', '').replace(/^0b([-+])/, '$10b'));
  if (match === null) return undefined;
  const [, sign, hex, bits, octal, decimal] = match;
  const size = BigInt(jsInteger(hex, bits, octal) ?? decimal ?? '0');
  const limit = LIMITS.get(sign ?? '') ?? 2n ** 64n - 1n;
  return size > limit ? undefined : Number(sign === '-' ? -size : size);
}

/** The largest size behind each sign; without a sign, 64 bits are unsigned. */
const LIMITS: ReadonlyMap<string, bigint> = new Map([
  ['-', 2n ** 63n],
  ['+', 2n ** 63n - 1n],
]);

/** The digits as JavaScript spells their base. */
function jsInteger(hex?: string, bits?: string, octal?: string): string | undefined {
  if (hex !== undefined) return `0x${hex}`;
  if (bits !== undefined) return `0b${bits}`;
  return octal === undefined ? undefined : `0o${octal}`;
}

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
/** Behind a leading dot, underscores may only stand between digits. */
const FRACTION = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/;

function goFloat(text: string): number | undefined {
  const plain = text.replaceAll('_', '');
  if (text.startsWith('.') ? !FRACTION.test(text) : !/^[-+\d]/.test(text) || !FLOAT.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}
