import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface OneLanguage {
  extensionDir: string;
  /** A text of it, as it stands in the messages; without values. */
  text(key: string): string;
  remove(): void;
}

/**
 * A copy of the built extension that speaks one language whatever the browser's is: browsers come without
 * the languages that they are not set up for.
 */
export function buildInOneLanguage(language: string): OneLanguage {
  const extensionDir = mkdtempSync(path.join(tmpdir(), `dateline-${language}-`));
  cpSync('dist/chrome', extensionDir, { recursive: true });
  const own = path.join(extensionDir, '_locales', language, 'messages.json');
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(own, 'utf8'));
  if (language !== 'en') cpSync(own, path.join(extensionDir, '_locales/en/messages.json'));
  return {
    extensionDir,
    text(key) {
      const found = messages[key]?.message;
      if (found === undefined) throw new Error(`No message ${key} in ${language}`);
      return found;
    },
    remove: () => rmSync(extensionDir, { recursive: true, force: true }),
  };
}
