import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LOADER = 'service-worker-loader.js';
const WATCH = 'watch.js';

/**
 * A copy of the built extension whose worker tells the server of each notification: before it asks the
 * browser to show it or to let it grow, and when the browser has said that it is shown. It stays on the screen,
 * which it would leave at any moment otherwise. Only this outlives workers and
 * browsers; nothing of the extension's own code is changed.
 */
export function copyWatchedExtension(from: string, to: string, toldUrl: string): void {
  cpSync(from, to, { recursive: true });
  writeFileSync(path.join(to, WATCH), watch(toldUrl));
  const loader = path.join(to, LOADER);
  writeFileSync(loader, `import './${WATCH}';\n${readFileSync(loader, 'utf8')}`);
}

function watch(toldUrl: string): string {
  return `
const { notifications } = browser;
const create = notifications.create.bind(notifications);
const tell = (step, id) =>
  fetch(\`${toldUrl}?step=\${step}&id=\${encodeURIComponent(id)}\`, { mode: 'no-cors' });
notifications.create = async (id, options) => {
  await tell('calling', id);
  const created = await create(id, { ...options, requireInteraction: true });
  await tell('created', id);
  return created;
};
const update = notifications.update.bind(notifications);
notifications.update = async (id, options) => {
  await tell('growing', id);
  return update(id, { ...options, requireInteraction: true });
};
`;
}
