/** An answer cell of exercise 01 with `$a`, `$b`, `$c` in place of the student's own names. */
type Template = string;

/** Right answers, written in several ways; every student takes one for each item and gives it names of their own. */
export const right: Readonly<Record<string, readonly Template[]>> = {
  fpp: [
    `function fpp(output1: tf.Tensor, output2: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const $a = tf.sum(tf.abs(tf.sub(output1, target)));
    const $b = tf.sum(tf.abs(tf.sub(output2, target)));
    return tf.add($a, $b);
  });
}`,
    `function fpp($a: tf.Tensor, $b: tf.Tensor, $c: tf.Tensor): tf.Tensor {
  return tf.tidy(() => $a.sub($c).abs().sum().add($b.sub($c).abs().sum()));
}`,
    `function fpp(output1: tf.Tensor, output2: tf.Tensor, target: tf.Tensor): tf.Tensor {
  const [$a, $b, $c] = [output1.dataSync(), output2.dataSync(), target.dataSync()];
  let total = 0;
  for (let i = 0; i < $c.length; i++) total += Math.abs($a[i] - $c[i]) + Math.abs($b[i] - $c[i]);
  return tf.scalar(total);
}`,
  ],
  mse: [
    `function mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const $a = tf.sub(input, target);
    return tf.mean(tf.square($a));
  });
}

function mseGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.mul(tf.sub(input, target), 2 / input.size));
}`,
    `function mse($a: tf.Tensor, $b: tf.Tensor): tf.Tensor {
  return tf.tidy(() => $a.sub($b).pow(2).sum().div($a.size));
}

function mseGrad($a: tf.Tensor, $b: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const $c = $a.sub($b);
    return $c.add($c).div($a.size);
  });
}`,
    `function mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  const $a = input.dataSync();
  const $b = target.dataSync();
  let $c = 0;
  for (let i = 0; i < $a.length; i++) $c += ($a[i] - $b[i]) ** 2;
  return tf.scalar($c / $a.length);
}

function mseGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  const $a = input.dataSync();
  const $b = target.dataSync();
  return tf.tensor(Array.from($a, ($c, i) => (2 * ($c - $b[i])) / $a.length), input.shape);
}`,
  ],
  l1: [
    `function l1(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.mean(tf.abs(tf.sub(input, target))));
}

function l1Grad(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const $a = tf.sign(tf.sub(input, target));
    return tf.div($a, input.size);
  });
}`,
    `function l1($a: tf.Tensor, $b: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const $c = $a.sub($b);
    return tf.maximum($c, $c.neg()).mean();
  });
}

function l1Grad($a: tf.Tensor, $b: tf.Tensor): tf.Tensor {
  return tf.tidy(() => $a.greater($b).toFloat().sub($a.less($b).toFloat()).div($a.size));
}`,
  ],
  mbe: [
    `function mbe(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const $a = tf.sub(input, target);
    return tf.mean($a);
  });
}

function mbeGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  const $b = 1 / input.size;
  return tf.fill(input.shape, $b);
}`,
    `function mbe($a: tf.Tensor, $b: tf.Tensor): tf.Tensor {
  return tf.tidy(() => $a.sub($b).sum().div($a.size));
}

function mbeGrad($a: tf.Tensor, $b: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.onesLike($a).div($a.size));
}`,
  ],
  smoothL1: [
    `function smoothL1(input: tf.Tensor, target: tf.Tensor, beta: number): tf.Tensor {
  return tf.tidy(() => {
    const $a = tf.abs(tf.sub(input, target));
    const $b = tf.div(tf.square($a), 2 * beta);
    const $c = tf.sub($a, beta / 2);
    return tf.mean(tf.where(tf.less($a, beta), $b, $c));
  });
}

function smoothL1Grad(input: tf.Tensor, target: tf.Tensor, beta: number): tf.Tensor {
  return tf.tidy(() => {
    const $a = tf.sub(input, target);
    const $b = tf.where(tf.less(tf.abs($a), beta), tf.div($a, beta), tf.sign($a));
    return tf.div($b, input.size);
  });
}`,
    `function smoothL1(input: tf.Tensor, target: tf.Tensor, beta: number): tf.Tensor {
  const $a = input.dataSync();
  const $b = target.dataSync();
  let $c = 0;
  for (let i = 0; i < $a.length; i++) {
    const d = Math.abs($a[i] - $b[i]);
    $c += d < beta ? (d * d) / (2 * beta) : d - beta / 2;
  }
  return tf.scalar($c / $a.length);
}

function smoothL1Grad($a: tf.Tensor, $b: tf.Tensor, beta: number): tf.Tensor {
  return tf.tidy(() => $a.sub($b).div(beta).clipByValue(-1, 1).div($a.size));
}`,
  ],
};

/** Wrong in one item, each in its way; the rest of the notebook is right. */
export const wrong: readonly { readonly item: string; readonly why: string; readonly answer: Template }[] = [
  { item: 'mse', why: 'sum for mean', answer: mseOf('input.sub(target).square().sum()') },
  { item: 'mse', why: 'a missing square', answer: mseOf('input.sub(target).mean()') },
  { item: 'mse', why: 'the root', answer: mseOf('input.sub(target).square().mean().sqrt()') },
  { item: 'mse', why: 'one mean for each row', answer: mseOf('input.sub(target).square().mean(0)') },
  { item: 'mse', why: 'left tensors', answer: mseOf('input.sub(target).square().mean()', false) },
  { item: 'mse', why: 'an exception', answer: mseOf('input.reshape([-2]).sub(target).mean()') },
  { item: 'mse', why: 'a number', answer: mseOf('NaN as unknown as tf.Tensor', false) },
  { item: 'mse', why: 'a type error', answer: mseOf('input.subtract(target).square().mean()') },
  { item: 'mse', why: 'a type error', answer: mseOf("'zero'", false) },
  { item: 'mse', why: 'a syntax error', answer: 'function mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor {' },
  { item: 'mse', why: 'another name', answer: 'const $a = (input: tf.Tensor): tf.Tensor => input;' },
  { item: 'l1', why: 'a missing abs', answer: l1Of('input.sub(target).mean()') },
  { item: 'l1', why: 'half', answer: l1Of('input.sub(target).abs().mean().div(2)') },
  { item: 'l1', why: 'the end of the process', answer: `process.exit(0);\n${l1Of('input.sub(target).abs().mean()')}` },
  { item: 'l1', why: 'an exception of the cell', answer: `throw new Error('$a');\n${l1Of('input.mean()')}` },
];

function mseOf(value: string, tidy = true): Template {
  return `function mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  const $a = ${tidy ? `tf.tidy(() => ${value})` : value};
  return $a;
}

function mseGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.mul(tf.sub(input, target), 2 / input.size));
}`;
}

function l1Of(value: string): Template {
  return `function l1(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  const $a = tf.tidy(() => ${value});
  return $a;
}

function l1Grad(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.div(tf.sign(tf.sub(input, target)), input.size));
}`;
}

/** Endless loops: in a function, and in a cell. */
export const endless: readonly { readonly item: string; readonly answer: Template }[] = [
  {
    item: 'mse',
    answer: mseOf('input.sub(target).square().mean()').replace('const $a', 'while (true) {}\n  const $a'),
  },
  { item: 'l1', answer: `for (let $b = 0; $b < 1; ) {}\n${l1Of('input.sub(target).abs().mean()')}` },
];
