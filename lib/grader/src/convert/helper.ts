/**
 * A process that converts cells, apart from the grader since types can be made to loop or to fill the memory.
 * Its argument is the folder that the cells are taken to lie in. It never runs what it converts.
 */
import { openConverter, type Converted } from 'lossbook-kernel';
import { getCodeMetadata } from 'tslab/dist/metadata';
import type { ConvertReply, ConvertRequest } from './messages';

const folder = process.argv[2];
if (folder === undefined || process.send === undefined) throw new Error('usage: fork(helper.js, [folder])');

const send = (reply: ConvertReply): void => {
  process.send?.(reply);
};
const converter = openConverter(folder);
// The first cell that names TensorFlow.js pays for reading its types; no student's does.
converter.convert('', "import * as tf from '@tensorflow/tfjs';");

function convert({ previous, source }: ConvertRequest): Converted {
  // A cell that is a module would stay in the converter and be there for the next student.
  if (getCodeMetadata(source).module === undefined) return converter.convert(previous, source);
  return { javascript: '', declarations: previous, awaits: false, sideOutputs: [], diagnostics: [] };
}

process.on('message', (request: ConvertRequest) => {
  const { call } = request;
  try {
    send({ call, converted: convert(request) });
  } catch (error) {
    send({ call, failed: error instanceof Error ? error.message : String(error) });
  }
});
// Ctrl-C is told to all processes of the terminal: this one ends when the grader does.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
send({ ready: true });
