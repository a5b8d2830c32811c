import { wordsOf, type Matches, type Person, type RowIdentity } from './people';

/**
 * Finds the rows of each group's members by the group's name. The number in a file's name is the group's, which a worksheet does
 * not have. Where two groups have the same name but for spelling, neither has rows.
 * @param rows by number
 */
export function matchGroups(people: readonly Person[], rows: ReadonlyMap<number, RowIdentity>): Matches {
  const found = new Map<string, readonly number[]>();
  const nameOf = ({ student, platform }: Person): string => wordsOf(platform?.name ?? student).join(' ');
  for (const person of people) {
    const name = nameOf(person);
    const own = [...rows].filter(([, { group = '' }]) => group.trim() !== '' && wordsOf(group).join(' ') === name);
    const spellings = new Set(own.map(([, { group }]) => group));
    const isAlone = people.filter((other) => nameOf(other) === name).length === 1;
    if (name !== '' && spellings.size === 1 && isAlone) {
      found.set(
        person.student,
        own.map(([row]) => row),
      );
    }
  }
  return found;
}
