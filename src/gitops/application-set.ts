import {
  APPLICATION_SET_POLICY,
  CONFIRMATIONS,
  MANIFEST_PATHS,
  SYNC_OPTIONS,
  TEMPLATE_PATCH,
} from '../knowledge/argocd/annotations';
import { ARGOCD_API } from '../knowledge/argocd/kinds';
import { appFolder } from '../knowledge/argocd/output-paths';
import { APPLICATION_SET, deliveryName } from '../model/delivery-name';
import { destinationOf } from '../model/destination';
import type { Environment } from '../model/environment';
import type { GitOps } from '../model/gitops';
import { at, type JsonObject, type JsonValue, listAt, textAt } from '../model/json';
import { by } from '../model/order';
import type { RenderedObject } from '../model/rendered-object';
import { syncPolicyOf } from '../model/sync-policy';
import { application, type DeliveredApp, sourceOf } from './application';

/**
 * One ApplicationSet that makes the Application of each app. It makes and changes Applications and never deletes any, and
 * the Applications have no finalizer: whatever becomes of the set, or of its list, no object of an app goes. Who drops an
 * app deletes its Application by hand, as somebody confirms it otherwise.
 * @param others items of apps that this run does not render
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/applicationset/Controlling-Resource-Modification/
 */
export function applicationSet(
  environment: Environment,
  gitops: GitOps,
  apps: readonly DeliveredApp[],
  others: readonly JsonObject[] = [],
): JsonObject {
  const elements = [...apps.map((app) => elementOf(environment, gitops, app)), ...others];
  const policy = syncPolicyOf(gitops);
  return {
    apiVersion: ARGOCD_API,
    kind: 'ApplicationSet',
    metadata: {
      name: deliveryName(environment, APPLICATION_SET),
      namespace: gitops.namespace,
      annotations: { [SYNC_OPTIONS]: CONFIRMATIONS.map((option) => option.join('=')).join(',') },
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [{ list: { elements: elements.sort(by((element) => String(element['app']))) } }],
      syncPolicy: { ...APPLICATION_SET_POLICY },
      template: {
        metadata: {
          name: deliveryName(environment, '{{ .app }}'),
          namespace: gitops.namespace,
          annotations: { [MANIFEST_PATHS]: '.' },
        },
        spec: {
          project: '{{ .project }}',
          source: sourceOf(gitops, appFolder(environment.name, '{{ .app }}')),
          destination: { ...destinationOf(gitops.destination), namespace: '{{ .namespace }}' },
          syncPolicy: policy,
        },
      },
      // A template fills in texts alone; a patch brings lists.
      templatePatch: TEMPLATE_PATCH,
    },
  };
}

/** What differs from app to app. Each item has every key: one that is missing is an error, and none is made then. */
function elementOf(environment: Environment, gitops: GitOps, app: DeliveredApp): JsonObject {
  const whole = application(environment, gitops, app);
  return {
    app: app.name,
    project: textAt(whole, 'spec', 'project') ?? '',
    namespace: textAt(whole, 'spec', 'destination', 'namespace') ?? '',
    ignoreDifferences: [...listAt(whole, 'spec', 'ignoreDifferences')],
    syncOptions: [...listAt(whole, 'spec', 'syncPolicy', 'syncOptions')],
  };
}

/** Names of the Applications that a set which was written here makes. */
export function applicationsOfSet({ name, value }: Pick<RenderedObject, 'name' | 'value'>): readonly string[] {
  const prefix = name.slice(0, -APPLICATION_SET.length);
  return elementsOf(value).map(({ app }) => `${prefix}${String(app)}`);
}

/** The items of a set that was written here. */
export function elementsOf(set: JsonValue | undefined): readonly JsonObject[] {
  return listAt(at(set, 'spec', 'generators', 0), 'list', 'elements') as readonly JsonObject[];
}
