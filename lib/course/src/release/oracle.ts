import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Oracle } from '../../../../solutions/oracles/format';
import { CourseError } from '../notebook/problem';

/** Loads the built oracle of an exercise: `solutions/oracles/dist/<exercise>.js`, which exports `oracle`. */
export function loadOracle(root: string, exercise: string): Oracle {
  const file = `solutions/oracles/dist/${exercise}.js`;
  const path = join(root, file);
  if (!existsSync(path)) throw wrong(file, `is missing: write solutions/oracles/${exercise}.ts, then npm run build`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- which file to load is known only now
  const { oracle } = require(path) as { oracle?: Oracle };
  if (oracle?.exercise !== exercise) throw wrong(file, `must export an oracle whose exercise is '${exercise}'`);
  return oracle;
}

function wrong(file: string, message: string): CourseError {
  return new CourseError([{ file, rule: 'release', message }]);
}
