/** Whether a certificate's domain covers a host; a wildcard covers one label. */
export function covers(domain: string, host: string): boolean {
  if (!domain.startsWith('*.')) return domain === host;
  const dot = host.indexOf('.');
  return domain === host || (dot > 0 && host.slice(dot + 1) === domain.slice(2));
}
