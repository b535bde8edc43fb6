import { installPackages, whyNotInstallable } from './debian';
import { findOnPath } from './find-on-path';

/** What a desktop without a screen is made of: program, and the package of Debian and Ubuntu that has it. */
const PARTS = {
  Xvfb: 'xvfb',
  'dbus-daemon': 'dbus-x11',
  'dbus-send': 'dbus-x11',
  dunst: 'dunst',
  xdotool: 'xdotool',
};

function missing(): (keyof typeof PARTS)[] {
  const programs = Object.keys(PARTS) as (keyof typeof PARTS)[];
  return programs.filter((program) => findOnPath(program) === null);
}

/**
 * Makes sure that `tests/support/desktop.ts` finds its programs; as root installs what is missing.
 * @returns why there can be no desktop, as the rest of a sentence; null when there can.
 */
export async function prepareDesktop(): Promise<string | null> {
  if (process.platform !== 'linux') return 'the notification daemon it talks to is for Linux';
  const needed = missing();
  if (needed.length === 0) return null;
  const packages = [...new Set(needed.map((program) => PARTS[program]))].join(', ');
  const obstacle = whyNotInstallable();
  if (obstacle !== null) return `it needs ${packages}, and ${obstacle}`;
  try {
    await installPackages(`Installing ${packages}`, packages.split(', '));
  } catch {
    return `it needs ${packages}, and apt-get could not install them`;
  }
  const stillMissing = missing();
  return stillMissing.length === 0 ? null : `${stillMissing.join(', ')} cannot be found`;
}
