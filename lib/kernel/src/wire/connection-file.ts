import { getHashes } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What Jupyter says about the sockets it wants. */
export interface Connection {
  readonly transport: 'tcp' | 'ipc';
  readonly ip: string;
  readonly ports: Readonly<Record<Channel, number>>;
  /** Empty: messages are not signed. */
  readonly key: string;
  /** The name of the hash, as Node has it. */
  readonly hash: string;
}

export const CHANNELS = ['shell', 'control', 'iopub', 'stdin', 'hb'] as const;

export type Channel = (typeof CHANNELS)[number];

/**
 * Reads the file that Jupyter writes for a kernel.
 * @throws Error that names the file and what is wrong with it
 */
export function readConnectionFile(file: string): Connection {
  try {
    return parseConnection(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`connection file ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws Error that says which field is wrong */
export function parseConnection(json: string): Connection {
  const fields: unknown = JSON.parse(json);
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new Error('is not a JSON object');
  const field = (name: string, otherwise?: unknown): unknown => (fields as Record<string, unknown>)[name] ?? otherwise;
  const text = (name: string, otherwise?: string): string => {
    const value = field(name, otherwise);
    if (typeof value !== 'string') throw new Error(`${name} is ${JSON.stringify(value)}, not a string`);
    return value;
  };
  const port = (channel: Channel): number => {
    const name = `${channel}_port`;
    const value = field(name);
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 65_535) return value;
    throw new Error(`${name} is ${JSON.stringify(value)}, not a number from 1 to 65535`);
  };
  const transport = text('transport', 'tcp');
  if (transport !== 'tcp' && transport !== 'ipc') throw new Error(`transport is "${transport}", neither tcp nor ipc`);
  const scheme = text('signature_scheme', 'hmac-sha256');
  const hash = scheme.replace(/^hmac-/, '');
  if (hash === scheme || !getHashes().includes(hash)) throw new Error(`signature_scheme "${scheme}" is not known`);
  const ports = Object.fromEntries(CHANNELS.map((channel) => [channel, port(channel)])) as Record<Channel, number>;
  return { transport, ip: text('ip', '127.0.0.1'), ports, key: text('key', ''), hash };
}

/** The address of a channel, as zeromq wants it. */
export function addressOf({ transport, ip, ports }: Connection, channel: Channel): string {
  return `${transport}://${ip}${transport === 'tcp' ? ':' : '-'}${ports[channel]}`;
}
