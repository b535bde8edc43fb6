import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip as gzipWithCallback } from 'node:zlib';
import { Ledger } from './chaos-ledger';
import type { Lots } from './chaos-lots';
import { BACKLOG, type Paper, type PaperItem, type Press } from './chaos-press';
import { fair, isEndless, stormOver, type Weather } from './chaos-weather';

const gzip = promisify(gzipWithCallback);
const LARGE = 12 * 1024 * 1024;
const TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'text/xml',
} as const;

const TOLD_STEPS = ['calling', 'created', 'growing'] as const;
type ToldStep = (typeof TOLD_STEPS)[number];

/** What the extension's notifications went through, told by the watch in the extension's copy. */
export interface Told {
  notificationId: string;
  step: ToldStep;
  /** Which start of the browser. */
  life: number;
}

/** A name for each of the events that a kill can be timed by. */
export type ChaosEvent = 'request' | 'answered' | Told['step'];

type Sky = 'setup' | 'storm' | 'storm that ends' | 'calm';

interface Issue {
  items: PaperItem[];
  bytes: Uint8Array;
  etag: string;
}

/** A server of many hosts on loopback that gives each paper its own weather, and keeps the ledger. */
export class ChaosServer extends EventEmitter<Record<ChaosEvent, []>> {
  readonly ledger = new Ledger();
  readonly told: Told[] = [];
  /** Counts what was served, by kind of weather. */
  readonly served: Record<string, number> = {};
  readonly #server: Server;
  readonly #lots: Lots;
  readonly #press: Press;
  #port = 0;
  #edition = BACKLOG;
  #sky: Sky = 'setup';
  /** Counted up by the test at each start of the browser. */
  life = 0;

  constructor(lots: Lots, press: Press) {
    super();
    this.#lots = lots;
    this.#press = press;
    this.#server = createServer((request, response) => {
      this.#route(request, response).catch(() => response.destroy());
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${this.#port}${path}`;
  }

  /** The next edition of all papers, under this sky. */
  publish(edition: number, sky: Sky): void {
    this.#edition = edition;
    this.#sky = sky;
    if (sky !== 'calm') return;
    for (const paper of this.#press.papers) {
      if (paper.closedFrom === null) this.ledger.listedAtLast(this.#press.list(paper, edition));
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url('/'));
    const [, place, name] = pathname.split('/');
    if (place === 'told') {
      this.#hear(searchParams);
      response.writeHead(204).end();
      return;
    }
    const paper = this.#press.papers[Number(name)];
    if (!paper || (place !== 'feeds' && place !== 'elsewhere')) {
      response.writeHead(404).end();
      return;
    }
    response.once('close', () => this.emit('answered'));
    this.emit('request');
    await this.#answer({ paper, request, response, isElsewhere: place === 'elsewhere' });
  }

  #hear(searchParams: URLSearchParams): void {
    const step = TOLD_STEPS.find((each) => each === searchParams.get('step')) ?? 'calling';
    this.told.push({ notificationId: searchParams.get('id') ?? '', step, life: this.life });
    this.emit(step);
  }

  #weatherOver({ index, isLate, closedFrom }: Paper): Weather {
    const key = `${index} ${this.#edition}`;
    if (closedFrom !== null && this.#edition >= closedFrom) {
      return { kind: 'status', status: 410, retryAfter: null };
    }
    if (this.#sky === 'calm') return fair(this.#lots, key);
    if (this.#sky === 'setup') {
      if (isLate) return { kind: 'status', status: 503, retryAfter: null };
      return fair(this.#lots, key);
    }
    const weather = stormOver(this.#lots, index, this.#edition);
    return this.#sky === 'storm that ends' && isEndless(weather) ? { kind: 'reset' } : weather;
  }

  async #answer(visit: Visit): Promise<void> {
    const { paper, request, response } = visit;
    const etag = request.headers['if-none-match'];
    this.ledger.acknowledged(etag);
    this.ledger.asked(paper.index);
    const weather = this.#weatherOver(paper);
    this.served[weather.kind] = (this.served[weather.kind] ?? 0) + 1;
    await pause(this.#lots.integer(15, 'delay', paper.index, this.#edition));
    switch (weather.kind) {
      case 'fair':
        return this.#answerFairly(visit, weather);
      case 'stale':
        return this.#send(visit, this.#issue(paper, Math.max(BACKLOG, this.#edition - 2)), 'plain');
      case 'status': {
        const { status, retryAfter } = weather;
        response.writeHead(status, retryAfter === null ? {} : { 'retry-after': retryAfter });
        response.end('Sorry');
        return;
      }
      case 'document':
        response.writeHead(200, { 'content-type': weather.type }).end(weather.body);
        return;
      case 'cut':
        return this.#cut(visit, this.#issue(paper, this.#edition), weather.manner);
      case 'false-gzip': {
        const { bytes } = this.#issue(paper, this.#edition);
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes);
        return;
      }
      case 'redirect-loop':
        response.writeHead(302, { location: this.url(paper.path, paper.host) }).end();
        return;
      case 'reset':
        request.socket.resetAndDestroy();
        return;
      case 'hang':
        return;
      case 'drip':
        return drip(response);
      case 'flood':
        return flood(response);
      case 'bomb':
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(await bomb());
    }
  }

  #answerFairly(visit: Visit, weather: Extract<Weather, { kind: 'fair' }>): Promise<void> {
    const { paper, response, isElsewhere } = visit;
    if (weather.manner === 'redirect' && !isElsewhere) {
      const location = this.url(`/elsewhere/${paper.index}`, paper.host);
      response.writeHead(weather.status, { location }).end();
      return Promise.resolve();
    }
    return this.#send(visit, this.#issue(paper, this.#edition), weather.manner);
  }

  #issue(paper: Paper, edition: number): Issue {
    const items = this.#press.list(paper, edition);
    const bytes = this.#press.print(paper, items);
    const digest = createHash('sha1').update(bytes).digest('base64url');
    return { items, bytes, etag: `"${paper.index},${digest}"` };
  }

  /** Some servers know validators, some answer in full whatever is asked. */
  async #send(visit: Visit, issue: Issue, manner: 'plain' | 'gzip' | 'bits' | 'redirect') {
    const { paper, request, response } = visit;
    const hasValidators = this.#lots.chance(0.7, 'validators', paper.index);
    const isIgnored = this.#lots.chance(0.2, 'ignored', paper.index, this.#edition);
    if (hasValidators && !isIgnored && request.headers['if-none-match'] === issue.etag) {
      response.writeHead(304, { etag: issue.etag }).end();
      return;
    }
    response.once('finish', () => {
      this.ledger.delivered(issue.items, hasValidators ? issue.etag : null);
    });
    const headers: Record<string, string> = { 'content-type': this.#contentType(paper) };
    if (hasValidators) headers['etag'] = issue.etag;
    if (manner === 'gzip') headers['content-encoding'] = 'gzip';
    response.writeHead(200, headers);
    const bytes = manner === 'gzip' ? await gzip(issue.bytes) : issue.bytes;
    const bits = manner === 'bits' ? 5 : 1;
    const size = Math.ceil(bytes.length / bits);
    for (let start = 0; start < bytes.length; start += size) {
      if (start > 0) await pause(20);
      response.write(bytes.subarray(start, start + size));
    }
    response.end();
  }

  /** True, missing, or wrong in a way that can be told from the bytes. */
  #contentType({ index, format, charset }: Paper): string {
    if (format === 'json') return 'application/feed+json';
    const label = this.#lots.pick(['true', 'none', 'false'], 'label', index);
    if (label === 'none') return TYPES[format];
    const wrong = charset === 'utf-8' ? 'iso-8859-1' : 'utf-8';
    return `${TYPES[format]}; charset=${label === 'true' ? charset : wrong}`;
  }

  async #cut(visit: Visit, issue: Issue, manner: 'reset' | 'clean' | 'announced'): Promise<void> {
    const { paper, request, response } = visit;
    const share = this.#lots.number('share', paper.index, this.#edition);
    const part = issue.bytes.subarray(0, Math.floor(issue.bytes.length * share));
    // A reader may take the whole items of a document that breaks off.
    response.once('close', () => this.ledger.delivered(issue.items, null));
    const length = manner === 'clean' ? part.length : issue.bytes.length;
    const type = this.#contentType(paper);
    response.writeHead(200, { 'content-type': type, 'content-length': length });
    if (manner === 'clean') {
      response.end(part);
      return;
    }
    await new Promise((resolve) => response.write(part, resolve));
    if (manner === 'reset') request.socket.resetAndDestroy();
    else request.socket.end();
  }
}

interface Visit {
  paper: Paper;
  request: IncomingMessage;
  response: ServerResponse;
  isElsewhere: boolean;
}

async function drip(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/rss+xml' });
  response.write('<rss version="2.0"><channel>');
  while (!response.destroyed) {
    response.write('<!-- soon -->');
    await pause(200);
  }
}

async function flood(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/rss+xml' });
  response.write('<rss version="2.0"><channel>');
  const chunk = '<!-- no end in sight -->'.repeat(10_000);
  for (let sent = 0; sent < LARGE && !response.destroyed; sent += chunk.length) {
    if (!response.write(chunk)) await pause(1);
  }
  response.end();
}

let packed: Promise<Uint8Array> | null = null;

function bomb(): Promise<Uint8Array> {
  packed ??= gzip(Buffer.alloc(LARGE, '<!-- bang -->'));
  return packed;
}
