import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BidiConnection, RemoteValue } from './bidi';
import type { ColorScheme, ExtensionPage, Target } from './driver';
import { chordActions, typingActions } from './firefox-keys';
import { fromAnswer, toExpression } from './page-script';
import { waitUntil } from './wait';

interface Node {
  sharedId: string;
}

const SCROLL_TO = `(node) => node.scrollIntoView({ block: 'center', behavior: 'instant' })`;

/** Whether what comes meanwhile has moved it: a click would miss it. */
const IS_STEADY = `async (node) => {
  const place = () => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [x, y, width, height].join();
  };
  const before = place();
  await new Promise((resolve) => setTimeout(resolve, 50));
  return place() === before;
}`;

/** What a page needs of its browser. */
export interface FirefoxHost {
  connection: BidiConnection;
  downloadDir: string;
  setColorScheme(scheme: ColorScheme): Promise<void>;
}

export class FirefoxPage implements ExtensionPage {
  readonly #host: FirefoxHost;
  readonly #context: string;

  constructor(host: FirefoxHost, context: string) {
    this.#host = host;
    this.#context = context;
  }

  async #send<R>(method: string, params: object): Promise<R> {
    return this.#host.connection.send<R>(method, { context: this.#context, ...params });
  }

  async #nodes(locator: object, startNodes?: Node[]): Promise<Node[]> {
    const { nodes } = await this.#send<{ nodes: Node[] }>('browsingContext.locateNodes', {
      locator,
      ...(startNodes ? { startNodes } : {}),
    });
    // An answer holds more of each node than may be sent back.
    return nodes.map(({ sharedId }) => ({ sharedId }));
  }

  async #locate({ role, name, within }: Target): Promise<Node[]> {
    const locator = { type: 'accessibility', value: { role, name } };
    if (!within) return this.#nodes(locator);
    const scopes = await this.#nodes({ type: 'css', value: within });
    return scopes.length === 0 ? [] : this.#nodes(locator, scopes);
  }

  #findOne(target: Target): Promise<Node> {
    return waitUntil(`one ${target.role} "${target.name}"`, async () => {
      const nodes = await this.#locate(target);
      if (nodes.length > 1) throw new Error(`${nodes.length} of them`);
      return nodes[0];
    });
  }

  async #call(functionDeclaration: string, node: Node): Promise<{ result: RemoteValue }> {
    return this.#host.connection.send('script.callFunction', {
      functionDeclaration,
      arguments: [node],
      target: { context: this.#context },
      awaitPromise: true,
    });
  }

  async #keys(actions: object[]): Promise<void> {
    await this.#send('browsingContext.activate', {});
    await this.#send('input.performActions', {
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  async click(target: Target): Promise<void> {
    await this.#press(target, 0);
  }

  /** With the other button of the mouse. */
  async openMenu(target: Target): Promise<void> {
    await this.#press(target, 2);
  }

  async #press(target: Target, button: number): Promise<void> {
    const node = await this.#findOne(target);
    await this.#call(SCROLL_TO, node);
    await waitUntil(`"${target.name}" to stay in its place`, () => this.#isSteady(node));
    const origin = { type: 'element', element: node };
    await this.#send('input.performActions', {
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x: 0, y: 0, origin },
            { type: 'pointerDown', button },
            { type: 'pointerUp', button },
          ],
        },
      ],
    });
  }

  async #isSteady(node: Node): Promise<boolean> {
    const { result } = await this.#call(IS_STEADY, node);
    return result.value === true;
  }

  async fill(target: Target, text: string): Promise<void> {
    const node = await this.#findOne(target);
    await this.#call('(node) => { node.focus(); node.select(); }', node);
    await this.#keys([...chordActions('Delete'), ...typingActions(text)]);
  }

  async press(key: string): Promise<void> {
    await this.#keys(chordActions(key));
  }

  async count(target: Target): Promise<number> {
    return (await this.#locate(target)).length;
  }

  async chooseFile(selector: string, file: string): Promise<void> {
    const [element] = await this.#nodes({ type: 'css', value: selector });
    if (!element) throw new Error(`No ${selector}`);
    await this.#send('input.setFiles', { element, files: [file] });
  }

  async download(target: Target): Promise<string> {
    const { downloadDir } = this.#host;
    const files = () => (existsSync(downloadDir) ? readdirSync(downloadDir) : []);
    const before = new Set(files());
    await this.click(target);
    return waitUntil('the download', () => {
      const fresh = files().filter((file) => !before.has(file));
      // While a download runs there is a ".part" file beside its final name.
      if (fresh.some((file) => file.endsWith('.part'))) return null;
      return fresh[0] && readFileSync(path.join(downloadDir, fresh[0]), 'utf8');
    });
  }

  async evaluate<A, R>(fn: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    return fromAnswer(await this.#host.connection.evaluate(this.#context, toExpression(fn, arg)));
  }

  async runSource(source: string): Promise<void> {
    await this.#host.connection.evaluate(this.#context, `${source};undefined`);
  }

  async screenshot(file: string): Promise<void> {
    const { data } = await this.#send<{ data: string }>('browsingContext.captureScreenshot', {});
    await writeFile(file, Buffer.from(data, 'base64'));
  }

  setColorScheme(scheme: ColorScheme): Promise<void> {
    return this.#host.setColorScheme(scheme);
  }

  async reload(): Promise<void> {
    await this.#send('browsingContext.reload', { wait: 'complete' });
  }

  async close(): Promise<void> {
    await this.#send('browsingContext.close', {});
  }
}
