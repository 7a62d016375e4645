const KNOWN = new Map<string, boolean>();
const PART = /^[A-Za-z0-9_][A-Za-z0-9_+-]*$/;

/** Whether a name stands in the IANA time zone database, aliases such as `US/Pacific` included. */
export function isTimeZone(name: string): boolean {
  let known = KNOWN.get(name);
  if (known === undefined) {
    known = name.split('/').every((part) => PART.test(part)) && inDatabase(name);
    KNOWN.set(name, known);
  }
  return known;
}

/** The canonical names, for "did you mean". */
export function timeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

function inDatabase(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions();
    // JavaScript forgives the case of letters, the server's files do not.
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
