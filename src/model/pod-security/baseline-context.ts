import { at, textAt } from '../json';
import { type Context, type SecuredPod, written } from './pod';
import type { TellOfPod } from './problem';

const SELINUX_TYPES = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t']);

/** What the baseline standard says about one security context, but for capabilities and seccomp. */
export function baselineContext(
  { who, context, place }: Context,
  pod: SecuredPod,
  minor: number,
  tell: TellOfPod,
): void {
  if (context['privileged'] === true)
    tell({
      path: [...place, 'securityContext', 'privileged'],
      found: 'true',
      what: `${who} is privileged`,
      fix: 'remove `privileged`.',
    });
  if (at(context, 'windowsOptions', 'hostProcess') === true)
    tell({
      path: [...place, 'securityContext', 'windowsOptions', 'hostProcess'],
      found: 'true',
      what: `${who} runs as a process of its Windows node`,
      fix: 'remove `hostProcess`.',
    });
  const procMount = context['procMount'];
  if (procMount !== undefined && procMount !== 'Default' && !(minor >= 35 && pod.userNamespace))
    tell({
      path: [...place, 'securityContext', 'procMount'],
      found: String(procMount),
      what: `${who} mounts /proc as ${written(procMount)}`,
      fix: 'remove `procMount`.',
    });
  const appArmor = at(context, 'appArmorProfile', 'type');
  if (appArmor !== undefined && appArmor !== 'RuntimeDefault' && appArmor !== 'Localhost')
    tell({
      path: [...place, 'securityContext', 'appArmorProfile', 'type'],
      found: String(appArmor),
      wanted: 'RuntimeDefault or Localhost',
      what: `${who} sets the AppArmor profile ${written(appArmor)}`,
      fix: 'use `type: RuntimeDefault`.',
    });
  seLinux(context, place, who, minor, tell);
}

function seLinux(context: unknown, place: Context['place'], who: string, minor: number, tell: TellOfPod): void {
  const options = at(context, 'seLinuxOptions');
  if (options === undefined) return;
  const type = textAt(options, 'type') ?? '';
  if (!SELINUX_TYPES.has(type) && !(minor >= 31 && type === 'container_engine_t'))
    tell({
      path: [...place, 'securityContext', 'seLinuxOptions', 'type'],
      found: type,
      wanted: 'container_t, container_init_t or container_kvm_t',
      what: `${who} sets the SELinux type "${type}"`,
      fix: 'remove `seLinuxOptions`.',
    });
  for (const field of ['user', 'role']) {
    const value = textAt(options, field) ?? '';
    if (value === '') continue;
    tell({
      path: [...place, 'securityContext', 'seLinuxOptions', field],
      found: value,
      what: `${who} sets the SELinux ${field} "${value}"`,
      fix: `remove \`${field}\`.`,
    });
  }
}
