/** A broken rule: where in the definition, and one sentence for the designer. */
export interface Problem {
  path: readonly (string | number)[];
  message: string;
}

/** A reference that leads nowhere. */
export function missing(path: Problem['path'], noun: string, id: string | undefined): Problem {
  return { path, message: `There is no ${noun} "${id}".` };
}

/** Every id that an earlier entry of the same list already has. */
export function repeatedIds(path: Problem['path'], entries: readonly { id: string }[]): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, index, 'id'], message: `The id "${id}" is used twice here.` }];
  });
}
