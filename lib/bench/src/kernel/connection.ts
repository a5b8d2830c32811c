import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

export const PORTS = ['shell_port', 'iopub_port', 'stdin_port', 'control_port', 'hb_port'] as const;

export type Ports = Readonly<Record<(typeof PORTS)[number], number>>;

/** What a connection file holds. */
export type Connection = Ports & {
  readonly ip: string;
  readonly transport: string;
  readonly key: string;
  readonly signature_scheme: string;
};

/** A connection on ports that were free a moment ago. */
export async function freeConnection(): Promise<Connection> {
  const servers = PORTS.map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return {
    ip: '127.0.0.1',
    transport: 'tcp',
    key: randomUUID(),
    signature_scheme: 'hmac-sha256',
    ...(Object.fromEntries(PORTS.map((name, i) => [name, ports[i] ?? 0])) as Ports),
  };
}
