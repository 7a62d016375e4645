import { HOOKS, SYNC_OPTIONS, SYNC_WAVE } from '../../../knowledge/argocd/annotations';
import { DISABLED, ENABLED, FLUX_FORCE, FLUX_PRUNE, FLUX_WORDS } from '../../../knowledge/flux/annotations';
import { isFlux } from '../../../model/consumer';
import type { Environment } from '../../../model/environment';
import { lossOf } from '../../../model/irreplaceable';
import { mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { writtenWave } from '../../../model/sync/phases';
import type { Tell, WholeRule } from '../../engine/rule';

export const validFluxAnnotation: WholeRule = {
  id: 'policy/valid-flux-annotation',
  severity: 'error',
  summary:
    'Where Flux reads the output, no object counts on what Argo CD alone reads, and keys of Flux say what Flux knows.',
  why: 'Flux has no hooks and no waves, and passes over the annotations of Argo CD without a word: a migration runs beside the release that needs it, and what was to stay is deleted. It passes over a word that it does not know in the same way.',
  see: [
    'https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources',
    'https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies',
  ],
  checkAll({ judged, environment }, tellOf) {
    if (!isFlux(environment.gitops)) return;
    for (const object of judged) {
      const tell = tellOf(object);
      judgeOrder(object, tell);
      judgeOptions(object, tell);
      judgeWords(object, environment, tell);
    }
  },
};

function judgeOrder(object: RenderedObject, tell: Tell): void {
  const annotations = mapAt(object.value, 'metadata', 'annotations');
  const hook = HOOKS.find((key) => annotations[key] !== undefined);
  if (hook !== undefined) {
    const anew =
      object.kind === 'Job' ? ', and the Job of the next release, which cannot be changed, stops the whole app' : '';
    tell({
      path: ['metadata', 'annotations', hook],
      found: String(annotations[hook]),
      what: `it is a hook, and Flux has none: it is applied at the same time as all else of the app${anew}.`,
      fix: `leave the hook out, and do the work in an init container of the Pods that need it; where they can wait for a Job, add ${FLUX_FORCE}: ${ENABLED}, with which Flux makes the Job anew when it changes.`,
    });
    return;
  }
  const wave = writtenWave(object);
  if (wave === undefined || wave === 0 || annotations[SYNC_WAVE] === undefined) return;
  tell({
    severity: 'warning',
    path: ['metadata', 'annotations', SYNC_WAVE],
    found: String(annotations[SYNC_WAVE]),
    what: 'it says a wave, and Flux has none: of one app it applies Namespaces, definitions of kinds and ClusterRoles first, then classes, and all else at once.',
    fix: 'leave the wave out where that is enough; else let the Pods that come later wait in an init container.',
  });
}

/** What options of Argo CD are called in Flux. */
function judgeOptions({ value }: RenderedObject, tell: Tell): void {
  const options = (textAt(value, 'metadata', 'annotations', SYNC_OPTIONS) ?? '').split(',').map((one) => one.trim());
  const path = ['metadata', 'annotations', SYNC_OPTIONS];
  const keeping = options.find((option) => option === 'Prune=false' || option === 'Delete=false');
  if (keeping !== undefined && wordOf(value, FLUX_PRUNE)?.toLowerCase() !== DISABLED)
    tell({
      path,
      found: keeping,
      wanted: `${FLUX_PRUNE}: ${DISABLED}`,
      what: `${keeping} keeps it from Argo CD alone. Flux deletes it when it leaves Git, or when the Kustomization of its app is deleted.`,
      fix: `add the annotation ${FLUX_PRUNE}: ${DISABLED}.`,
    });
  const forced = options.find((option) => option === 'Force=true' || option === 'Replace=true');
  if (forced !== undefined && wordOf(value, FLUX_FORCE) === undefined)
    tell({
      severity: 'warning',
      path,
      found: forced,
      what: `${forced} is read by Argo CD alone. A change that the server refuses stops the whole app in Flux.`,
      fix: `where it may be deleted and made anew, add the annotation ${FLUX_FORCE}: ${ENABLED}; else leave the option out.`,
    });
}

function judgeWords(object: RenderedObject, environment: Environment, tell: Tell): void {
  for (const map of ['annotations', 'labels'])
    for (const [key, words] of Object.entries(FLUX_WORDS)) {
      const found = textAt(object.value, 'metadata', map, key);
      if (found === undefined) continue;
      const path = ['metadata', map, key];
      if (!words.some((word) => word.toLowerCase() === found.toLowerCase()))
        tell({
          path,
          found,
          wanted: words.join(', '),
          what: `Flux does not know ${found} here, and goes on as if nothing was said.`,
          fix: `write one of ${words.join(', ')}.`,
        });
      else if (key === FLUX_PRUNE && found.toLowerCase() === ENABLED) judgeLoss(object, environment, path, tell);
    }
}

/** Flux asks nobody. */
function judgeLoss(object: RenderedObject, environment: Environment, path: readonly string[], tell: Tell): void {
  const loss = lossOf(object, object.value, environment);
  if (loss === undefined || wordsOf(object.value, FLUX_PRUNE).includes(DISABLED)) return;
  tell({
    path,
    found: ENABLED,
    wanted: DISABLED,
    what: `Flux deletes it without asking when it leaves Git, and with it goes ${loss.lost}.`,
    fix: `leave the key out, which then says ${DISABLED}; a person deletes it when that is meant.`,
  });
}

function wordsOf(value: RenderedObject['value'], key: string): readonly string[] {
  return ['annotations', 'labels'].flatMap((map) => textAt(value, 'metadata', map, key)?.toLowerCase() ?? []);
}

function wordOf(value: RenderedObject['value'], key: string): string | undefined {
  return wordsOf(value, key)[0];
}
