import type { PlanPageData } from './page-data.ts';

/** Fields that say whose answers count, as those of `role.` say to which question: the server counts. */
const WHOSE = new Set(['where', 'hoursWhere', 'quality']);

/**
 * Asks for the page of a plan as it would be, without saving it, whenever other people's answers are
 * to count, or those to another question. Only the latest answer is taken; without one the plan follows once it is saved.
 *
 * @param take what the server puts into the page for the script
 */
export function followWhoseAnswers(
  form: HTMLFormElement,
  take: (data: PlanPageData) => void,
): void {
  let latest = 0;
  form.addEventListener('change', (event) => {
    const { name } = event.target as HTMLSelectElement;
    if (WHOSE.has(name) || name.startsWith('role.')) void follow(++latest);
  });

  async function follow(own: number): Promise<void> {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) body.append(name, String(value));
    body.set('do', 'look');
    const reply = await fetch(form.getAttribute('action')!, { method: 'POST', body }).catch(
      () => null,
    );
    const text = reply?.ok ? await reply.text().catch(() => null) : null;
    if (text === null || own !== latest) return;
    const page = new DOMParser().parseFromString(text, 'text/html');
    const data = page.getElementById('data')?.textContent;
    if (!data) return;
    const [told, shown] = [page.getElementById('left-out'), document.getElementById('left-out')];
    if (told && shown) shown.replaceWith(document.adoptNode(told));
    take(JSON.parse(data) as PlanPageData);
  }
}
