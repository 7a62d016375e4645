/** `/var/lib/mysql` → `var-lib-mysql`; @param prefix of what belongs to something else than the main container */
export function volumeName(path: string, prefix: string): string {
  const name = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${prefix}${name === '' ? 'root' : name}`.slice(0, 63).replace(/-+$/, '');
}
