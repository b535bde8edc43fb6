import { type ReadonlySignal, signal } from '@preact/signals';
import { mergeSettings } from '../../domain/merge-settings';
import type { Settings, SettingsPatch } from '../../domain/model';
import { send } from '../../messaging/send';
import { readSettings } from '../../storage/read';

export interface SettingsStore {
  /** null until read. */
  settings: ReadonlySignal<Settings | null>;
  reread(): Promise<void>;
  /** Shows the change at once, and has it stored. */
  change(patch: SettingsPatch): void;
}

/** What the user changes goes before what is stored, until all of it is stored. */
export function createSettingsStore(): SettingsStore {
  const settings = signal<Settings | null>(null);
  let changes = 0;
  let unstored = 0;

  async function reread(): Promise<void> {
    const before = changes;
    const stored = await readSettings();
    if (unstored === 0 && changes === before) settings.value = stored;
  }

  async function store(patch: SettingsPatch): Promise<void> {
    changes += 1;
    unstored += 1;
    try {
      await send('updateSettings', { patch });
    } finally {
      unstored -= 1;
      await reread();
    }
  }

  return {
    settings,
    reread,
    change(patch) {
      const { value } = settings;
      if (value === null) return;
      settings.value = mergeSettings(value, patch);
      void store(patch);
    },
  };
}
