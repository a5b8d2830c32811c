/**
 * A thing that takes every call and every property and gives itself: what shows and checks in JupyterLab does nothing while
 * grading. It is no promise and prints as nothing.
 */
export const inert: unknown = new Proxy(() => undefined, {
  get: (_target, name) => {
    if (name === Symbol.toPrimitive) return () => '';
    return name === 'then' || typeof name === 'symbol' ? undefined : inert;
  },
  apply: () => inert,
  construct: () => inert as object,
  set: () => true,
});

let spoken = 'pt';

/** Stands in for `lossbook-lesson`: it chooses words, and does nothing else. */
export const lesson: unknown = new Proxy(
  {
    __esModule: true,
    language: (chosen: unknown): void => {
      spoken = chosen === 'es' ? 'es' : 'pt';
    },
    t: (pt: unknown, es: unknown): unknown => (spoken === 'es' ? es : pt),
  },
  { get: (target, name) => (Object.hasOwn(target, name) ? (Reflect.get(target, name) as unknown) : inert) },
);
