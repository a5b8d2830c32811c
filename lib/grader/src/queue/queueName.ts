import { codeVersion } from './codeVersion';

/**
 * Names what must be the same where a job is made and where it runs. Each has a queue of its own, so that no worker takes what it
 * cannot run.
 * @param isolated whether jobs run in a sandbox
 */
export function queueVersion(root: string, isolated: boolean): string {
  return `${codeVersion(root)}${isolated ? '' : '_unsafe'}`;
}

export function queueName(version: string): string {
  return `lossbook-grader-${version}`;
}
