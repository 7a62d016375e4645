import { Construct } from 'constructs';
import { KubeConfigMap } from '../../imports/k8s';
import { wrongBase64 } from '../../src/grammar/base64';
import { contentHash } from '../../src/grammar/content-hash';
import { defined } from '../../src/model/defined';
import { mapAt, textAt } from '../../src/model/json';
import { findUnwritable, isPlain } from '../../src/model/unwritable';
import type { Labels } from '../shared/labels';
import { mergePatch, override, type Patch } from '../shared/override';
import { type Problems, refusal } from '../shared/problems';
import { problemsWith } from '../shared/properties';

export interface ConfigFilesProps {
  /** Name before the hash. `@default` the construct's id */
  readonly name?: string;
  /** File name or variable → content. All content together is at most 1 MiB. `@finding k8s/valid-name` */
  readonly data?: Readonly<Record<string, string>>;
  /** File name → content in base64, for what is not text. */
  readonly binaryData?: Readonly<Record<string, string>>;
  /**
   * Adds a hash of the content to the name and makes the object immutable, so that changed content rolls the Pods
   * that mount it, and a rollback finds the old one. `@default` true
   */
  readonly hash?: boolean;
  /** Labels of the ConfigMap. */
  readonly labels?: Labels;
  /** Annotations of the ConfigMap. */
  readonly annotations?: Labels;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly configMap?: Patch };
}

/**
 * A ConfigMap that Pods read as files or variables. Use the construct itself, or its `.name`, to refer to it.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { ConfigFiles, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const web = (chart: Chart) => {
 *   const config = new ConfigFiles(chart, 'config', { data: { 'nginx.conf': 'events {}' } });
 *   return new WebService(chart, 'web', {
 *     image: 'public.ecr.aws/nginx/nginx-unprivileged:1.29',
 *     port: 8080,
 *     mounts: [{ path: '/etc/nginx', configMap: config }],
 *   });
 * };
 */
export class ConfigFiles extends Construct {
  readonly configMap: KubeConfigMap;
  /** The object's name, with its hash. */
  readonly name: string;
  /** Lets `envFrom` take the construct itself. */
  readonly kind = 'ConfigMap';

  constructor(scope: Construct, id: string, props: ConfigFilesProps) {
    super(scope, id);
    const problems = problemsWith(this, 'ConfigFiles', props, ConfigFiles);
    textProblems('data', props.data ?? {}, problems);
    textProblems('binaryData', props.binaryData ?? {}, problems);
    // The hash, and base64, are of texts.
    problems.raise();
    contentProblems(props, problems);
    problems.raise();
    const hashed = props.hash ?? true;
    const name = props.name ?? id;
    const hash = hashed ? hashOf(changedContent(props)) : undefined;
    this.name = hash === undefined ? name : `${name}-${hash}`;
    this.configMap = new KubeConfigMap(this, 'ConfigMap', {
      metadata: {
        name: this.name,
        ...defined({
          labels: props.labels && { ...props.labels },
          annotations: props.annotations && { ...props.annotations },
        }),
      },
      ...defined({ data: props.data && { ...props.data }, binaryData: props.binaryData && { ...props.binaryData } }),
      ...(hashed ? { immutable: true } : {}),
    });
    override(this.configMap, props.overrides?.configMap);
    if (hash !== undefined) this.node.addValidation(unchangedContent(this, hash));
  }
}

/** The content as its override leaves it. What no file can hold is refused with the override. */
function changedContent({ data, binaryData, overrides = {} }: ConfigFilesProps): Content {
  const { configMap } = overrides;
  const given = defined({ data, binaryData });
  if (!isPlain(configMap) || findUnwritable(configMap) !== undefined) return given;
  const merged = mergePatch(given, defined({ data: configMap['data'], binaryData: configMap['binaryData'] }));
  return { data: mapAt(merged, 'data'), binaryData: mapAt(merged, 'binaryData') };
}

function hashOf({ data, binaryData }: Content): string {
  return contentHash(data, binaryData);
}

interface Content {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly binaryData?: Readonly<Record<string, unknown>>;
}

/** The name is known before the object is changed by a JSON patch or `override`: it would be one of other content. */
function unchangedContent(files: ConfigFiles, hash: string) {
  const { configMap } = files;
  const { toJson } = configMap;
  const isChanged = () => {
    const patches: unknown = Reflect.get(configMap, 'patches');
    return configMap.toJson !== toJson || (Array.isArray(patches) && patches.length > 0);
  };
  const validate = () => {
    const object: unknown = isChanged() ? configMap.toJson() : undefined;
    if (object === undefined || textAt(object, 'metadata', 'name') !== files.name) return [];
    if (contentHash(mapAt(object, 'data'), mapAt(object, 'binaryData')) === hash) return [];
    throw refusal(
      files,
      `the content is changed behind the hash in the name ${files.name}: the cluster refuses other content in an immutable ConfigMap of the same name, and no Pod is replaced.`,
      'give the content as `data`, or change it in `overrides`; or set `hash: false`.',
    );
  };
  return { validate };
}

function textProblems(field: string, content: object, problems: Problems): void {
  for (const [key, value] of Object.entries(content)) {
    const isWrong = typeof value !== 'string' && value !== undefined && value !== null;
    problems.unless(!isWrong, `${field} "${key}" is not a text; the server takes nothing else.`, 'give it as a text.');
  }
}

function contentProblems({ data = {}, binaryData = {} }: ConfigFilesProps, problems: Problems): void {
  for (const key of Object.keys(binaryData)) {
    problems.unless(!Object.hasOwn(data, key), `"${key}" is in data and in binaryData.`, 'keep one of them.');
    const wrong = wrongBase64(binaryData[key] ?? '');
    problems.unless(
      wrong === undefined,
      `binaryData "${key}" is not base64: ${wrong}.`,
      "give Buffer.from(content).toString('base64').",
    );
  }
}
