/**
 * The door to every command: `node scripts/run.mjs COMMAND [arguments]`. Plain JavaScript on node's own
 * modules, so that it runs in a fresh clone: it installs the dependencies when they are missing or out
 * of date, then hands over to the TypeScript script.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, 'node_modules/.dateline-lock-hash');
const commands = ['start', 'test', 'build', 'bench', 'evaluate', 'fuzz'];

function fail(sentence, code) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Dateline needs Node.js 20.19 or newer; this is ${process.versions.node}.`, 1);
}

/** The hash of the lock file is kept inside node_modules: deleted together, always in step. */
function installDependencies() {
  const hash = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  process.stderr.write('Installing dependencies\n');
  const { status, stdout, stderr } = spawnSync(
    'npm ci --include=dev --no-audit --no-fund --loglevel=error',
    { cwd: root, shell: true, encoding: 'utf8' },
  );
  if (status !== 0) fail(`${stdout}${stderr}npm ci failed.`, 1);
  writeFileSync(stampFile, hash);
}

checkNode();
const [command = '', ...args] = process.argv.slice(2);
if (!commands.includes(command)) {
  fail(`Unknown command "${command}": use one of ${commands.join(', ')}.`, 2);
}
installDependencies();
const script = path.join(root, 'scripts', `${command}.ts`);
// The terminal sends Ctrl-C to the child as well: the child cleans up, this process only waits for it.
process.on('SIGINT', () => {});
const { status, signal } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(signal ? 1 : (status ?? 1));
