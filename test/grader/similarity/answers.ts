const heads = {
  mse: 'mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor',
  mseGrad: 'mseGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor',
  smoothL1: 'smoothL1(input: tf.Tensor, target: tf.Tensor, beta: number): tf.Tensor',
};

/** Two answer cells, the first with two functions. */
const cells = (mse: string, mseGrad: string, smoothL1: string): string[] => [
  `function ${heads.mse} {\n${mse}\n}\n\nfunction ${heads.mseGrad} {\n${mseGrad}\n}`,
  `function ${heads.smoothL1} {\n${smoothL1}\n}`,
];

const nothing = '  return tf.scalar(NaN);';

/** The cells as they were handed out. */
export const starter = cells(nothing, nothing, nothing);

/** Right answers, as different people write them. */
export const answers = {
  vectorised: cells(
    '  return tf.tidy(() => tf.mean(tf.square(tf.sub(input, target))));',
    '  return tf.tidy(() => tf.mul(tf.sub(input, target), 2 / input.size));',
    `  return tf.tidy(() => {
    const size = tf.abs(tf.sub(input, target));
    const inner = tf.div(tf.square(size), 2 * beta);
    const outer = tf.sub(size, beta / 2);
    return tf.mean(tf.where(tf.less(size, beta), inner, outer));
  });`,
  ),
  /** The one above with other names, comments and layout. */
  renamed: [
    `// Média dos quadrados
function mse(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  // aqui
  return tf.tidy(
    () => tf.mean(
      tf.square(tf.sub(a, b)) /* diferença */
    )
  )
}

function mseGrad(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.mul(tf.sub(a, b), 2.0 / a.size))
}`,
    `function smoothL1(x: tf.Tensor, y: tf.Tensor, limit: number): tf.Tensor {
  return tf.tidy(() => {
    let distance = tf.abs(tf.sub(x, y));

    let parabola = tf.div(tf.square(distance), 2 * limit); // dentro
    let reta = tf.sub(distance, limit / 2); // fora
    return tf.mean(tf.where(tf.less(distance, limit), parabola, reta));
  });
}`,
  ],
  chained: cells(
    '  return input.sub(target).square().mean();',
    '  const n = input.size;\n  return input.sub(target).mul(2).div(n);',
    `  const d = input.sub(target).abs();
  const q = d.square().mul(0.5 / beta);
  const l = d.sub(0.5 * beta);
  return tf.where(d.less(beta), q, l).mean();`,
  ),
  loops: cells(
    `  const [x, y] = [input.dataSync(), target.dataSync()];
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] - y[i]) ** 2;
  return tf.scalar(sum / x.length);`,
    `  const [x, y] = [input.dataSync(), target.dataSync()];
  return tf.tensor(Array.from(x, (v, i) => (2 * (v - y[i])) / x.length), input.shape);`,
    `  const [x, y] = [input.dataSync(), target.dataSync()];
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    const d = Math.abs(x[i] - y[i]);
    if (d < beta) total += (0.5 * d * d) / beta;
    else total += d - 0.5 * beta;
  }
  return tf.scalar(total / x.length);`,
  ),
};
