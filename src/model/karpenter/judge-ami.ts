import { AMI_ALIASES } from '../../knowledge/karpenter/node-class-limits';
import type { FieldVerdict } from '../field-verdict';
import { listAt, textAt } from '../json';
import { didYouMean } from '../suggest';

const TERMS = ['spec', 'amiSelectorTerms'] as const;

/** Which image the nodes start from. */
export function judgeAmi(nodeClass: unknown): readonly FieldVerdict[] {
  const terms = listAt(nodeClass, ...TERMS);
  const family = textAt(nodeClass, 'spec', 'amiFamily');
  const index = terms.findIndex((term) => textAt(term, 'alias') !== undefined);
  if (index >= 0) return judgeAlias(textAt(terms[index], 'alias') ?? '', index, terms.length, family);
  if (family !== undefined || terms.length === 0) return [];
  return [
    {
      path: ['spec', 'amiFamily'],
      found: 'nothing',
      what: 'amiFamily is missing, and without an alias nobody knows how the image is told what to join; the server refuses the class.',
      fix: 'give amiFamily, or select the image by an alias such as al2023@v20251112.',
    },
  ];
}

function judgeAlias(alias: string, index: number, count: number, family: string | undefined): readonly FieldVerdict[] {
  const path = [...TERMS, index, 'alias'];
  const found = alias;
  const [name = '', version = '', ...rest] = alias.split('@');
  const means = Object.hasOwn(AMI_ALIASES, name) ? AMI_ALIASES[name] : undefined;
  if (means === undefined || version === '' || rest.length > 0)
    return [
      {
        path,
        found,
        wanted: 'family@version',
        what: `"${alias}" is not an alias of an image: that is a family, @ and a version; the server refuses the class.${didYouMean(name, Object.keys(AMI_ALIASES))}`,
        fix: `write one of ${Object.keys(AMI_ALIASES).join(', ')}, then @ and a version.`,
      },
    ];
  const verdicts: FieldVerdict[] = [];
  if (count > 1)
    verdicts.push({
      path,
      found,
      what: `the alias ${alias} is one of ${count} terms; the server refuses the class.`,
      fix: 'make it the only term.',
    });
  if (family !== undefined && family !== means && family !== 'Custom')
    verdicts.push({
      path: ['spec', 'amiFamily'],
      found: family,
      wanted: means,
      what: `amiFamily is ${family} and the alias ${alias} is of ${means}; the server refuses the class.`,
      fix: `write ${means}, or leave amiFamily out.`,
    });
  if (means.startsWith('Windows') && version !== 'latest')
    verdicts.push({
      path,
      found,
      wanted: `${name}@latest`,
      what: `${alias} names a version, and images of Windows have none but latest; the server refuses the class.`,
      fix: `write ${name}@latest.`,
    });
  return verdicts;
}
