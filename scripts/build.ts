import { pathToFileURL } from 'node:url';
import { bin, say, step } from './step';

export type Target = 'chrome' | 'firefox';

/** Builds the extension for one browser into `dist/<target>`. */
export async function build(target: Target): Promise<void> {
  await step(`Building dist/${target}`, [...bin('vite/bin/vite.js'), 'build'], { TARGET: target });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build('chrome');
    await build('firefox');
  } catch (error) {
    say((error as Error).message);
    process.exitCode = 1;
  }
}
