import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface ServedDocument {
  body: Uint8Array;
  etag: string;
}

/** Serves documents by path under any host name, and counts what goes over the wire. */
export class DocumentServer {
  readonly documents = new Map<string, ServedDocument>();
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #closedBytes = 0;
  requests = 0;

  constructor() {
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (request, response) =>
      this.#serve(request, response),
    );
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        this.#closedBytes += socket.bytesRead + socket.bytesWritten;
      });
    });
  }

  static async start(): Promise<DocumentServer> {
    const server = new DocumentServer();
    await new Promise<void>((resolve) => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  /** Both directions, heads of requests and answers with them. */
  wireBytes(): number {
    const open = [...this.#sockets].map(({ bytesRead, bytesWritten }) => bytesRead + bytesWritten);
    return open.reduce((sum, bytes) => sum + bytes, this.#closedBytes);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    this.requests += 1;
    const document = this.documents.get(request.url ?? '');
    if (!document) {
      response.writeHead(404).end();
      return;
    }
    const { body, etag } = document;
    const isSame = request.headers['if-none-match'] === etag;
    const headers = { etag, 'content-type': 'application/rss+xml; charset=utf-8' };
    response.writeHead(isSame ? 304 : 200, headers);
    response.end(isSame ? undefined : body);
  }
}
