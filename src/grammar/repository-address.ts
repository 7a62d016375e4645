/**
 * Host and path of a repository's address, for comparing: `https://u@git.example.com/team/one.git`,
 * `ssh://git@git.example.com:22/team/one` and `git@git.example.com:team/one` are one repository.
 */
export function repositoryOf(address: string): string {
  const url = /^[a-z+]+:\/\/(?:[^@/]*@)?([^/:]*)(?::\d+)?(.*)$/i.exec(address);
  const [, host = '', path = ''] = url ?? /^(?:[^@/:]*@)?([^/:]+):(.*)$/.exec(address) ?? [undefined, '', address];
  return `${host.toLowerCase()}/${path
    .replace(/^\/+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')}`;
}
