/**
 * The lower median of one number a respondent in samples of the respondents; those without one
 * (`null`) count in none. `null` for a sample in which nobody has one.
 *
 * @example
 * lowerMedianSampler([75, 40, 150, 40])([1, 1, 1, 1]) // => 40
 */
export function lowerMedianSampler(
  values: readonly (number | null)[],
): (drawn: ArrayLike<number>) => number | null {
  const sorted = [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
  const places = values.map((value) => (value === null ? -1 : sorted.indexOf(value)));
  return (drawn) => {
    const counts = sorted.map(() => 0);
    let n = 0;
    places.forEach((place, respondent) => {
      const times = drawn[respondent]!;
      if (place < 0 || times === 0) return;
      counts[place]! += times;
      n += times;
    });
    let seen = 0;
    for (const [place, count] of counts.entries()) {
      seen += count;
      if (n > 0 && 2 * seen >= n) return sorted[place]!;
    }
    return null;
  };
}
