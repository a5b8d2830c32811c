/** What the marking page runs: it adds up criteria, remembers what is filled in, and makes YAML of it. Plain JavaScript for any browser. */
export const markingScript = `'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const forms = [...document.querySelectorAll('[data-answer]')];
const key = 'lossbook-marking-' + location.pathname;
const unanswered = document.getElementById('unanswered');

const commentOf = (form) => form.querySelector('textarea');
const sumOf = (form) => form.querySelector('output');
const fields = forms.map((form) => [...form.querySelectorAll('input')]);

/** A number with a point or a comma, and a hyphen or a minus sign. */
const plain = (text) => text.trim().replace(',', '.').replace('−', '-');

function read(i) {
  return { numbers: fields[i].map((input) => plain(input.value)), comment: commentOf(forms[i]).value };
}

/** What each form holds: of a large class, reading all of them at every key would be felt. */
const values = forms.map((form, i) => read(i));

/** What the assignment's file has: what was typed over something else is of yesterday. */
const given = values.map((value) => JSON.stringify(value));
const givenUnanswered = unanswered?.checked;
let kept = { answers: {} };

function recall() {
  try {
    const stored = JSON.parse(localStorage.getItem(key));
    if (stored?.answers) kept = stored;
  } catch {}
  forms.forEach((form, i) => {
    const one = kept.answers[data.answers[i].key];
    if (one?.given !== given[i]) return;
    commentOf(form).value = one.comment;
    fields[i].forEach((input, j) => { input.value = one.numbers[j].replace('.', ','); });
    values[i] = read(i);
  });
  if (unanswered && kept.unanswered?.given === givenUnanswered) unanswered.checked = kept.unanswered.checked;
}

function remember() {
  if (unanswered) kept.unanswered = { given: givenUnanswered, checked: unanswered.checked };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {}
}

const isFilled = (i) => values[i].numbers.some((text) => text !== '');

/** None, or a number for each that is allowed there. */
function isValid(i) {
  return !isFilled(i) || fields[i].every(({ dataset }, j) => {
    const text = values[i].numbers[j];
    const value = Number(text);
    return /^-?[0-9]*[.]?[0-9]+$/.test(text) && value >= Number(dataset.least) && value <= Number(dataset.most);
  });
}

/** Says what is wrong in a form, and the sum of its criteria. */
function show(form, i) {
  const valid = isValid(i);
  for (const input of fields[i]) input.setAttribute('aria-invalid', String(!valid));
  form.querySelector('.invalid').hidden = valid;
  const output = sumOf(form);
  if (!output) return;
  const sum = values[i].numbers.reduce((total, text) => total + (Number(text) || 0), 0);
  const shown = Math.min(Number(form.dataset.most), Math.max(0, Number(sum.toFixed(2))));
  output.textContent = isFilled(i) ? shown.toLocaleString(document.documentElement.lang) : '–';
}

function count() {
  const isZero = (form) => unanswered?.checked === true && 'blank' in form.dataset;
  const done = forms.filter((form, i) => isValid(i) && (isFilled(i) || isZero(form))).length;
  document.getElementById('done').textContent = done + ' / ' + forms.length;
}

function yaml() {
  const marks = Object.create(null);
  forms.forEach((form, i) => {
    const { numbers, comment } = values[i];
    if (!isValid(i) || (!isFilled(i) && comment === '')) return;
    const { student, exercise, item } = data.answers[Number(form.dataset.answer)];
    const exercises = (marks[student] = marks[student] || Object.create(null));
    const items = (exercises[exercise] = exercises[exercise] || Object.create(null));
    const given = sumOf(form) ? 'criteria: [' + numbers.map(Number).join(', ') + ']' : 'points: ' + Number(numbers[0]);
    items[item] = [isFilled(i) ? [given] : [], comment];
  });
  const head = unanswered?.checked === true ? 'unanswered: 0\\n' : '';
  const lines = ['marks:'];
  for (const student of Object.keys(marks)) {
    lines.push('  ' + JSON.stringify(student) + ':');
    for (const exercise of Object.keys(marks[student])) {
      lines.push('    ' + JSON.stringify(exercise) + ':', '      items:');
      for (const [item, [given, comment]] of Object.entries(marks[student][exercise])) {
        const said = comment === '' ? [] : ['comment: ' + JSON.stringify(comment)];
        lines.push('        ' + JSON.stringify(item) + ': { ' + [...given, ...said].join(', ') + ' }');
      }
    }
  }
  return head + (lines.length === 1 ? 'marks: {}' : lines.join('\\n')) + '\\n';
}

recall();
forms.forEach((form, i) => {
  const changed = () => {
    values[i] = read(i);
    kept.answers[data.answers[i].key] = { given: given[i], ...values[i] };
    remember();
    show(form, i);
    count();
  };
  form.addEventListener('input', changed);
  form.addEventListener('click', (event) => {
    const { value } = event.target.dataset;
    if (value === undefined) return;
    event.target.closest('.criterion').querySelector('input').value = value.replace('.', ',');
    changed();
  });
  show(form, i);
});
unanswered?.addEventListener('change', () => { remember(); count(); });
document.getElementById('download').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([yaml()], { type: 'application/yaml' }));
  link.download = 'marks.yaml';
  link.click();
  URL.revokeObjectURL(link.href);
});
count();
`;
