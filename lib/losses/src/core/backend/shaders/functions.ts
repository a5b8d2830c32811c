/**
 * Elementary functions in WGSL, for every float32, NaN, the infinities and denormal numbers too, each within a few units of
 * its last digit.
 *
 * WGSL's own promise less: no NaN, `log` within 5e-7 of 0 where its result is 0, `exp` and `pow` with an error that grows
 * with the exponent. tfjs's shaders add `log(1 + x)` for `log1p`, in which small x are lost. By bits and not by comparison
 * where a GPU may take denormal numbers for 0.
 */
export const functions = `
fn power_of_2(n : i32) -> f32 {
  return bitcast<f32>(u32(n + 127) << 23u);
}

fn times_power_of_2(x : f32, n : i32) -> f32 {
  let half = n / 2;
  return x * power_of_2(half) * power_of_2(n - half);
}

// exp(r) - 1 for |r| < 0.35
fn expm1_near_0(r : f32) -> f32 {
  return r + r * r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0 + r / 5040.0)))));
}

fn exp_exactly(x : f32) -> f32 {
  if (isnan(x)) { return x; }
  if (x > 88.72284) { return uniforms.INFINITY; }
  if (x < -104.0) { return 0.0; }
  let n = round(x * 1.44269504);
  let r = (x - n * 0.693359375) + n * 2.12194440e-4; // the two add up to log 2, and the first product is exact
  return times_power_of_2(1.0 + expm1_near_0(r), i32(n));
}

fn expm1_exactly(x : f32) -> f32 {
  if (abs(x) < 0.35) { return expm1_near_0(x); }
  return exp_exactly(x) - 1.0;
}

// artanh(s) for |s| < 0.172
fn atanh_near_0(s : f32) -> f32 {
  let z = s * s;
  return s + s * z * (1.0 / 3.0 + z * (1.0 / 5.0 + z * (1.0 / 7.0 + z / 9.0)));
}

// log(1 + u) for 1 + u from sqrt(1/2) to sqrt(2)
fn log1p_near_0(u : f32) -> f32 {
  return 2.0 * atanh_near_0(u / (2.0 + u));
}

// The exponent e and log(m), where x > 0 is m times 2^e.
fn log_parts(x : f32) -> vec2<f32> {
  var bits = bitcast<u32>(x);
  var e = -127;
  if (bits < 0x00800000u) { // denormal
    bits = bitcast<u32>(f32(bits));
    e = -127 - 149;
  }
  e += i32(bits >> 23u);
  var m = bitcast<f32>((bits & 0x007fffffu) | 0x3f800000u);
  if (m > 1.41421356) {
    m = 0.5 * m;
    e += 1;
  }
  return vec2<f32>(f32(e), log1p_near_0(m - 1.0));
}

fn log_exactly(x : f32) -> f32 {
  let bits = bitcast<u32>(x);
  if (isnan(x)) { return x; }
  if ((bits & 0x7fffffffu) == 0u) { return -uniforms.INFINITY; }
  if ((bits >> 31u) == 1u) { return uniforms.NAN; }
  if (isinf(x)) { return x; }
  let parts = log_parts(x);
  return parts.x * 0.693359375 + (parts.y - parts.x * 2.12194440e-4);
}

fn log1p_exactly(x : f32) -> f32 {
  if (isnan(x) || abs(x) < 6e-8) { return x; }
  if (x > -0.29 && x < 0.41) { return log1p_near_0(x); }
  return log_exactly(1.0 + x);
}

fn softplus_exactly(x : f32) -> f32 {
  if (isnan(x)) { return x; }
  return max(x, 0.0) + log1p_exactly(exp_exactly(-abs(x)));
}

fn sigmoid_exactly(x : f32) -> f32 {
  if (isnan(x)) { return x; }
  return 1.0 / (1.0 + exp_exactly(-x));
}

fn tanh_exactly(x : f32) -> f32 {
  if (isnan(x)) { return x; }
  let t = expm1_exactly(2.0 * min(abs(x), 10.0));
  return sign(x) * t / (t + 2.0);
}

fn atanh_exactly(x : f32) -> f32 {
  if (isnan(x) || abs(x) > 1.0) { return uniforms.NAN; }
  if (abs(x) == 1.0) { return sign(x) * uniforms.INFINITY; }
  if (abs(x) < 0.17) { return atanh_near_0(x); }
  return 0.5 * log_exactly((1.0 + x) / (1.0 - x));
}

fn pow_exactly(a : f32, b : f32) -> f32 {
  if (b == 0.0) { return 1.0; }
  if (isnan(a) || isnan(b)) { return uniforms.NAN; }
  let whole = floor(b) == b;
  if (a < 0.0 && !whole) { return uniforms.NAN; }
  let size = abs(a);
  let turn = select(1.0, -1.0, a < 0.0 && whole && abs(b % 2.0) == 1.0);
  if ((bitcast<u32>(size)) == 0u) { return select(0.0, uniforms.INFINITY, b < 0.0); }
  if (isinf(a)) { return turn * select(uniforms.INFINITY, 0.0, b < 0.0); }
  if (isinf(b)) { return select(select(0.0, uniforms.INFINITY, (size > 1.0) == (b > 0.0)), 1.0, size == 1.0); }
  let parts = log_parts(size);
  let exponent = b * parts.x;
  let about = exponent + 1.44269504 * b * parts.y;
  if (about > 128.5) { return turn * uniforms.INFINITY; }
  if (about < -150.0) { return 0.0; }
  // 2 to the whole part of all, so that only a small number is left to round.
  let n = round(about);
  let left = (exponent - n) * 0.69314718 + b * parts.y;
  return turn * times_power_of_2(exp_exactly(left), i32(n));
}
`;
