import { joined } from '../notebook/parse';
import { cellRule } from './rule';

/** Past 508 messages from a cell plain tslab loses them; a line printed is a message. */
const most = 500;

/** No cell shows more than plain tslab can send. */
export const messageCount = cellRule('message-count', ({ outputs }) => {
  const count = outputs.reduce(
    (sum, output) => sum + (output.output_type === 'stream' ? joined(output.text).split('\n').length - 1 : 1),
    0,
  );
  return count > most ? [`shows ${count} lines or outputs, plain tslab loses what is over ${most}: print a table`] : [];
});
