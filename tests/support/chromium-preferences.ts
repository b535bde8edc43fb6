import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** As if the user had switched the extension's notifications off; for a new profile. */
export function blockNotifications(profile: string, extensionDir: string): void {
  const folder = path.join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const preferences = {
    message_center: { disabled_extension_ids: [unpackedExtensionId(extensionDir)] },
  };
  writeFileSync(path.join(folder, 'Preferences'), JSON.stringify(preferences));
}

/** Chromium names an unpacked extension by its folder: half of a SHA-256, its digits as letters a to p. */
function unpackedExtensionId(extensionDir: string): string {
  const digits = createHash('sha256').update(extensionDir).digest('hex').slice(0, 32);
  return [...digits].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
