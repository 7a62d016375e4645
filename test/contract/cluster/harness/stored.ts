import type { Live } from './api';

/**
 * What differs between what was sent and what a server stored of it: every field that was written has to be there as it
 * was written. Fields that the server adds are its own defaults and say nothing against the object.
 */
export function changedByServer(sent: Live, stored: Live, path = ''): readonly string[] {
  if (Array.isArray(sent)) {
    if (!Array.isArray(stored)) return [told(path, sent, stored)];
    const order = sent.length === stored.length ? [] : [`${path}: ${sent.length} items became ${stored.length}`];
    return [...order, ...sent.flatMap((item, at) => changedByServer(item, stored[at], `${path}[${at}]`))];
  }
  if (typeof sent === 'object' && sent !== null) {
    if (typeof stored !== 'object' || stored === null) return [told(path, sent, stored)];
    return Object.keys(sent).flatMap((key) =>
      changedByServer(sent[key], stored[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return sent === stored ? [] : [told(path, sent, stored)];
}

function told(path: string, sent: Live, stored: Live): string {
  return `${path}: ${JSON.stringify(sent)} became ${JSON.stringify(stored)}`;
}
