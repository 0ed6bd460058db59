import '../style/plan.css';
import { translator } from '../../src/survey/catalogue.ts';
import { planned } from '../../src/survey/needs/planned.ts';
import { readPlanForm } from '../../src/survey/needs/plan-form.ts';
import { readyAccountMenu } from '../designer/account-menu.ts';
import { figureWords } from '../pages/figure-words.ts';
import type en from '../text/plan/en.ts';
import type { PlanPageData } from './page-data.ts';
import { type PlanView, planView, type PlanWords } from './plan-view.ts';
import { addSlider } from './slider.ts';
import { followStability } from './stability.ts';
import { followWhoseAnswers } from './whose-answers.ts';

const form = document.querySelector<HTMLFormElement>('form#plan');
const text = document.getElementById('data')?.textContent;

document.documentElement.classList.add('ready');
readyAccountMenu();

if (form && text) {
  const data = JSON.parse(text) as PlanPageData;
  const words: PlanWords = {
    say: translator<typeof en>(data.language, data.texts),
    figures: figureWords(data.language),
    name: (id) => data.names[id] ?? id,
  };
  const modules = data.basis.items.map(({ id }) => id);
  const show = () => {
    const { settings } = data;
    const now = readPlanForm(new FormData(form), { modules, methods: data.methods }, settings);
    // Other people's answers are on the server, which is asked for them.
    const same = {
      where: settings.where,
      duration: { ...now.duration, where: settings.duration.where },
    };
    const made = planned(data.basis, { ...now, ...same });
    apply(planView(made, modules, now, words));
  };
  addSlider(form, show);
  form.addEventListener('input', () => {
    form.classList.add('is-changed');
    for (const stale of document.querySelectorAll<HTMLElement>('[data-stale]'))
      stale.hidden = false;
    show();
  });
  // What has to be mended before it can be sent must be there to be seen.
  form.addEventListener(
    'invalid',
    ({ target }) => {
      const field = target as Element;
      for (let at = field.closest('details'); at; at = at.parentElement!.closest('details')) {
        at.open = true;
      }
      for (const part of form.querySelectorAll<HTMLElement>('[data-shown]')) {
        if (part.contains(field)) part.hidden = false;
      }
    },
    true,
  );
  form.addEventListener('submit', () => form.classList.remove('is-changed'));
  addEventListener('beforeunload', (event) => {
    if (form.classList.contains('is-changed')) event.preventDefault();
  });
  form.addEventListener('renewed', show);
  followWhoseAnswers(form, ({ basis, settings, names }) => {
    // Other contents would be other rows: those are there once the plan is saved.
    if (basis.items.map(({ id }) => id).join() !== modules.join()) return;
    Object.assign(data, { basis, settings, names: { ...data.names, ...names } });
    show();
  });
  followStability(form);
}

/** Puts a view into the page, in the places that the server left for it. */
function apply({ texts, lists, bars, shown, standing, orders }: PlanView): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const now = texts[place.dataset['live']!] ?? '';
    if (place.textContent !== now) place.textContent = now;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-shown]')) {
    part.hidden = !shown[part.dataset['shown']!];
  }
  for (const list of document.querySelectorAll<HTMLElement>('[data-list]')) {
    const lines = (lists[list.dataset['list']!] ?? []).map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    });
    list.replaceChildren(...lines);
  }
  for (const bar of document.querySelectorAll<SVGElement>('[data-bar]')) {
    bar.setAttribute('width', String(bars[bar.dataset['bar']!] ?? 0));
  }
  for (const body of document.querySelectorAll<HTMLElement>('[data-order]')) {
    const order = orders[body.dataset['order'] as keyof PlanView['orders']];
    const rows = [...body.querySelectorAll<HTMLElement>('[data-module]')];
    const place = (row: HTMLElement) => order.indexOf(row.dataset['module']!);
    const sorted = rows.toSorted((a, b) => place(a) - place(b));
    if (sorted.some((row, index) => row !== rows[index])) body.append(...sorted);
    for (const row of rows) row.dataset['standing'] = standing[row.dataset['module']!] ?? '';
  }
}
