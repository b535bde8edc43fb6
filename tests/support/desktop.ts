import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Bubble, readBubbles } from './bubbles';
import { waitUntil } from './wait';

/** Bubbles stay until they are clicked, and read markup, as those of the big desktops do. */
const DUNSTRC = `[global]
    width = 400
    height = 300
    origin = top-right
    offset = 20x20
    font = Sans 11
    idle_threshold = 0
    markup = full
    mouse_left_click = do_action, close_current
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
`;

/** Inside the bubble, away from its edge and its icon's corner. */
const CLICK_AT = { x: 60, y: 20 };

/**
 * A screen that nobody sees (Xvfb), with a message bus and a notification daemon (dunst) of its own: what is
 * shown here are the bubbles that a person would see. `scripts/desktop.ts` sees to the programs.
 */
export class Desktop {
  /** For the programs that are to appear on it. */
  readonly env: Record<string, string>;
  readonly #folder: string;
  readonly #children: ChildProcess[];
  readonly #said: () => string;

  private constructor(folder: string, env: Record<string, string>, children: ChildProcess[]) {
    this.#folder = folder;
    this.env = env;
    this.#children = children;
    const config = path.join(folder, 'dunstrc');
    writeFileSync(config, DUNSTRC);
    const dunst = start('dunst', ['-conf', config, '-print'], env);
    this.#children.push(dunst.child);
    this.#said = dunst.said;
  }

  static async start(): Promise<Desktop> {
    const folder = mkdtempSync(path.join(tmpdir(), 'dateline-desktop-'));
    // -displayfd: it looks for a free number itself and tells it.
    const screen = ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
    const xvfb = start('Xvfb', screen);
    const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=1']);
    const display = await waitUntil('a screen', () => /\d+(?=\n)/.exec(xvfb.said())?.[0]);
    const address = await waitUntil('a message bus', () => /\S+(?=\n)/.exec(bus.said())?.[0]);
    const env = {
      DISPLAY: `:${display}`,
      DBUS_SESSION_BUS_ADDRESS: address,
      // A person's own Wayland desktop is not to be used instead.
      WAYLAND_DISPLAY: '',
      GDK_BACKEND: 'x11',
      XDG_SESSION_TYPE: 'x11',
      TZ: 'UTC',
      LANGUAGE: 'en',
    };
    const desktop = new Desktop(folder, env, [xvfb.child, bus.child]);
    await waitUntil('the notification daemon', () => desktop.displayed() === 0 || null);
    return desktop;
  }

  /** Everything the daemon was asked to show, oldest first; one that replaces another has its id. */
  bubbles(): Bubble[] {
    return readBubbles(this.#said());
  }

  /** How many are on the screen now. */
  displayed(): number {
    const answer = this.#run('dbus-send', [
      ...['--print-reply=literal', '--dest=org.freedesktop.Notifications'],
      '/org/freedesktop/Notifications',
      'org.freedesktop.DBus.Properties.Get',
      ...['string:org.dunstproject.cmd0', 'string:displayedLength'],
    ]);
    return Number(/uint32 (\d+)/.exec(answer)?.[1]);
  }

  /** Moves the mouse onto the topmost bubble, once it is there, and presses its button. */
  async clickBubble(): Promise<void> {
    // It fails while there is none.
    const search = ['search', '--onlyvisible', '--class', 'dunst'];
    const found = await waitUntil('a bubble', () => this.#run('xdotool', search));
    const window = /\d+/.exec(found)?.[0] ?? '';
    const geometry = this.#run('xdotool', ['getwindowgeometry', '--shell', window]);
    const edge = (name: string) => Number(new RegExp(`^${name}=(\\d+)`, 'm').exec(geometry)?.[1]);
    const place = [String(edge('X') + CLICK_AT.x), String(edge('Y') + CLICK_AT.y)];
    this.#run('xdotool', ['mousemove', ...place, 'click', '1']);
  }

  close(): void {
    for (const child of this.#children.toReversed()) child.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(program: string, args: string[]): string {
    const env = { ...process.env, ...this.env };
    return execFileSync(program, args, { env, encoding: 'utf8', stdio: 'pipe' });
  }
}

function start(program: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const kill = () => child.kill();
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  let output = '';
  let failure: Error | null = null;
  child.once('error', (error) => {
    failure = error;
  });
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  const said = () => {
    if (failure) throw failure;
    return output;
  };
  return { child, said };
}
