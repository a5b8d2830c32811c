import type { Notebook } from '../notebook/notebook';
import { joined } from '../notebook/parse';
import type { Problem } from '../notebook/problem';
import { cleared } from './cleared';
import { execute, type Execution } from './execute';
import { keepMachineOutputs } from './machine';
import { normalise } from './normalise';

export interface Run {
  /** The notebook with its new outputs. */
  readonly now: Notebook;
  readonly problems: Problem[];
}

/** Runs a notebook on a fresh kernel; every cell must have run, in order, without an error. */
export async function runNotebook(
  root: string,
  file: string,
  committed: Notebook,
  execution: Execution = {},
): Promise<Run> {
  const now = await execute(root, file, cleared(committed), execution);
  normalise(now);
  keepMachineOutputs(now, committed);
  return { now, problems: failures(now, file) };
}

function failures(now: Notebook, file: string): Problem[] {
  const code = now.cells.filter(({ type, source }) => type === 'code' && source.trim() !== '');
  return code.flatMap((cell, index) => {
    const problem = (message: string): Problem => ({ file, cell: cell.id, rule: 'run', message });
    const errors = cell.outputs
      .filter((output) => output.output_type === 'error')
      .map((output) => problem(`${joined(output.ename)}: ${joined(output.evalue)}`));
    if (errors.length > 0 || cell.executionCount === index + 1) return errors;
    return [problem(`was not run in its turn: count ${cell.executionCount ?? 'none'} instead of ${index + 1}`)];
  });
}
