import { isObject, without, type JsonObject } from '../notebook/json';
import { kernelMetadata } from '../notebook/kernel';
import { bundle, plotlyType } from '../notebook/output';
import type { Notebook, Output } from '../notebook/notebook';
import { joined } from '../notebook/parse';
import { lines } from '../notebook/print';

/**
 * Takes away what differs from run to run: times, the kernel's version, how a stream was cut into messages, display ids. So
 * that running a notebook twice gives the same file.
 */
export function normalise(notebook: Notebook): void {
  notebook.metadata = { ...notebook.metadata, ...structuredClone(kernelMetadata) };
  for (const cell of notebook.cells) {
    cell.metadata = without(cell.metadata, 'execution');
    if (cell.type === 'code') cell.outputs = withWholeStreams(cell.outputs).map(withoutIds);
  }
}

/** Neighbouring messages of one stream become one output. */
function withWholeStreams(outputs: readonly Output[]): Output[] {
  const whole: Output[] = [];
  for (const output of outputs) {
    const last = whole.at(-1);
    if (output.output_type === 'stream' && last?.output_type === 'stream' && last.name === output.name) {
      last.text = lines(joined(last.text) + joined(output.text));
    } else {
      whole.push({ ...output });
    }
  }
  return whole;
}

/** plotly's renderer in JupyterLab gives each trace a random `uid` when it writes a figure back. */
function withoutIds(output: Output): Output {
  const kept: Output = { ...without(output, 'transient'), output_type: output.output_type };
  const figure = bundle(output)[plotlyType];
  if (!isObject(figure) || !Array.isArray(figure.data)) return kept;
  const data = figure.data.map((trace) => (isObject(trace) ? without(trace, 'uid') : trace));
  const json: JsonObject = { ...bundle(output), [plotlyType]: { ...figure, data } };
  return { ...kept, data: json };
}
