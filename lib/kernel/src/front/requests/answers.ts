import { log } from '../../log';
import type { Connection } from '../../wire/connection-file';
import type { Comms } from '../comms';
import type { CompilerLink } from '../compiler-link';
import type { History } from '../history/history';
import { textOf, type Request } from '../request';
import { answerComplete, answerInspect, answerIsComplete } from './code';
import { answerHistory } from './history';
import { kernelInfo } from './kernel-info';

interface Parts {
  readonly compiler: CompilerLink;
  readonly history: History;
  readonly comms: Comms;
  readonly ports: Connection['ports'];
}

/**
 * Answers a request that needs no cell to run.
 * @returns the content of the reply; undefined for a request that nobody knows, which gets none
 */
export async function answerOf(
  request: Request,
  { compiler, history, comms, ports }: Parts,
): Promise<object | undefined> {
  const type = request.message.header.msg_type;
  switch (type) {
    case 'kernel_info_request':
      return kernelInfo();
    case 'complete_request':
      return answerComplete(compiler, request);
    case 'inspect_request':
      return answerInspect(compiler, request);
    case 'is_complete_request':
      return answerIsComplete(compiler, request);
    case 'history_request':
      return answerHistory(history, request);
    case 'comm_info_request':
      return comms.info(request.message.content.target_name ? textOf(request, 'target_name') : undefined);
    case 'connect_request':
      return Object.fromEntries(Object.entries(ports).map(([channel, port]) => [`${channel}_port`, port]));
    case 'interrupt_request':
      return { status: 'ok' };
    case 'debug_request':
      return refuseDebugging(request);
    case 'create_subshell_request':
    case 'delete_subshell_request':
    case 'list_subshell_request':
      throw new Error('this kernel has no subshells');
    default:
      log(`a message of unknown type was ignored: ${type}`);
      return undefined;
  }
}

/** Says no in the words of the Debug Adapter Protocol, of which the content is a message. */
function refuseDebugging({ message }: Request): object {
  const { seq, command } = message.content;
  return {
    type: 'response',
    seq: 0,
    request_seq: typeof seq === 'number' ? seq : 0,
    command: typeof command === 'string' ? command : '',
    success: false,
    message: 'this kernel has no debugger',
    body: {},
  };
}
