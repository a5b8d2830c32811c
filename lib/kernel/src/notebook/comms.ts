import { randomUUID } from 'node:crypto';
import type { CommMessage } from '../threads/notebook-messages';

/** What goes with a message over a comm. */
export interface CommContent {
  readonly data?: unknown;
  readonly metadata?: object;
  readonly buffers?: readonly Uint8Array[];
}

type Listener = (content: CommContent) => void;

/** A channel between a library in the notebook and its other half in the reader's program, such as a widget. */
export class Comm {
  readonly #messages = new Set<Listener>();
  readonly #closings = new Set<Listener>();

  constructor(
    readonly id: string,
    readonly targetName: string,
    private readonly comms: Comms,
  ) {}

  send(data: unknown, { metadata, buffers }: Omit<CommContent, 'data'> = {}): void {
    this.comms.post('comm_msg', this, { data, ...(metadata && { metadata }), ...(buffers && { buffers }) });
  }

  close(content: CommContent = {}): void {
    this.comms.drop(this);
    this.comms.post('comm_close', this, content);
  }

  onMessage(listener: Listener): void {
    this.#messages.add(listener);
  }

  onClose(listener: Listener): void {
    this.#closings.add(listener);
  }

  hear(type: 'comm_msg' | 'comm_close', content: CommContent): void {
    for (const listener of type === 'comm_msg' ? this.#messages : this.#closings) listener(content);
  }
}

/** The notebook's end of Jupyter's comms. */
export class Comms {
  readonly #open = new Map<string, Comm>();
  readonly #targets = new Map<string, (comm: Comm, content: CommContent) => void>();

  constructor(private readonly send: (message: CommMessage) => void) {}

  /** Opens a comm to a target that the reader's program knows, such as `jupyter.widget`. */
  open(targetName: string, { id = randomUUID(), ...content }: CommContent & { readonly id?: string } = {}): Comm {
    const comm = new Comm(id, targetName, this);
    this.#open.set(id, comm);
    this.post('comm_open', comm, content);
    return comm;
  }

  /** Says what to do when the reader's program opens a comm to a target. */
  register(targetName: string, onOpen: (comm: Comm, content: CommContent) => void): void {
    this.#targets.set(targetName, onOpen);
  }

  /** Hands a message of the reader's program to whom it is for. A comm to an unknown target is closed, as the protocol asks. */
  receive({ type, commId, targetName = '', ...content }: CommMessage): void {
    if (type !== 'comm_open') {
      const comm = this.#open.get(commId);
      if (type === 'comm_close') this.#open.delete(commId);
      comm?.hear(type, content);
      return;
    }
    const onOpen = this.#targets.get(targetName);
    if (!onOpen) {
      this.send({ type: 'comm_close', commId, data: {} });
      return;
    }
    const comm = new Comm(commId, targetName, this);
    this.#open.set(commId, comm);
    onOpen(comm, content);
  }

  post(type: CommMessage['type'], { id, targetName }: Comm, { data = {}, metadata, buffers }: CommContent): void {
    this.send({
      type,
      commId: id,
      data: JSON.parse(JSON.stringify(data)),
      ...(type === 'comm_open' && { targetName }),
      ...(metadata && { metadata: JSON.parse(JSON.stringify(metadata)) as object }),
      ...(buffers && { buffers: buffers.map((buffer) => Uint8Array.from(buffer)) }),
    });
  }

  drop({ id }: Comm): void {
    this.#open.delete(id);
  }
}
