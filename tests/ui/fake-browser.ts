import { vi } from 'vitest';
import messages from '../../public/_locales/en/messages.json';

const texts: Record<string, { message: string }> = messages;

/** The browser's APIs that the UI touches, with the real English texts. */
export default {
  i18n: {
    getMessage: (key: string, values: string[] = []) =>
      (texts[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? ''),
  },
  permissions: { request: vi.fn(async (_: { origins: string[] }) => true) },
  runtime: {
    getManifest: () => ({ version: '1.2.3' }),
    getURL: (path: string) => `extension://dateline/${path}`,
    openOptionsPage: vi.fn(async () => {}),
  },
  tabs: {
    query: vi.fn(async (): Promise<{ id?: number; url?: string }[]> => [{ id: 7 }]),
    create: vi.fn(async (_: { url: string }) => ({})),
  },
  scripting: {
    executeScript: vi.fn(
      async (_: { target: { tabId: number } }): Promise<{ result: unknown }[]> => [],
    ),
  },
  notifications: { getPermissionLevel: vi.fn(async () => 'granted') },
  extension: { getViews: () => [] },
};
