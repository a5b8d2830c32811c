import { inBoth, refusals } from './refusals';

/** JavaScript that makes a stand-in for what is taken out: whatever is done with it says so. */
export const standIn = `
function unavailable(name) {
  const fail = () => { throw new Error(name + ${JSON.stringify(`: ${inBoth(refusals.notAllowed)}`)}); };
  return new Proxy(function () {}, { get: fail, apply: fail, construct: fail });
}`;

/** A CommonJS module whose every export is a stand-in. */
export function unavailableModule(library: string): string {
  return `${standIn}
module.exports = new Proxy({}, {
  get: (_, name) => name === '__esModule' ? true : unavailable(${JSON.stringify(library)} + '.' + String(name)),
});`;
}

/** An ECMAScript module that exports the names as stand-ins. */
export function unavailableExports(library: string, names: readonly string[]): string {
  const lines = names.map((name) => `export const ${name} = unavailable(${JSON.stringify(`${library}.${name}`)});`);
  return [standIn, ...lines].join('\n');
}
