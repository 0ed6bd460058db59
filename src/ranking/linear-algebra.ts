/**
 * Solves A X = B for a symmetric positive definite A by Cholesky's decomposition. `a` is size x size
 * and `b` size x columns, both row-major; neither changes. Null when A is not positive definite.
 *
 * @example
 * solvePositive(Float64Array.of(4), 1, Float64Array.of(2), 1) // => Float64Array [0.5]
 */
export function solvePositive(
  a: Float64Array,
  size: number,
  b: Float64Array,
  columns: number,
): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i * size + j]!;
      for (let k = 0; k < j; k++) rest -= lower[i * size + k]! * lower[j * size + k]!;
      if (i !== j) lower[i * size + j] = rest / lower[j * size + j]!;
      else if (rest <= 0) return null;
      else lower[i * size + i] = Math.sqrt(rest);
    }
  }
  const x = b.slice();
  for (let c = 0; c < columns; c++) {
    for (let i = 0; i < size; i++) {
      let rest = x[i * columns + c]!;
      for (let k = 0; k < i; k++) rest -= lower[i * size + k]! * x[k * columns + c]!;
      x[i * columns + c] = rest / lower[i * size + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      let rest = x[i * columns + c]!;
      for (let k = i + 1; k < size; k++) rest -= lower[k * size + i]! * x[k * columns + c]!;
      x[i * columns + c] = rest / lower[i * size + i]!;
    }
  }
  return x;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi rotations. `vectors` holds the
 * eigenvectors as columns. For the few dozen rows of a ranking question.
 *
 * @example
 * symmetricEigen(Float64Array.of(2, 0, 0, 3), 2).values // => Float64Array [2, 3]
 */
export function symmetricEigen(
  matrix: Float64Array,
  size: number,
): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        all += a[i * size + j]! ** 2;
        if (i !== j) off += a[i * size + j]! ** 2;
      }
    }
    if (off <= 1e-30 * all) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
    }
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i]!), vectors };
}

function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const pivot = a[p * size + q]!;
  if (pivot === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * pivot);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) {
    const [kp, kq] = [a[k * size + p]!, a[k * size + q]!];
    a[k * size + p] = cosine * kp - sine * kq;
    a[k * size + q] = sine * kp + cosine * kq;
  }
  for (let k = 0; k < size; k++) {
    const [pk, qk] = [a[p * size + k]!, a[q * size + k]!];
    a[p * size + k] = cosine * pk - sine * qk;
    a[q * size + k] = sine * pk + cosine * qk;
    const [vp, vq] = [vectors[k * size + p]!, vectors[k * size + q]!];
    vectors[k * size + p] = cosine * vp - sine * vq;
    vectors[k * size + q] = sine * vp + cosine * vq;
  }
}
