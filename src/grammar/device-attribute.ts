import { DNS_SUBDOMAIN } from './dns';
import { type Spelling, wrongSpelling } from './spelling';

/** The driver, or who else defines the attribute. */
const DOMAIN: Spelling = { ...DNS_SUBDOMAIN, max: 63 };
const ID: Spelling = {
  pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
  max: 32,
  characters: 'letters, digits and _ with no digit first',
};

/**
 * Why a text is not the whole name of an attribute of devices, `resource.aws.com/devicegroup4_id`, as a part of a sentence;
 * undefined when it is.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/resource/validation/validation.go (validateFullyQualifiedName)
 */
export function wrongDeviceAttribute(text: string): string | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return 'it has no domain before a slash';
  const id = wrongSpelling(text.slice(slash + 1), ID);
  if (id !== undefined) return `"${text.slice(slash + 1)}" after the slash is not the name of an attribute: ${id}`;
  const domain = wrongSpelling(text.slice(0, slash).toLowerCase(), DOMAIN);
  return domain === undefined ? undefined : `"${text.slice(0, slash)}" before the slash is not a DNS name: ${domain}`;
}
