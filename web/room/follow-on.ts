/** A form on its way: where it goes and what it says. */
export interface Job {
  action: string;
  body: FormData;
}

/**
 * Lets what somebody did next follow what they did first. A form carries the revision that its page
 * had; two in quick succession, or several while the network was away, carry the same, and the later
 * ones would be refused as if somebody else had come between. Where the page after the first is one
 * revision further, nobody has: the later one is about that page. Otherwise it stays as it is, and
 * the server refuses it.
 *
 * @param done what the server has taken
 * @param next what waits, its revision changed in place
 * @param page the page as it is after `done`
 */
export function followOn(done: Job, next: Job, page: ParentNode): void {
  const before = done.body.get('revision');
  if (before === null || next.action !== done.action || next.body.get('revision') !== before)
    return;
  if (subjectOf(next.body) !== subjectOf(done.body)) return;
  const after = revisionIn(page, next.body);
  if (Number(after) === Number(before) + 1) next.body.set('revision', after!);
}

/**
 * Tells the form on the page that its own text has been taken, where somebody goes on writing in
 * it: what they add is about their own text. It is not about what others wrote after it.
 *
 * @param room the page as it stands
 * @param done what the server has taken
 * @param page the page as it is after `done`
 */
export function ownRevision(room: ParentNode, done: Job, page: ParentNode): void {
  const before = done.body.get('revision');
  const after = revisionIn(page, done.body);
  if (before === null || after === undefined) return;
  const own = String(Math.min(Number(after), Number(before) + 1));
  for (const form of room.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    if (subjectOf(new FormData(form)) !== subjectOf(done.body)) continue;
    form.querySelector('[name=revision]')?.setAttribute('value', own);
  }
}

/** What a revision counts: one field, one answer, or the room as a whole. */
function subjectOf(body: FormData): string {
  const act = body.get('do');
  if (act === 'field') return `field ${String(body.get('field'))}`;
  return act === 'answer' ? `answer ${String(body.get('q'))}` : 'room';
}

function revisionIn(page: ParentNode, body: FormData): string | undefined {
  const subject = subjectOf(body);
  for (const form of page.querySelectorAll('form')) {
    const fields = new FormData(form);
    const revision = fields.get('revision');
    if (revision !== null && subjectOf(fields) === subject) return String(revision);
  }
  return undefined;
}
