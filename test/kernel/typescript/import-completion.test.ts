import { testTypeScript, useKernel } from '../harness';

const kernel = useKernel({
  files: {
    'package.json': JSON.stringify({ dependencies: { 'of-this-project': '1.0.0' } }),
    'node_modules/of-this-project/package.json': JSON.stringify({ name: 'of-this-project', types: 'index.d.ts' }),
    'node_modules/of-this-project/index.d.ts': 'export declare const x: number;',
    'helpers.ts': 'export const a = 1;',
    'lib/inner.ts': 'export const b = 1;',
    'lib/deeper/more.ts': '',
    'table.json': '[]',
    'notes.md': '',
  },
});

/** What is offered at the place of `|`, and what of the text it replaces. */
async function complete(text: string): Promise<{ matches: unknown; replaced: string }> {
  const code = text.replace('|', '');
  const { reply } = await kernel().request('complete_request', { code, cursor_pos: text.indexOf('|') });
  const matches = [...(reply.matches as string[])].sort();
  return { matches, replaced: code.slice(Number(reply.cursor_start), Number(reply.cursor_end)) };
}

describe('in the name of an import', () => {
  testTypeScript.each<[string, unknown, string]>([
    [`import a from './|'`, ['connection.json', 'helpers', 'lib', 'package.json', 'table.json'], ''],
    [`import { a } from './h|';\nconst after = 1;`, ['helpers'], 'h'],
    [`import a from './lib/|'`, ['deeper', 'inner'], ''],
    [`const a = await import('./li|')`, ['lib'], 'li'],
    [`const a = require('./ta|')`, ['table.json'], 'ta'],
    [`import d from 'of-|'`, ['of-this-project'], 'of-'],
    [`import d from 'lossboo|'`, expect.arrayContaining(['lossbook', 'lossbook-lesson']), 'lossboo'],
    [`import d from 'mathj|'`, ['mathjs'], 'mathj'],
    [`import d from 'node:fs/|'`, expect.arrayContaining(['promises']), ''],
  ])(
    '%s',
    async (text, matches, replaced) => {
      expect(await complete(text)).toEqual({ matches, replaced });
    },
    30_000,
  );
});
