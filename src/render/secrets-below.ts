import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { SecretValues } from '../model/secret-values';
import { constructsBelow } from './constructs-below';
import { step } from './fast/tidy';

/** What the Secrets of a tree hold, as their constructs were given it: one that failed makes no object. */
export function secretsBelow(root: IConstruct): SecretValues {
  const all = new SecretValues();
  for (const { construct } of constructsBelow(root)) resolved(() => all.addFrom(givenTo(construct)));
  return all;
}

function givenTo(construct: IConstruct): unknown {
  if (!ApiObject.isApiObject(construct)) return undefined;
  const { apiVersion, kind, metadata } = construct;
  const props: unknown = Reflect.get(construct, 'props');
  const given = typeof props === 'object' && props !== null ? Object.entries(props) : [];
  const fields = given.map(([key, value]) => [key, resolved(() => step(Object(value)))]);
  return { ...Object.fromEntries(fields), metadata: resolved(() => metadata.toJson()), apiVersion, kind };
}

/** User code may throw; the error that is being told has come first. */
function resolved(produce: () => unknown): unknown {
  try {
    return produce();
  } catch {
    return undefined;
  }
}
