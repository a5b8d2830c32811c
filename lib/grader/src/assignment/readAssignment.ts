import type { Text } from '../language';
import type { LineName } from '../judge/item';
import type {
  Assignment,
  Criterion,
  ExerciseRules,
  ItemMark,
  LateRules,
  Marks,
  StudentIds,
  WrittenRules,
} from './assignment';
import { parseDuration } from './duration';
import {
  sayCriteriaCount,
  sayCutOffFirst,
  sayDate,
  sayDuration,
  sayEither,
  sayNumber,
  sayTimeZone,
  sayUnknownKey,
} from './problems';
import { YamlReader, type Place } from './yamlReader';
import { isTimeZone, zonedTime } from './zonedTime';

/** What can be marked in an exercise, for checking the names in a file. */
export interface Markable {
  /** The items that are graded by running them: the points of each line. */
  readonly items: ReadonlyMap<string, Readonly<Partial<Record<LineName, number>>>>;
  /** The written answers and their points. */
  readonly written: ReadonlyMap<string, number>;
}

/**
 * Reads an assignment's YAML file.
 * @param markable what can be marked in an exercise; undefined if there is none of that name
 * @param rules points and rubrics of another file, for one that has marks alone
 * @throws InvalidAssignment with everything that is wrong, each with its line
 */
export function readAssignment(
  text: string,
  known: readonly string[],
  markable: (exercise: string) => Markable | undefined,
  rules?: Assignment['exercises'],
): Assignment {
  const yaml = new YamlReader(text);
  const assignment = new AssignmentReader(yaml, known, markable, rules).read();
  yaml.throwProblems();
  return assignment;
}

class AssignmentReader {
  constructor(
    private readonly yaml: YamlReader,
    private readonly known: readonly string[],
    private readonly markable: (exercise: string) => Markable | undefined,
    private readonly otherRules: Assignment['exercises'] = new Map(),
  ) {}

  read(): Assignment {
    const keys = ['exercises', 'late', 'marks', 'unanswered', 'students'] as const;
    const { exercises, late, marks, unanswered, students } = this.yaml.fields(this.yaml.root, keys);
    const rules = this.yaml.dictionary(exercises, (value, key, place) => this.exercise(value, key, place));
    return {
      exercises: rules,
      late: this.yaml.has(late) ? this.late(late) : undefined,
      marks: this.yaml.dictionary(marks, (student) =>
        this.yaml.dictionary(student, (value, key, place) =>
          this.marks(value, key, place, rules.get(key) ?? this.otherRules.get(key)),
        ),
      ),
      unansweredIsZero: this.yaml.oneOf(unanswered, ['0']) === '0',
      students: this.yaml.dictionary(students, (value) => this.student(value)),
    };
  }

  /** What stands below a name that does not exist is not looked at: whoever mends the name reads the rest then. */
  private found(exercise: string, place: Place): Markable | undefined {
    const found = this.markable(exercise);
    if (found === undefined) this.yaml.complain(place, sayUnknownKey(this.known));
    return found;
  }

  private exercise(value: Place, name: string, keyPlace: Place): ExerciseRules {
    const { yaml } = this;
    const found = this.found(name, keyPlace);
    if (found === undefined) return { points: new Map(), written: new Map(), column: undefined, outOf: undefined };
    const { items, written: answers } = found;
    const { points, written, column, out_of } = yaml.fields(value, ['points', 'written', 'column', 'out_of']);
    return {
      points: yaml.dictionary(points, (item, id, place) => {
        const lines = items.get(id);
        if (lines !== undefined) return this.itemPoints(item, Object.keys(lines) as LineName[]);
        yaml.complain(place, sayUnknownKey([...items.keys()]));
        return 0;
      }),
      written: yaml.dictionary(written, (answer, id, place) => {
        if (!answers.has(id)) yaml.complain(place, sayUnknownKey([...answers.keys()]));
        return this.written(answer);
      }),
      column: yaml.text(column),
      outOf: yaml.number(out_of),
    };
  }

  private itemPoints(item: Place, lines: readonly LineName[]): number | Map<LineName, number> {
    if (!this.yaml.isMap(item)) return this.yaml.number(item) ?? 0;
    const places = this.yaml.fields(item, lines);
    return new Map(lines.map((line) => [line, this.yaml.number(places[line]) ?? 0]));
  }

  private written(answer: Place): WrittenRules {
    const { yaml } = this;
    const { points, rubric } = yaml.fields(answer, ['points', 'rubric']);
    const criteria = yaml.list(rubric, (criterion) => {
      const fields = yaml.fields(criterion, ['points', 'text'], ['points', 'text']);
      return { points: yaml.number(fields.points, -Infinity) ?? 0, text: this.inBoth(fields.text) };
    });
    // What is taken off takes off of what can be had.
    const sum = criteria.reduce((total, criterion) => total + Math.max(0, criterion.points), 0);
    return { points: yaml.number(points) ?? (criteria.length > 0 ? sum : undefined), rubric: criteria };
  }

  /** One text, or one in each language. */
  private inBoth(place: Place): Text {
    if (!this.yaml.isMap(place)) {
      const text = this.yaml.text(place) ?? '';
      return { pt: text, es: text };
    }
    const { pt, es } = this.yaml.fields(place, ['pt', 'es'], ['pt', 'es']);
    return { pt: this.yaml.text(pt) ?? '', es: this.yaml.text(es) ?? '' };
  }

  private late(place: Place): LateRules {
    const { yaml } = this;
    const keys = [
      'due',
      'time_zone',
      'grace',
      'percent_per_day',
      'of',
      'at_most',
      'cut_off',
      'extensions',
      'submitted',
    ] as const;
    const fields = yaml.fields(place, keys, ['due', 'time_zone']);
    const timeZone =
      yaml.parsed(fields.time_zone, (zone) => (isTimeZone(zone) ? zone : undefined), sayTimeZone) ?? 'UTC';
    const moment = (text: string): Date | undefined => momentIn(text, timeZone);
    const due = yaml.parsed(fields.due, moment, sayDate) ?? new Date(0);
    const after = (text: string): Date | undefined => {
      const duration = parseDuration(text);
      return duration === undefined ? moment(text) : new Date(due.getTime() + duration);
    };
    const cutOff = yaml.parsed(fields.cut_off, after, sayDate);
    if (cutOff !== undefined && cutOff < due) yaml.complain(fields.cut_off, sayCutOffFirst);
    const dates = (of: Place): Map<string, Date> => {
      const found = yaml.dictionary(of, (value) => yaml.parsed(value, moment, sayDate));
      return new Map([...found].flatMap(([student, date]) => (date === undefined ? [] : [[student, date] as const])));
    };
    return {
      due,
      timeZone,
      graceMs: yaml.parsed(fields.grace, parseDuration, sayDuration) ?? 0,
      percentPerDay: yaml.number(fields.percent_per_day, 0, 100) ?? 0,
      of: yaml.oneOf(fields.of, ['maximum', 'earned']) ?? 'maximum',
      atMost: yaml.number(fields.at_most, 0, 100) ?? 100,
      cutOff,
      extensions: dates(fields.extensions),
      submitted: dates(fields.submitted),
    };
  }

  private marks(value: Place, exercise: string, keyPlace: Place, rules: ExerciseRules | undefined): Marks {
    const { yaml } = this;
    const found = this.found(exercise, keyPlace);
    if (found === undefined) return { comment: '', items: new Map() };
    const { comment, items } = yaml.fields(value, ['comment', 'items']);
    return {
      comment: yaml.text(comment) ?? '',
      items: yaml.dictionary(items, (item, id, place) => {
        const most = mostOf(id, found, rules);
        if (most === undefined) yaml.complain(place, sayUnknownKey([...found.items.keys(), ...found.written.keys()]));
        return this.itemMark(item, most ?? Infinity, rules?.written.get(id)?.rubric ?? []);
      }),
    };
  }

  private itemMark(item: Place, most: number, rubric: readonly Criterion[]): ItemMark {
    const { yaml } = this;
    const fields = yaml.fields(item, ['points', 'criteria', 'comment']);
    const points = yaml.number(fields.points, 0, most);
    const comment = yaml.text(fields.comment) ?? '';
    if (!yaml.has(fields.criteria)) return { points, comment };
    if (yaml.has(fields.points)) yaml.complain(fields.criteria, sayEither('points', 'criteria'));
    const criteria = this.criteria(fields.criteria, rubric);
    const sum = Number(criteria.reduce((total, one) => total + one, 0).toFixed(6));
    return { points: Math.min(most, Math.max(0, sum)), criteria, comment };
  }

  /** A number for each criterion of the rubric, between nothing and what it is worth. */
  private criteria(place: Place, rubric: readonly Criterion[]): number[] {
    let at = 0;
    const given = this.yaml.list(place, (one) => {
      const worth = rubric[at++]?.points ?? 0;
      const [least, most] = [Math.min(0, worth), Math.max(0, worth)];
      if (!this.yaml.has(one)) this.yaml.complain(one, sayNumber(least, most));
      return this.yaml.number(one, least, most) ?? 0;
    });
    if (given.length !== rubric.length) this.yaml.complain(place, sayCriteriaCount(rubric.length, given.length));
    return given;
  }

  private student(value: Place): StudentIds {
    const { id, sis_id, login, email, name } = this.yaml.fields(value, ['id', 'sis_id', 'login', 'email', 'name']);
    const text = (place: Place): string | undefined => this.yaml.text(place);
    return { id: text(id), sisId: text(sis_id), login: text(login), email: text(email), name: text(name) };
  }
}

/** The most points that an item can have, by the file if it says so. */
function mostOf(id: string, { items, written }: Markable, rules: ExerciseRules | undefined): number | undefined {
  const given = rules?.points.get(id);
  if (typeof given === 'number') return given;
  const lines = given === undefined ? Object.values(items.get(id) ?? {}) : [...given.values()];
  if (items.has(id)) return lines.reduce((sum, points) => sum + points, 0);
  return rules?.written.get(id)?.points ?? written.get(id);
}

function momentIn(text: string, timeZone: string): Date | undefined {
  const [day = '', time = '', ...more] = text.trim().split(/[ T]/);
  return more.length > 0 ? undefined : zonedTime(day, time, timeZone);
}
