import type { Definition } from '../../src/survey/definition.ts';

/** A definition that the server does not have yet, and the revision that it was made from. */
export interface Draft {
  definition: Definition;
  revision: number;
}

const nameOf = (study: string) => `plenary:study:${study}`;

/** What this browser keeps of a study that was not saved; null for nothing, or nothing readable. */
export function loadDraft(study: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(study)) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

/** Keeps or, with null, forgets what was not saved; does without where the browser won't. */
export function saveDraft(study: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(nameOf(study), JSON.stringify(draft));
    else localStorage.removeItem(nameOf(study));
  } catch {
    // A full or forbidden store: the page itself still has it.
  }
}
