import type { ZmqServer } from 'tslab/dist/jupyter';
import type { Writable } from 'zeromq';

type Bind = (socket: Writable, port: number) => Promise<void>;

/**
 * Lets a server send as many messages as a cell makes. zeromq.js takes 512 in one turn of the event loop and refuses the
 * rest, tslab does not wait for it, so they were lost, `idle` too. Without a limit and a timeout, each is taken at once.
 */
export function sendWithoutLimit(server: ZmqServer): void {
  const bind = Reflect.get(server, 'bindSocket') as Bind;
  const unlimited: Bind = (socket, port) => {
    socket.sendHighWaterMark = 0;
    socket.sendTimeout = 0;
    return bind.call(server, socket, port);
  };
  Reflect.set(server, 'bindSocket', unlimited);
}
