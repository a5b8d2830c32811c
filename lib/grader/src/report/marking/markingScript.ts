/** What the marking page runs: it adds up criteria, remembers what is filled in, and makes YAML of it. Plain JavaScript for any browser. */
export const markingScript = `'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const forms = [...document.querySelectorAll('form[data-answer]')];
const key = 'lossbook-marking-' + data.key;
const unanswered = document.getElementById('unanswered');

const numbersOf = (form) => [...form.querySelectorAll('input[type=number]')];

function read(form) {
  const numbers = numbersOf(form).map((input) => input.value.trim().replace(',', '.'));
  return { numbers, comment: form.elements.comment.value };
}

function remember() {
  try {
    localStorage.setItem(key, JSON.stringify({ forms: forms.map(read), unanswered: unanswered?.checked === true }));
  } catch {}
}

function recall() {
  try {
    const stored = JSON.parse(localStorage.getItem(key) || '{}');
    (stored.forms || []).forEach((values, i) => {
      const form = forms[i];
      if (!form) return;
      form.elements.comment.value = values.comment;
      numbersOf(form).forEach((input, j) => { input.value = values.numbers[j] ?? ''; });
    });
    if (unanswered) unanswered.checked = stored.unanswered === true;
  } catch {}
}

/** None, or a number for each that is allowed there. */
function isValid(form) {
  const { numbers } = read(form);
  if (numbers.every((text) => text === '')) return true;
  return numbersOf(form).every((input, i) => {
    const value = Number(numbers[i]);
    return numbers[i] !== '' && value >= Number(input.min) && value <= Number(input.max);
  });
}

const isFilled = (form) => read(form).numbers.some((text) => text !== '');

function count() {
  const isZero = (form) => unanswered?.checked === true && 'blank' in form.dataset;
  const done = forms.filter((form) => isValid(form) && (isFilled(form) || isZero(form))).length;
  document.getElementById('done').textContent = done + ' / ' + forms.length;
  for (const form of forms) {
    const valid = isValid(form);
    for (const input of numbersOf(form)) input.setAttribute('aria-invalid', String(!valid));
    form.querySelector('.invalid').hidden = valid;
    if (!form.elements.sum) continue;
    const sum = read(form).numbers.reduce((total, text) => total + (Number(text) || 0), 0);
    const shown = Math.min(Number(form.dataset.most), Math.max(0, Number(sum.toFixed(2))));
    form.elements.sum.textContent = isFilled(form) ? shown.toLocaleString(document.documentElement.lang) : '–';
  }
}

function yaml() {
  const marks = Object.create(null);
  forms.forEach((form) => {
    const { numbers, comment } = read(form);
    if (!isValid(form) || (!isFilled(form) && comment === '')) return;
    const { student, exercise, item } = data.answers[Number(form.dataset.answer)];
    const exercises = (marks[student] = marks[student] || Object.create(null));
    const items = (exercises[exercise] = exercises[exercise] || Object.create(null));
    const values = numbers.map(Number);
    const given = form.elements.sum ? 'criteria: [' + values.join(', ') + ']' : 'points: ' + values[0];
    items[item] = [isFilled(form) ? [given] : [], comment];
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

for (const form of forms) {
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', (event) => {
    const { value } = event.target.dataset;
    if (value === undefined) return;
    event.target.closest('.criterion').querySelector('input').value = value;
    remember();
    count();
  });
  form.addEventListener('input', () => { remember(); count(); });
  form.addEventListener('change', () => { remember(); count(); });
}
unanswered?.addEventListener('change', () => { remember(); count(); });
document.getElementById('download').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([yaml()], { type: 'application/yaml' }));
  link.download = 'marks.yaml';
  link.click();
  URL.revokeObjectURL(link.href);
});
recall();
count();
`;
