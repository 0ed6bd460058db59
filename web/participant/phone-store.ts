/** What the phone keeps under a name; `fallback` when there is nothing, or nothing readable. */
export function load<Value>(name: string, fallback: Value): Value {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? 'null') as Value | null) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Keeps a value under a name; false when the phone won't (private mode, full). */
export function save(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
