import { joined } from '../notebook/parse';
import { cellRule } from './rule';

/** No output is an error or a warning. */
export const cleanOutputs = cellRule('clean-outputs', (cell) =>
  cell.outputs.flatMap((output) => {
    if (output.output_type === 'error') return [`ends in ${joined(output.ename)}: ${joined(output.evalue)}`];
    if (output.output_type === 'stream' && output.name === 'stderr') {
      return [`writes to stderr: ${joined(output.text).trim().slice(0, 100)}`];
    }
    return [];
  }),
);
