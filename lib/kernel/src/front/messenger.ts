import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { PROTOCOL, type Header, type Outgoing } from '../wire/message';
import type { Sockets } from '../wire/sockets';
import type { Request } from './request';

/** The header of the request that a message belongs to; empty for one that belongs to none. */
export type Parent = Partial<Header>;

interface Extras {
  readonly metadata?: object;
  readonly buffers?: readonly Uint8Array[];
  /** Called when the message is on its way. */
  readonly sent?: () => void;
}

/** Writes the kernel's messages. */
export class Messenger {
  readonly #session = randomUUID();
  readonly #username = nameOfUser();

  constructor(private readonly sockets: Pick<Sockets, 'iopub' | 'stdin'>) {}

  /** To all clients. */
  publish(type: string, content: object, parent: Parent, { sent, ...extras }: Extras = {}): void {
    this.sockets.iopub.publish({ header: this.header(type), parent, content, ...extras }, sent);
  }

  /** To the client that asked. */
  reply({ message, channel }: Request, content: object): void {
    const type = message.header.msg_type.replace(/_request$/, '_reply');
    channel.send(message.identities, { header: this.header(type), parent: message.header, content });
  }

  /**
   * Asks the reader of the client that sent a request.
   * @returns the id of the question
   */
  ask({ message }: Request, prompt: string, password: boolean): string {
    const header = this.header('input_request');
    this.sockets.stdin.send(message.identities, { header, parent: message.header, content: { prompt, password } });
    return header.msg_id;
  }

  /** Resolves when all that was published so far has been sent. */
  flushed(): Promise<void> {
    return this.sockets.iopub.flushed();
  }

  /** Tells new subscribers of iopub that they listen. */
  async greet(): Promise<void> {
    await this.sockets.iopub.greet((subscription): Outgoing => {
      return { header: this.header('iopub_welcome'), content: { subscription } };
    });
  }

  header(type: string): Header {
    return {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.#session,
      username: this.#username,
      date: new Date().toISOString(),
      version: PROTOCOL,
    };
  }
}

/** A user without an entry in the system's list, as in some containers, has none. */
function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'kernel';
  }
}
