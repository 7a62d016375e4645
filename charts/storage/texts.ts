/** Parameters as the drivers read them: all are texts, and what is not given is left out. */
export function texts(given: Readonly<Record<string, string | number | boolean | undefined>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) if (value !== undefined) found[key] = String(value);
  return found;
}
