/** A cell of a table: what it says, and where it stands in the file. */
interface Field {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export type Delimiter = ',' | ';' | '\t';

/**
 * A CSV file that somebody else wrote, of which some cells are filled in. All other bytes stay as they are: the encoding, its
 * mark, delimiters, quotes and line ends.
 */
export class CsvTable {
  readonly delimiter: Delimiter;
  readonly rows: readonly (readonly string[])[];
  private readonly fields: readonly (readonly Field[])[];
  private readonly changes = new Map<Field, string>();
  private readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  /** The file's bytes as characters of the same number, so that places in it are places in the file. */
  private readonly characters: string;

  constructor(bytes: Buffer) {
    this.encoding = encodingOf(bytes);
    this.characters = bytes.toString(this.encoding === 'utf-16le' ? 'utf16le' : 'latin1');
    const mark = this.encoding === 'utf-16le' ? /^\uFEFF/ : /^\xEF\xBB\xBF/;
    const start = mark.exec(this.characters)?.[0].length ?? 0;
    this.delimiter = delimiterOf(this.characters.slice(start));
    this.fields = split(this.characters, start, this.delimiter);
    this.rows = this.fields.map((row) => row.map(({ text }) => this.decoded(text)));
  }

  /** Fills a cell; a cell that the row does not have is none. */
  set(row: number, column: number, text: string): void {
    const field = this.fields[row]?.[column];
    if (field === undefined) return;
    const quoted = field.quoted || text.includes(this.delimiter);
    this.changes.set(field, quoted ? `"${text}"` : text);
  }

  /** The file with its changes. */
  toBytes(): Buffer {
    const changes = [...this.changes].sort(([a], [b]) => a.start - b.start);
    let text = '';
    let from = 0;
    for (const [{ start, end }, now] of changes) {
      text += this.characters.slice(from, start) + now;
      from = end;
    }
    text += this.characters.slice(from);
    return Buffer.from(text, this.encoding === 'utf-16le' ? 'utf16le' : 'latin1');
  }

  private decoded(text: string): string {
    if (this.encoding === 'utf-16le') return text;
    return new TextDecoder(this.encoding).decode(Buffer.from(text, 'latin1'));
  }
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** What the first line has most of, outside of quotes. */
function delimiterOf(text: string): Delimiter {
  const head = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: Delimiter): number => head.split(delimiter).length;
  return ([',', ';', '\t'] as const).reduce((best, one) => (count(one) > count(best) ? one : best));
}

function split(text: string, start: number, delimiter: Delimiter): Field[][] {
  const rows: Field[][] = [];
  let row: Field[] = [];
  let at = start;
  while (at < text.length) {
    const field = fieldAt(text, at, delimiter);
    row.push(field);
    at = field.end;
    if (text[at] === delimiter) {
      at++;
      // A line may end in a delimiter, with an empty cell after it.
      if (at < text.length && !isLineEnd(text[at])) continue;
      row.push({ text: '', start: at, end: at, quoted: false });
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

function fieldAt(text: string, start: number, delimiter: Delimiter): Field {
  if (text[start] === '"') {
    let end = start + 1;
    while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
    const inner = text.slice(start + 1, end).replaceAll('""', '"');
    end = Math.min(text.length, end + 1);
    // Rarely something stands after the closing quote.
    while (end < text.length && text[end] !== delimiter && !isLineEnd(text[end])) end++;
    return { text: inner, start, end, quoted: true };
  }
  let end = start;
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text[end])) end++;
  return { text: text.slice(start, end), start, end, quoted: false };
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
