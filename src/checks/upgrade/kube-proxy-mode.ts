import { at, mapAt, textAt } from '../../model/json';
import { settingsOf, type Told, type UpgradeInput, whereOf } from './upgrade-check';

/** Where kube-proxy is told to run in the mode ipvs: by the add-on as it was read, by the settings, or by a ConfigMap. */
export function kubeProxyModes({
  environment,
  objects,
}: UpgradeInput): readonly Pick<Told, 'subject' | 'where' | 'source'>[] {
  const live = environment.facts?.addOns?.find(({ name }) => name === 'kube-proxy');
  const declared = environment.addOns.find(({ name }) => name === 'kube-proxy');
  const subject = 'add-on kube-proxy';
  if (at(live?.configuration, 'mode') === 'ipvs')
    return [{ subject, where: `environments/${environment.name}/facts.json` }];
  if (IPVS.test(declared?.configuration ?? '')) return [{ subject, where: settingsOf(environment) }];
  return objects.flatMap((object) => {
    if (object.kind !== 'ConfigMap' || !/^kube-proxy(?:-config)?$/.test(object.name)) return [];
    const key = Object.keys(mapAt(object.value, 'data')).find((one) =>
      IPVS.test(textAt(object.value, 'data', one) ?? ''),
    );
    return key === undefined ? [] : [whereOf(object, ['data', key])];
  });
}

/** In YAML and in JSON. */
const IPVS = /(?:^|[\s{,"])mode"?\s*:\s*"?ipvs\b/;
