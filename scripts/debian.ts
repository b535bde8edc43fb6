import { existsSync, readFileSync } from 'node:fs';
import { findOnPath } from './find-on-path';
import { step } from './step';

/** The system's short name in its own words, as `debian` or `ubuntu`; '' where there is none. */
export function distribution(release = '/etc/os-release'): string {
  if (!existsSync(release)) return '';
  return /^ID="?([^"\n]+)/m.exec(readFileSync(release, 'utf8'))?.[1] ?? '';
}

/** Why packages cannot be installed here, as the rest of a sentence; null when they can. */
export function whyNotInstallable(): string | null {
  if (findOnPath('apt-get') === null) return 'there is no apt-get here to install them';
  if (process.getuid?.() !== 0) return 'only root may install them';
  return null;
}

/** @throws Error when a package cannot be had; what apt said is shown. */
export async function installPackages(title: string, packages: string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step('Updating the list of packages', ['apt-get', 'update'], env);
  const install = ['apt-get', 'install', '-y', '--no-install-recommends'];
  await step(title, [...install, ...packages], env);
}
