/** A person in a room: what they came as, and what they do at their table. */
export const PERSON_ROLES = ['participant', 'host', 'writer', 'rapporteur'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** How a person's answers are told apart from the audience's. */
export const PERSON_MARKS = ['participant', 'team', 'expert'] as const;
export type PersonMark = (typeof PERSON_MARKS)[number];

/** The mark that tells somebody's answers apart; null of a participant. */
export function markOf({ mark }: { mark: PersonMark }): Exclude<PersonMark, 'participant'> | null {
  return mark === 'participant' ? null : mark;
}

/** Somebody at a table, as rights look at them. */
export interface AtTable {
  id: string;
  role: PersonRole;
  tableId: string | null;
}

/** A table, as rights look at it. */
export interface Held {
  id: string;
  writerId: string | null;
  isClosed: boolean;
}

/** Whether somebody may write the table's answers: its writer and its host may. */
export function mayAnswerFor(person: AtTable, table: Held): boolean {
  if (person.tableId !== table.id || table.isClosed) return false;
  return table.writerId === person.id || person.role === 'host';
}

/** Whether somebody may write the table's notes and conclusions: everybody at it may. */
export function mayNote(person: AtTable, table: Held): boolean {
  return person.tableId === table.id && !table.isClosed;
}

/** Whether somebody may become the table's writer: everybody at it may, at any time. */
export function mayTakeOver(person: AtTable, table: Held): boolean {
  return mayNote(person, table) && table.writerId !== person.id;
}

/**
 * Who writes at a table once somebody has come or gone: whoever writes while they sit there, else
 * somebody with the role of a writer, else the one who came first; null at an empty table.
 *
 * @param people at the table, in the order in which they came
 */
export function writerOf(writerId: string | null, people: readonly AtTable[]): string | null {
  const [first] = people;
  const still = people.find(({ id }) => id === writerId);
  return (still ?? people.find(({ role }) => role === 'writer') ?? first)?.id ?? null;
}
