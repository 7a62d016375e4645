import type { AddOnNeed } from '../../../knowledge/aws/addons/add-on';
import { ADD_ONS, addOnTitle, controllerOf } from '../../../knowledge/aws/addons/catalogue';
import { at, type JsonValue } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { WholeRule } from '../../engine/rule';
import { addOnOfSource, sourcesOf } from '../../reads/add-on-sources';
import { providedBy } from '../../reads/controller-evidence';

export const noMissingAddOn: WholeRule = {
  id: 'eks/no-missing-add-on',
  severity: 'warning',
  summary: 'What an add-on is set to use is installed, too.',
  why: 'A chart that makes objects of another add-on’s kinds is applied in part only: Argo CD tries for ever, and what waits for the rest, such as the certificate of a webhook, does not start.',
  see: ['https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-options/'],
  checkAll({ judged, objects, environment }, tellOf) {
    if (environment.platform !== 'eks') return;
    for (const object of judged) {
      for (const { addOn, when, why } of needsOf(object)) {
        if (providedBy(controllerOf(addOn), { environment, objects }) !== undefined) continue;
        tellOf(object)({
          path: ['spec'],
          found: when.join('.'),
          what: `${when.join('.')} of its chart needs ${addOnTitle(addOn)}, which no facts, settings or rendered objects show: ${why}.`,
          fix: `install ${addOnTitle(addOn)}, or set ${when.join('.')} to false.`,
        });
      }
    }
  },
};

function needsOf(object: RenderedObject): readonly AddOnNeed[] {
  return sourcesOf(object).flatMap((source) => {
    const name = addOnOfSource(source);
    return name === undefined ? [] : (ADD_ONS[name].needs ?? []).filter(({ when }) => isSet(source, when));
  });
}

function isSet(source: JsonValue, when: readonly string[]): boolean {
  return at(source, 'helm', 'valuesObject', ...when) === true;
}
