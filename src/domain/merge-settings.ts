import type { Settings, SettingsPatch } from './model';

/** Settings with a change; what it does not name stays, within the groups of settings, too. */
export function mergeSettings<S extends Partial<Settings>>(before: S, patch: SettingsPatch): S {
  const { notifications, appearance, ...single } = patch;
  return {
    ...before,
    ...single,
    ...(notifications ? { notifications: { ...before.notifications, ...notifications } } : {}),
    ...(appearance ? { appearance: { ...before.appearance, ...appearance } } : {}),
  };
}
