import type { CellId, CommMessage } from '../threads/notebook-messages';
import type { Outputs } from './cells/outputs';
import type { NotebookLink } from './notebook-link';
import { textOf, type Request } from './request';

const TYPES: ReadonlySet<string> = new Set<CommMessage['type']>(['comm_open', 'comm_msg', 'comm_close']);

/** Whether a message goes over a comm. */
export function isComm({ message }: Request): boolean {
  return TYPES.has(message.header.msg_type);
}

/** Hands the messages of comms from clients to the notebook's thread and back, and knows which comms are open. */
export class Comms {
  readonly #targets = new Map<string, string>();

  constructor(
    private readonly notebook: NotebookLink,
    private readonly outputs: Outputs,
  ) {}

  /** From a client. Resolves when the notebook's thread has taken it; what that writes belongs to this message. */
  async receive(request: Request): Promise<void> {
    const { header, content, metadata, buffers } = request.message;
    const message: CommMessage = {
      type: header.msg_type as CommMessage['type'],
      commId: textOf(request, 'comm_id'),
      ...(header.msg_type === 'comm_open' && { targetName: textOf(request, 'target_name') }),
      data: content.data ?? {},
      metadata,
      // Copies: what came from the socket is not for other threads.
      buffers: buffers.map((buffer) => new Uint8Array(buffer)),
    };
    this.#note(message);
    this.notebook.send({ type: 'comm', message, cell: this.outputs.open(header) });
    await this.notebook.ping();
  }

  /** From the notebook's thread. */
  publish(message: CommMessage, cell: CellId, sent: () => void): void {
    this.#note(message);
    const { type, commId, targetName, data, metadata, buffers } = message;
    const content = { comm_id: commId, data, ...(targetName !== undefined && { target_name: targetName }) };
    this.outputs.of(cell).send(type, content, { ...(metadata && { metadata }), ...(buffers && { buffers }), sent });
  }

  /** Answers comm_info_request. */
  info(target: string | undefined): object {
    const open = [...this.#targets].filter(([, name]) => target === undefined || name === target);
    return { status: 'ok', comms: Object.fromEntries(open.map(([id, name]) => [id, { target_name: name }])) as object };
  }

  #note({ type, commId, targetName = '' }: CommMessage): void {
    if (type === 'comm_open') this.#targets.set(commId, targetName);
    else if (type === 'comm_close') this.#targets.delete(commId);
  }
}
