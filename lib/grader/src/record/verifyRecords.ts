import type { KeyObject } from 'node:crypto';
import type { MarkRecord } from './record';
import { hashOfLine, splitLine } from './signedLine';
import { isSigned } from './signingKey';

/** What is wrong with a line. */
export type Fault = 'no-record' | 'signature' | 'chain';

export interface Verified {
  /** Those whose signature holds, in the order of the log. */
  readonly records: readonly MarkRecord[];
  readonly faults: readonly { readonly line: number; readonly fault: Fault }[];
}

/** Checks each line's signature, and that no line is missing between two. */
export function verifyRecords(text: string, key: KeyObject): Verified {
  const records: MarkRecord[] = [];
  const faults: { line: number; fault: Fault }[] = [];
  let last: string | null = null;
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [i, line] of lines.entries()) {
    const complain = (fault: Fault): number => faults.push({ line: i + 1, fault });
    const parts = splitLine(line);
    const record = parts && parse(parts.text);
    if (parts === undefined || record === undefined) complain('no-record');
    else if (!isSigned(parts.text, parts.signature, key)) complain('signature');
    else {
      if (record.previous !== last) complain('chain');
      records.push(record);
    }
    last = hashOfLine(line);
  }
  return { records, faults };
}

/** The record of each student and exercise that counts: the last one. */
export function latestOf(records: readonly MarkRecord[]): MarkRecord[] {
  return [...new Map(records.map((record) => [`${record.student}\0${record.exercise}`, record])).values()];
}

function parse(text: string): (MarkRecord & { readonly previous: string | null }) | undefined {
  try {
    const value = JSON.parse(text) as Partial<MarkRecord> | null;
    return value?.version === 1 ? (value as MarkRecord & { previous: string | null }) : undefined;
  } catch {
    return undefined;
  }
}
