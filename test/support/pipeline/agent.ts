import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { git } from '../git';
import type { Team } from './team';

/** How a runner starts a shell: GitHub and GitLab take bash, and Jenkins the machine's `sh`, which has no `pipefail`. */
export const SHELLS = {
  bash: ['bash', '-eo', 'pipefail', '-c'],
  sh: ['sh', '-xe', '-c'],
} as const;

export interface StepOptions {
  readonly shell: keyof typeof SHELLS;
  readonly cwd: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** What reads a password waits for it before it is noted: the program that gives it comes first, in a pipe too. */
const NOTED = `case "$*" in *--password-stdin*) password="$(cat)" ;; esac`;

const STAND_INS = {
  npm: 'if [ "$1" = ci ]; then ln -sfn "$AGENT_MODULES" node_modules; fi',
  // What `gh` lists is in a file, which a test writes.
  gh: 'case "$*" in *--jq*) cat "$AGENT/listed" 2>/dev/null ;; esac; true',
  aws: '[ "$1 $2" = "ecr get-login-password" ] && echo ecr-password',
  // A push is refused where nobody has logged in, and tells the digest that the registry gave.
  docker: `case "$1" in
login)
  for host; do :; done
  [ "$host" = --password-stdin ] && host=docker.io
  [ -n "$password" ] || exit 1
  printf '%s' "$password" >"$AGENT/login-$host" ;;
logout) rm "$AGENT/login-\${2:-docker.io}" ;;
buildx)
  for word; do
    case "$last" in --tag) image="$word" ;; --metadata-file) file="$word" ;; esac
    last="$word"
  done
  [ -s "$AGENT/login-\${image%%/*}" ] || { echo "no basic auth credentials" >&2; exit 1; }
  place="\${image#*/}"
  digest="$(curl --fail --silent --show-error --dump-header - --output /dev/null --request PUT --data "{\\"image\\":\\"$image\\"}" "$AGENT_REGISTRY/v2/\${place%:*}/manifests/\${place##*:}" | tr -d '\\r' | sed -n 's/^docker-content-digest: //p')"
  printf '{"containerimage.digest":"%s"}' "$digest" >"$file" ;;
esac`,
} as const;

/** The machine that runs a pipeline of a team: nobody's Git configuration, fresh workspaces, programs that stand in. */
export class Agent {
  readonly folder: string;

  #workspaces = 0;

  /** @param places the addresses under which files know the remote */
  constructor(
    readonly team: Team,
    places: readonly string[],
    private readonly registry = '',
  ) {
    this.folder = join(team.folder, 'agent');
    mkdirSync(this.folder);
    writeFileSync(join(this.folder, 'calls'), '');
    const aliases = places.map((place) => `\tinsteadOf = ${place}\n`).join('');
    writeFileSync(join(this.folder, 'gitconfig'), `[url "${team.remote}"]\n${aliases}`);
    for (const [name, script] of Object.entries(STAND_INS))
      team.program(name, `${NOTED}\necho "${name} $*" >>"$AGENT/calls"\n${script}`);
  }

  /** A clone of the remote with a branch checked out, or an empty folder. */
  workspace(branch?: string): string {
    const path = join(this.folder, `workspace-${this.#workspaces++}`);
    if (branch === undefined) mkdirSync(path);
    else git(this.folder, 'clone', '--quiet', '--branch', branch, this.team.remote, path);
    return path;
  }

  /** What the stand-ins were called with since the last time somebody asked. */
  calls(): readonly string[] {
    const path = join(this.folder, 'calls');
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    writeFileSync(path, '');
    return lines;
  }

  list(text: string): void {
    writeFileSync(join(this.folder, 'listed'), text);
  }

  note(line: string): void {
    appendFileSync(join(this.folder, 'calls'), `${line}\n`);
  }

  isLoggedIn(host: string): boolean {
    return existsSync(join(this.folder, `login-${host}`));
  }

  /** Runs a script while this process goes on, whose servers it may ask. @throws Error with what it says */
  async run(script: string, { shell, cwd, variables = {} }: StepOptions): Promise<string> {
    const [command, ...args] = SHELLS[shell];
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
    const child = spawn(command, [...args, script], {
      cwd,
      env: {
        ...Object.fromEntries(inherited),
        XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
        HOME: this.folder,
        NO_COLOR: '1',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: join(this.folder, 'gitconfig'),
        AGENT: this.folder,
        AGENT_REGISTRY: this.registry,
        AGENT_MODULES: join(this.team.project.root, 'node_modules'),
        ...variables,
        PATH: [join(this.team.folder, 'bin'), process.env['PATH']].join(delimiter),
      },
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text;
      });
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    if (code !== 0) throw new Error(`${script}\nends with ${code}: ${said.stdout}${said.stderr}`);
    return said.stdout;
  }
}
