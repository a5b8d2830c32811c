/** What the marking page runs: it adds up criteria, remembers what is filled in, and makes YAML of it. Plain JavaScript for any browser. */
export const markingScript = `'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const forms = [...document.querySelectorAll('form[data-answer]')];
const key = 'lossbook-marking-' + data.key;

function read(form) {
  const points = form.elements.points.value.trim().replace(',', '.');
  const criteria = [...form.querySelectorAll('input[type=checkbox]')].map((box) => box.checked);
  return { points, comment: form.elements.comment.value, criteria };
}

function remember() {
  try {
    localStorage.setItem(key, JSON.stringify(forms.map(read)));
  } catch {}
}

function recall() {
  try {
    const stored = JSON.parse(localStorage.getItem(key) || '[]');
    stored.forEach((values, i) => {
      const form = forms[i];
      if (!form) return;
      form.elements.points.value = values.points;
      form.elements.comment.value = values.comment;
      form.querySelectorAll('input[type=checkbox]').forEach((box, j) => { box.checked = values.criteria[j] === true; });
    });
  } catch {}
}

function isValid(form) {
  const { points } = read(form);
  const value = Number(points);
  return points === '' || (value >= 0 && value <= Number(form.dataset.most));
}

function count() {
  const done = forms.filter((form) => read(form).points !== '' && isValid(form)).length;
  document.getElementById('done').textContent = done + ' / ' + forms.length;
  for (const form of forms) {
    const valid = isValid(form);
    form.elements.points.setAttribute('aria-invalid', String(!valid));
    form.querySelector('.invalid').hidden = valid;
  }
}

function yaml() {
  const marks = Object.create(null);
  forms.forEach((form) => {
    const { points, comment } = read(form);
    if (!isValid(form) || (points === '' && comment === '')) return;
    const { student, exercise, item } = data.answers[Number(form.dataset.answer)];
    const exercises = (marks[student] = marks[student] || Object.create(null));
    const items = (exercises[exercise] = exercises[exercise] || Object.create(null));
    items[item] = [points === '' ? null : Number(points), comment];
  });
  const lines = ['marks:'];
  for (const student of Object.keys(marks)) {
    lines.push('  ' + JSON.stringify(student) + ':');
    for (const exercise of Object.keys(marks[student])) {
      lines.push('    ' + JSON.stringify(exercise) + ':', '      items:');
      for (const [item, [points, comment]] of Object.entries(marks[student][exercise])) {
        const given = points === null ? [] : ['points: ' + points];
        const said = comment === '' ? [] : ['comment: ' + JSON.stringify(comment)];
        lines.push('        ' + JSON.stringify(item) + ': { ' + [...given, ...said].join(', ') + ' }');
      }
    }
  }
  return lines.length === 1 ? 'marks: {}\\n' : lines.join('\\n') + '\\n';
}

for (const form of forms) {
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', (event) => {
    if (event.target.type === 'checkbox') {
      const boxes = [...form.querySelectorAll('input[type=checkbox]')];
      const sum = boxes.reduce((total, box) => total + (box.checked ? Number(box.value) : 0), 0);
      form.elements.points.value = String(Number(sum.toFixed(6)));
    }
  });
  form.addEventListener('input', () => { remember(); count(); });
  form.addEventListener('change', () => { remember(); count(); });
}
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
