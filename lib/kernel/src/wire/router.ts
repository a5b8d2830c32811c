import type { Router } from 'zeromq';
import { log } from '../log';
import { WrongSignature, type Codec } from './codec';
import type { Message, Outgoing } from './message';

let reportedSignature = false;

/** A socket that takes requests and sends answers: shell, control, stdin. */
export class RouterChannel {
  constructor(
    private readonly name: string,
    private readonly socket: Router,
    private readonly codec: Codec,
  ) {}

  /** Calls `take` for each message that is one, until the socket is closed. */
  async receive(take: (message: Message) => void): Promise<void> {
    for await (const frames of this.socket) {
      const message = this.#decode(frames);
      if (message) take(message);
    }
  }

  /** Sends to those who sent the message with these identities. The socket takes all there is, so this never waits. */
  send(identities: readonly Buffer[], message: Outgoing): void {
    this.socket.send([...identities, ...this.codec.encode(message)]).catch((error: unknown) => {
      log(`${this.name}: ${message.header.msg_type} could not be sent: ${String(error)}`);
    });
  }

  #decode(frames: readonly Buffer[]): Message | undefined {
    try {
      return this.codec.decode(frames);
    } catch (error) {
      if (!(error instanceof WrongSignature)) log(`${this.name}: a malformed message was ignored: ${String(error)}`);
      else if (!reportedSignature) {
        reportedSignature = true;
        log(`${this.name}: a message with a wrong signature was ignored; further ones are ignored without a word`);
      }
      return undefined;
    }
  }
}
