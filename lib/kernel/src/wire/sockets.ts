import { Reply, Router, XPublisher, type Socket } from 'zeromq';
import { log } from '../log';
import { Codec } from './codec';
import { addressOf, CHANNELS, type Channel, type Connection } from './connection-file';
import { IopubChannel } from './iopub';
import { RouterChannel } from './router';

/** How long the process stays to send what was not sent yet when it ends, in milliseconds. */
const LINGER = 2000;

/** As many messages are kept for a slow client before the kernel's cells wait for it. */
const KEPT = 200;

/** The five sockets of a kernel. */
export interface Sockets {
  readonly shell: RouterChannel;
  readonly control: RouterChannel;
  readonly stdin: RouterChannel;
  readonly iopub: IopubChannel;
  /** Takes no more; what was sent goes out until the process ends. */
  close(): void;
}

/**
 * Opens the sockets; the heartbeat answers from now on.
 * @throws Error that names the channel and its address, if it is taken or not one of this machine
 */
export async function openSockets(connection: Connection): Promise<Sockets> {
  // Without limits: the socket takes an answer at once, or zeromq.js would refuse a second one while it waits.
  const unlimited = { sendHighWaterMark: 0, sendTimeout: 0, receiveHighWaterMark: 0, linger: LINGER };
  const shell = new Router(unlimited);
  const control = new Router(unlimited);
  const stdin = new Router(unlimited);
  const iopub = new XPublisher({
    sendHighWaterMark: KEPT,
    sendTimeout: 0,
    noDrop: true,
    // Each new client is told of, not only the first.
    verbosity: 'allSubs',
    linger: LINGER,
  });
  const hb = new Reply({ linger: 0 });
  const sockets = { shell, control, iopub, stdin, hb };
  const bind = async (channel: Channel): Promise<void> => {
    const address = addressOf(connection, channel);
    await sockets[channel].bind(address).catch((error: unknown) => {
      throw new Error(`cannot open ${channel} at ${address}: ${reasonOf(error)}`);
    });
  };
  // All have ended before an error is thrown: zeromq.js cannot stand the end of the thread while it binds.
  const bound = await Promise.allSettled(CHANNELS.map(bind));
  for (const result of bound) if (result.status === 'rejected') throw result.reason;
  void echo(hb);
  const codec = new Codec(connection);
  return {
    shell: new RouterChannel('shell', shell, codec),
    control: new RouterChannel('control', control, codec),
    stdin: new RouterChannel('stdin', stdin, codec),
    iopub: new IopubChannel(iopub, codec),
    close: () => {
      for (const socket of Object.values<Socket>(sockets)) socket.close();
    },
  };
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (code === 'EADDRINUSE') return 'another program uses this port';
  if (code === 'EADDRNOTAVAIL' || code === 'ENODEV') return 'this machine has no such address';
  return String(error);
}

async function echo(heartbeat: Reply): Promise<void> {
  for await (const frames of heartbeat) {
    await heartbeat.send(frames).catch((error: unknown) => {
      log(`heartbeat: ${String(error)}`);
    });
  }
}
