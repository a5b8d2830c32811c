import { readFileSync } from 'node:fs';
import * as lossbook from 'lossbook';
import type { AnyLoss } from './apply';
import { compare } from './compare';
import { readFixture, toleranceOf } from './fixtures';
import { whyMissed } from './missed';
import type { Circumstances, Figures } from './parity';

/** TensorFlow.js's packages, by backend. */
const packages: Readonly<Record<string, string>> = {
  cpu: '@tensorflow/tfjs-backend-cpu',
  wasm: '@tensorflow/tfjs-backend-wasm',
  webgpu: '@tensorflow/tfjs-backend-webgpu',
  tensorflow: '@tensorflow/tfjs-node-gpu',
};

/** What the figures that are measured now on a backend depend on. */
export function circumstances(backend: string, device: string): Circumstances {
  const names = ['@tensorflow/tfjs-core', packages[backend] ?? ''];
  return { device, packages: Object.fromEntries(names.map((name) => [name, versionOf(name)])) };
}

/** Compares a loss with PyTorch on the current backend, which has this name; throws with a line for each case that fails. */
export async function measure(backend: string, name: string): Promise<Figures> {
  const fixture = readFixture(name);
  const loss = (lossbook as unknown as Record<string, AnyLoss>)[name] as AnyLoss;
  const cases = fixture.cases.filter((c) => whyMissed(backend, name, c.name) === undefined);
  const figures: Figures = { cases: cases.length, value: 0, gradient: 0, second: null };
  const problems: string[] = [];
  for (const c of cases) {
    const title = `${name} on ${backend}, ${c.name}, ${JSON.stringify(c.options)}`;
    try {
      const { value, gradients, second } = await compare(loss, c, fixture);
      const all = [value, ...gradients, ...(second ? [second] : [])];
      for (const { what, at, got, expected } of all.filter(({ size }) => !(size <= toleranceOf(c, fixture)))) {
        problems.push(`${title}: ${what}[${at}] is ${got}, PyTorch has ${expected}`);
      }
      figures.value = Math.max(figures.value, value.size);
      figures.gradient = Math.max(figures.gradient, ...gradients.map(({ size }) => size));
      if (second) figures.second = Math.max(figures.second ?? 0, second.size);
    } catch (error) {
      problems.push(`${title}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return rounded(figures);
}

/** To two digits, upwards: a bound. */
function rounded({ cases, value, gradient, second }: Figures): Figures {
  const up = (x: number): number => {
    if (x === 0) return 0;
    const unit = 10 ** (Math.floor(Math.log10(x)) - 1);
    return Number((Math.ceil(x / unit) * unit).toPrecision(2));
  };
  return { cases, value: up(value), gradient: up(gradient), second: second === null ? null : up(second) };
}

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string }).version;
}
