import type { ConfigurationKind } from '../../knowledge/aws/addons/add-on';
import { ADD_ON_NAMES, ADD_ONS, controllerOf } from '../../knowledge/aws/addons/catalogue';
import { isJsonObject, type JsonValue } from '../json';
import { parsedObject } from '../parsed-object';
import { didYouMean } from '../suggest';

/** What the catalogue says of the configuration of an add-on of EKS; nothing of text that is not JSON. */
export function configurationDoubts(addOn: string, configuration: string | undefined): readonly string[] {
  const name = ADD_ON_NAMES.find((one) => controllerOf(one).addOn === addOn);
  const known = name === undefined ? undefined : ADD_ONS[name].forms.eks?.configuration;
  const given = parsedObject(configuration);
  if (known === undefined || given === undefined) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const kind = Object.hasOwn(known, key) ? known[key] : undefined;
    if (kind === undefined) return [`${key} is not known of ${addOn} here.${didYouMean(key, Object.keys(known))}`];
    return HOLDS[kind](value) ? [] : [`${key} of ${addOn} is ${JSON.stringify(value)}, and takes ${WORDS[kind]}.`];
  });
}

const isTextMap = (value: JsonValue) =>
  isJsonObject(value) && Object.values(value).every((one) => typeof one === 'string');

const HOLDS: Readonly<Record<ConfigurationKind, (value: JsonValue) => boolean>> = {
  textBoolean: (value) => value === 'true' || value === 'false',
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  map: isJsonObject,
  textMap: isTextMap,
  list: Array.isArray,
};

const WORDS: Readonly<Record<ConfigurationKind, string>> = {
  textBoolean: '"true" or "false", in quotes',
  text: 'text',
  number: 'a number',
  map: 'a map',
  textMap: 'a map of texts, numbers and booleans in quotes',
  list: 'a list',
};
