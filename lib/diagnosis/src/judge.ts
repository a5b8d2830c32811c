import { close, float32Tolerance } from './close';
import type { Observation } from './values';
import type { Context, Verdict } from './verdict';

/** Tells whether a function's answers are right and, if not, what kind of mistake they show. */
export function judge(observations: readonly Observation[], context: Context = { line: 'value' }): Verdict {
  const wrong = observations.findIndex((o) => !close(o.got, o.expected, float32Tolerance(o.expected, o.args)));
  if (wrong === -1) return { right: true };
  const what = context.line === 'value' ? { pt: 'valor', es: 'valor' } : { pt: 'gradiente', es: 'gradiente' };
  return {
    right: false,
    kind: 'wrong',
    ids: [],
    families: [],
    case: wrong,
    sentence: {
      pt: `O ${what.pt} não é o esperado. Calcule este caso à mão.`,
      es: `El ${what.es} no es el esperado. Calcula este caso a mano.`,
    },
  };
}
