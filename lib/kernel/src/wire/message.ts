/** A message of Jupyter's protocol, taken apart. */
export interface Message {
  /** Who sent it, as a router socket says; an answer goes back to the same. */
  readonly identities: readonly Buffer[];
  readonly header: Header;
  readonly parent: Partial<Header>;
  readonly metadata: object;
  readonly content: Readonly<Record<string, unknown>>;
  readonly buffers: readonly Uint8Array[];
}

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** What is sent: a message of which the empty parts may be left out. */
export interface Outgoing {
  readonly header: Header;
  readonly parent?: Partial<Header>;
  readonly metadata?: object;
  readonly content: object;
  readonly buffers?: readonly Uint8Array[];
}

/** The version of the protocol: https://jupyter-client.readthedocs.io/en/stable/messaging.html */
export const PROTOCOL = '5.5';
