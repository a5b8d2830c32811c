import { isObject, type Json, type JsonObject } from './json';
import type { Cell, CellType, Notebook, Output } from './notebook';
import { CourseError } from './problem';

/**
 * Reads the text of an .ipynb file.
 *
 * @param file the name that an error bears.
 * @throws CourseError when it is no notebook of nbformat 4.5 or later.
 */
export function parseNotebook(text: string, file: string): Notebook {
  const json = readJson(text, file);
  if (!isObject(json) || !Array.isArray(json.cells) || !isObject(json.metadata)) {
    throw broken(file, 'this is no notebook: it has no cells or no metadata');
  }
  const { nbformat, nbformat_minor: minor } = json;
  if (nbformat !== 4 || typeof minor !== 'number' || minor < 5) {
    throw broken(file, 'cells need ids: save it in nbformat 4.5 or later');
  }
  return {
    cells: json.cells.map((cell, index) => parseCell(cell, index, file)),
    metadata: json.metadata,
    format: { major: nbformat, minor },
  };
}

function parseCell(json: Json, index: number, file: string): Cell {
  const where = `cell number ${index + 1}`;
  if (!isObject(json)) throw broken(file, `${where} is no cell`);
  const { id, cell_type: type, metadata, outputs } = json;
  if (typeof id !== 'string') throw broken(file, `${where} has no id`);
  if (!isCellType(type)) throw broken(file, `${where} is neither code, markdown nor raw`);
  const cell: Cell = {
    id,
    type,
    metadata: isObject(metadata) ? metadata : {},
    source: joined(json.source),
    outputs: Array.isArray(outputs) ? outputs.map((output) => parseOutput(output, where, file)) : [],
    executionCount: typeof json.execution_count === 'number' ? json.execution_count : null,
  };
  if (isObject(json.attachments)) cell.attachments = json.attachments;
  return cell;
}

function parseOutput(json: Json, where: string, file: string): Output {
  if (!isObject(json) || typeof json.output_type !== 'string') throw broken(file, `${where} has a broken output`);
  return json as Output;
}

function isCellType(type: Json | undefined): type is CellType {
  return type === 'code' || type === 'markdown' || type === 'raw';
}

/** nbformat keeps a text as a string or as a list of lines. */
export function joined(text: Json | undefined): string {
  if (Array.isArray(text)) return text.filter((line) => typeof line === 'string').join('');
  return typeof text === 'string' ? text : '';
}

function readJson(text: string, file: string): Json {
  try {
    return JSON.parse(text) as JsonObject;
  } catch (error) {
    throw broken(file, `this is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function broken(file: string, message: string): CourseError {
  return new CourseError([{ file, rule: 'notebook', message }]);
}
