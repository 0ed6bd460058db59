import '../style/participant.css';
import { translator } from '../../src/survey/catalogue.ts';
import type { IslandEnglish } from '../text/participant/texts.ts';
import { type App, openingState, START, update } from './app-state.ts';
import { Screen } from './app.tsx';
import { draw } from './draw.ts';
import { dragRows } from './drag.ts';
import { goOn } from './go-on.ts';
import { followHistory } from './navigate.ts';
import { openOutbox } from './outbox.ts';
import type { PageData } from './page-data.ts';
import { orderOf } from './pick.ts';
import { move } from './ranking-moves.ts';
import { forgetWithdrawn, receiveDelivery, receiveSent } from './send.ts';

const page = document.getElementById('app');
const text = document.getElementById('data')?.textContent;

if (page && text) {
  const data = JSON.parse(text) as PageData;
  const say = translator<IslandEnglish>(data.study.language, data.texts);
  const live = document.createElement('div');
  page.after(live);
  const serverTitle = document.title;

  const show = () => {
    const { step } = app.state.place;
    page.hidden = step !== START;
    live.hidden = !page.hidden;
    draw(page.hidden && <Screen app={app} />, live);
    const heading = live.querySelector('h1')?.textContent;
    const where = live.querySelector('.eyebrow')?.textContent;
    document.title = heading
      ? [where, heading, data.study.title].filter(Boolean).join(' – ')
      : serverTitle;
  };
  const app: App = { data, say, state: openingState(data), draw: show };

  page.addEventListener('submit', (event) => {
    event.preventDefault();
    goOn(app);
  });
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-copy]');
    if (!button) return;
    const link = button.dataset['copy']!;
    // On plain http, as on a workshop's own network, there is no clipboard.
    if (!navigator.clipboard) return void prompt(say('copy'), link);
    void navigator.clipboard.writeText(link).then(() => {
      button.textContent = say('copied');
    });
  });
  dragRows(live, {
    onDrop: (from, to) => {
      const { draft, place } = app.state;
      const question = data.study.questions.find(({ id }) => id === place.step)!;
      move(app, question, orderOf(draft.answers[question.id])[from]!, to);
    },
    onCancel: () => update(app, { message: say('cancelled') }),
  });
  for (const type of ['online', 'offline']) addEventListener(type, show);
  followHistory(app);
  addEventListener('storage', () => receiveSent(app));
  show();
  openOutbox((delivery) => receiveDelivery(app, delivery));
  addEventListener('pageshow', () => void forgetWithdrawn(app));
}
