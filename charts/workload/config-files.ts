import { createHash } from 'node:crypto';
import { Construct } from 'constructs';
import { KubeConfigMap } from '../../imports/k8s';
import { override, type Patch } from '../override';

export interface ConfigFilesProps {
  /** Name before the hash. `@default` the construct's id */
  readonly name?: string;
  /** File name or variable → content. */
  readonly data: Readonly<Record<string, string>>;
  /**
   * Adds a hash of the content to the name and makes the object immutable, so that changed content rolls the Pods
   * that mount it, and a rollback finds the old one. `@default` true
   */
  readonly hash?: boolean;
  readonly overrides?: { readonly configMap?: Patch };
}

/** A ConfigMap that Pods read as files or variables. Use `.name` to refer to it. */
export class ConfigFiles extends Construct {
  readonly configMap: KubeConfigMap;
  /** The object's name, with its hash. */
  readonly name: string;
  readonly kind = 'ConfigMap';

  constructor(scope: Construct, id: string, props: ConfigFilesProps) {
    super(scope, id);
    const hashed = props.hash ?? true;
    const name = props.name ?? id;
    this.name = hashed ? `${name}-${contentHash(props.data)}` : name;
    this.configMap = new KubeConfigMap(this, 'ConfigMap', {
      metadata: { name: this.name },
      data: { ...props.data },
      ...(hashed ? { immutable: true } : {}),
    });
    override(this.configMap, props.overrides?.configMap);
  }
}

/** Ten hex digits over keys and values in a fixed order. */
function contentHash(data: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const key of Object.keys(data).sort()) hash.update(JSON.stringify([key, data[key]]));
  return hash.digest('hex').slice(0, 10);
}
