import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROTOCOL } from '../../wire/message';

/** Answers kernel_info_request, before TypeScript is loaded. */
export function kernelInfo(): object {
  const version = versionOf(path.join(__dirname, '../../../package.json'));
  const typescript = versionOf(require.resolve('typescript/package.json'));
  return {
    status: 'ok',
    protocol_version: PROTOCOL,
    implementation: 'lossbook-kernel',
    implementation_version: version,
    language_info: {
      name: 'typescript',
      version: typescript,
      mimetype: 'text/typescript',
      file_extension: '.ts',
      pygments_lexer: 'typescript',
      codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
    },
    banner: `TypeScript ${typescript}, Node ${process.versions.node}`,
    help_links: [
      { text: 'TypeScript', url: 'https://www.typescriptlang.org/docs/handbook/intro.html' },
      { text: 'Node.js', url: 'https://nodejs.org/docs/latest/api/' },
    ],
    debugger: false,
    supported_features: [],
  };
}

function versionOf(packageFile: string): string {
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}
