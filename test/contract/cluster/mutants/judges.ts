import { join } from 'node:path';
import { check } from '../../../../src/checks/engine/check';
import { loadSchemas } from '../../../../src/load/schemas';
import { loadEnvironments } from '../../../../src/load/settings/environments';
import { at, type JsonValue } from '../../../../src/model/json';
import { diffObjects } from '../../../../src/model/object-diff';
import { isRefusedChange } from '../../../../src/model/refused-change';
import { type RenderedObject, renderedObject } from '../../../../src/model/rendered-object';
import { refusalsOf } from '../../../../src/referee/apiserver/refusal';
import { jsonSchemaFiles } from '../../../../src/referee/json-schemas';
import { judgeWithKubeconform } from '../../../../src/referee/kubeconform';
import { ROOT } from '../../../support/project';
import type { Api } from '../harness/api';
import type { JudgedFile } from '../harness/dist';
import type { Mutant } from './mutants';

/** What a judge says against a mutant; empty when it accepts. */
export type Verdicts = ReadonlyMap<string, readonly string[]>;

/** The real server: a create, strictly validated, that stores nothing; a change where the sound object is stored. */
export async function serverVerdicts(api: Api, mutants: readonly Mutant[]): Promise<Verdicts> {
  const found = new Map<string, readonly string[]>();
  for (const { id, object, file, stored } of mutants) {
    if (stored) await api.apply(file.object.value, '?fieldManager=sound&force=true');
    const strict = '?dryRun=All&fieldValidation=Strict';
    const body = { type: 'application/apply-patch+yaml', text: JSON.stringify(object) };
    const path = await api.path(object).catch((error: Error) => error);
    if (path instanceof Error) found.set(id, [path.message]);
    else {
      const answer = stored
        ? await api.ask('PATCH', `${path}${strict}&fieldManager=changed&force=true`, body)
        : await api.post(object, strict);
      const refusals = refusalsOf(answer).map(({ field, message }) => `${field}: ${message}`);
      found.set(id, answer.status >= 300 ? refusals : answer.warnings.map((text) => `warns: ${text}`));
    }
    if (stored) await api.remove(file.object.value);
  }
  return found;
}

export async function kubeconformVerdicts(environment: string, mutants: readonly Mutant[]): Promise<Verdicts> {
  const files = mutants.map(({ object }, at) => ({ path: `${at}.yaml`, content: JSON.stringify(object) }));
  const byPath = new Map(mutants.map(({ id }, at) => [`${at}.yaml`, id]));
  const found = new Map<string, string[]>(mutants.map(({ id }) => [id, []]));
  const { version } = settingsOf(environment);
  const schemas = jsonSchemaFiles(loadSchemas(join(ROOT, 'imports', 'schemas'), version));
  for (const { object, message } of await judgeWithKubeconform({ environment, files, schemas })) {
    found.get(byPath.get(object.name) ?? '')?.push(message);
  }
  return found;
}

/** Our own rules, on the whole environment with the one object spoilt: what is new is against the mutant. */
export function ourVerdicts(environment: string, files: readonly JudgedFile[], mutants: readonly Mutant[]): Verdicts {
  const { environments, settings, version } = settingsOf(environment);
  const schemas = loadSchemas(join(ROOT, 'imports', 'schemas'), version);
  const appOwners = ownersOf(files, environment);
  const judge = (objects: readonly RenderedObject[]) =>
    check({ environment: settings, objects, schemas, appOwners, environments })
      .findings.filter(({ severity, silenced }) => severity === 'error' && silenced === undefined)
      .map(({ rule, field, message }) => `${rule} ${field}: ${message}`);
  const sound = files.map(({ object }) => object);
  const known = new Set(judge(sound));
  return new Map(
    mutants.map(({ id, object, file, stored }) => {
      if (stored) return [id, refusedChanges(file.object, object)];
      const spoilt = renderedObject(object, { environment, app: file.object.app });
      const objects = sound.map((one) => (one === file.object ? spoilt : one));
      return [id, judge(objects).filter((finding) => !known.has(finding))];
    }),
  );
}

/** A change is for `diff` to judge: it says which fields cannot change. */
function refusedChanges(before: RenderedObject, after: JsonValue): readonly string[] {
  return diffObjects(before.value, after)
    .filter((one) => isRefusedChange({ ...one, object: before, was: before.value, now: after }))
    .map(({ field }) => `diff ${field}: the API server refuses it`);
}

function settingsOf(name: string) {
  const environments = loadEnvironments(ROOT);
  const settings = environments.find((one) => one.name === name);
  if (settings === undefined) throw new Error(`there is no environment ${name}`);
  return { environments, settings, version: settings.kubernetesVersion };
}

/** Who owns an app, as its Application says: `prod-retail` → retail. */
function ownersOf(files: readonly JudgedFile[], environment: string): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { object } of files) {
    if (object.kind !== 'Application') continue;
    const project = String(at(object.value, 'spec', 'project'));
    owners.set(object.name.slice(environment.length + 1), project.slice(environment.length + 1));
  }
  return owners;
}
