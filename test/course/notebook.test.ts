import { hash } from '../../lib/course/src/notebook/hash';
import { parseNotebook } from '../../lib/course/src/notebook/parse';
import { printNotebook } from '../../lib/course/src/notebook/print';

const text = `{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "a",
   "metadata": {},
   "source": [
    "# Título\\n",
    "fim"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": 1,
   "id": "b",
   "metadata": {
    "tags": []
   },
   "outputs": [
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "1\\n"
     ]
    }
   ],
   "source": []
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
`;

describe('a notebook file', () => {
  test('is written byte for byte as JupyterLab does', () => {
    expect(printNotebook(parseNotebook(text, 'a.ipynb'))).toBe(text);
  });

  test.each([
    ['no JSON', '{', /a\.ipynb \(notebook\): this is no JSON/],
    ['no notebook', '[]', /no notebook/],
    [
      'nbformat 4.4, whose cells have no ids',
      text.replace('"nbformat_minor": 5', '"nbformat_minor": 4'),
      /nbformat 4\.5/,
    ],
    ['a cell without id', text.replace('"id": "b",', ''), /cell number 2 has no id/],
    ['an unknown cell type', text.replace('"markdown"', '"video"'), /cell number 1 is neither/],
  ])('%s is told with the file', (_what, broken, message) => {
    expect(() => parseNotebook(broken, 'a.ipynb')).toThrow(message);
  });

  test('hashes are the first 12 digits of SHA-256', () => {
    expect(hash('abc')).toBe('ba7816bf8f01');
  });
});
