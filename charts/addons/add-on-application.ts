import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  CONFIRMATIONS,
  FOREGROUND_FINALIZER,
  RESPECT_IGNORED,
  SYNC_OPTIONS,
} from '../../src/knowledge/argocd/annotations';
import { ARGOCD_API } from '../../src/knowledge/argocd/kinds';
import { IRSA } from '../../src/knowledge/aws/irsa';
import { defined } from '../../src/model/defined';
import { ADD_ONS_PROJECT, addOnApplication, deliveryName } from '../../src/model/delivery-name';
import { destinationOf } from '../../src/model/destination';
import { syncPolicyOf } from '../../src/model/sync-policy';
import { mergePatch, override } from '../shared/override';
import type { AddOnPlace } from './add-on-place';
import type { ChartValues } from './add-on-props';

/**
 * The Application that installs an add-on, in the project of add-ons. A failed sync is retried for ever, since add-ons need
 * one another's definitions. When it is dropped, Argo CD waits for one confirmation, then deletes what it installed.
 * @param values what the construct sets of its chart; further ones of the user win
 */
export function addOnApplicationOf(
  construct: Construct,
  place: AddOnPlace | undefined,
  values: ChartValues,
): ApiObject | undefined {
  if (place === undefined) return undefined;
  const { name, row, environment, gitops, namespace, props } = place;
  const ignored = place.from === 'chart' ? (row.forms.chart?.ignored ?? []) : [];
  const application = new ApiObject(construct, 'Application', {
    apiVersion: ARGOCD_API,
    kind: 'Application',
    metadata: {
      name: deliveryName(environment, addOnApplication(name)),
      namespace: gitops.namespace,
      annotations: { [SYNC_OPTIONS]: CONFIRMATIONS.map((option) => option.join('=')).join(',') },
      finalizers: [FOREGROUND_FINALIZER],
    },
    spec: {
      project: deliveryName(environment, ADD_ONS_PROJECT),
      ...sourcesOf(place, values),
      destination: { ...destinationOf(gitops.destination), namespace },
      ...(ignored.length === 0 ? {} : { ignoreDifferences: ignored.map((fields) => ({ ...fields })) }),
      syncPolicy: syncPolicyOf(gitops, optionsOf(place)),
    },
  });
  return override(application, props.overrides?.application);
}

function optionsOf({ row, from, namespace }: AddOnPlace): readonly string[] {
  const form = row.forms[from];
  const ignored = from === 'chart' ? (row.forms.chart?.ignored ?? []) : [];
  return [
    ...(namespace === 'kube-system' ? [] : ['CreateNamespace=true']),
    // What is of another add-on's kind waits for it, and keeps nothing else from being installed.
    'SkipDryRunOnMissingResource=true',
    ...(form?.serverSideApply ? ['ServerSideApply=true'] : []),
    ...(ignored.length === 0 ? [] : [RESPECT_IGNORED.join('=')]),
  ];
}

function sourcesOf(place: AddOnPlace, values: ChartValues): object {
  const found = place.from === 'chart' ? chartSources(place, values) : manifestSources(place);
  return found.length === 1 ? { source: found[0] } : { sources: found };
}

function chartSources({ name, row, version, props, roleArn }: AddOnPlace, values: ChartValues): readonly object[] {
  const { chart } = row.forms;
  if (chart === undefined) return [];
  const repoURL = props.repository ?? chart.repoURL;
  const annotated = roleArn === undefined ? [] : (chart.roleAnnotations ?? []).map((path) => nested(path, roleArn));
  const all = Object([...annotated, props.values ?? {}].reduce<unknown>(mergePatch, values));
  const separate = chart.definitionsChart !== undefined;
  const main = {
    repoURL,
    chart: chart.chart,
    targetRevision: version,
    helm: {
      releaseName: name,
      ...(separate ? { skipCrds: true } : {}),
      ...(Object.keys(all).length === 0 ? {} : { valuesObject: all }),
    },
  };
  if (!separate) return [main];
  const definitions = { repoURL, chart: chart.definitionsChart, targetRevision: version };
  return [{ ...definitions, helm: { releaseName: chart.definitionsChart } }, main];
}

/** `{ serviceAccount: { annotations: { <of IRSA>: arn } } }` */
function nested(path: readonly string[], roleArn: string): object {
  return path.reduceRight<object>((inner, key) => ({ [key]: inner }), { [IRSA.role]: roleArn });
}

function manifestSources({ row, version, props, roleArn }: AddOnPlace): readonly object[] {
  const { manifests } = row.forms;
  if (manifests === undefined) return [];
  const { paths, file } = manifests;
  const repoURL = props.repository ?? manifests.repoURL;
  return paths.map((path) => ({
    repoURL,
    path,
    targetRevision: version,
    ...defined({
      directory: file === undefined ? undefined : { include: file },
      kustomize:
        file === undefined && roleArn !== undefined ? { patches: patchesOf(row.serviceAccounts, roleArn) } : undefined,
    }),
  }));
}

function patchesOf(serviceAccounts: readonly string[], roleArn: string): readonly object[] {
  return serviceAccounts.map((name) => ({
    target: { kind: 'ServiceAccount', name },
    patch: JSON.stringify({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, annotations: { [IRSA.role]: roleArn } },
    }),
  }));
}
