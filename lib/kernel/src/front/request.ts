import type { ErrorMessage } from '../threads/notebook-messages';
import type { Message } from '../wire/message';
import type { RouterChannel } from '../wire/router';

/** A message of a client, and the channel by which it came. */
export interface Request {
  readonly message: Message;
  readonly channel: RouterChannel;
}

/** A request that lacks what the protocol wants; its reply says so. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

/** Reads a field of a request's content. */
export function textOf({ message }: Request, name: string, otherwise?: string): string {
  const value = message.content[name] ?? otherwise;
  if (typeof value !== 'string') throw new BadRequest(`${message.header.msg_type}: ${name} is not a text`);
  return value;
}

export function numberOf({ message }: Request, name: string, otherwise: number): number {
  const value = message.content[name] ?? otherwise;
  if (typeof value !== 'number') throw new BadRequest(`${message.header.msg_type}: ${name} is not a number`);
  return value;
}

export function flagOf({ message }: Request, name: string, otherwise: boolean): boolean {
  const value = message.content[name];
  return typeof value === 'boolean' ? value : otherwise;
}

/** What to tell of a request that could not be served. */
export function describeFailure(error: unknown): ErrorMessage {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { ename: name, evalue: message, traceback: [`${name}: ${message}`] };
}

/** The content of the reply to such a request. */
export function failureReply(error: unknown): object {
  return { status: 'error', ...describeFailure(error) };
}
