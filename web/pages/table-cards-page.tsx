import type { JSX } from 'preact';
import type { Assets } from '../../src/http/assets.ts';
import { type Language } from '../../src/survey/language.ts';
import type { SayShare } from '../text/share/texts.ts';
import { Page } from './layout.tsx';

/** Cards to put on tables, some on each A4 sheet: the table's name, its QR code, the short code. */
export function TableCardsPage(props: {
  title: string;
  back: string;
  code: string;
  /** Where the code is typed. */
  short: string;
  cards: readonly { name: string; qr: string }[];
  per: 1 | 2 | 4 | 8;
  language: Language;
  say: SayShare;
  assets: Assets;
}): JSX.Element {
  const { title, back, code, short, cards, per, language, say, assets } = props;
  const sheets = Array.from({ length: Math.ceil(cards.length / per) }, (_, index) =>
    cards.slice(index * per, (index + 1) * per),
  );
  return (
    <Page lang={language} title={`${say('cardsTitle')} – ${title}`} assets={assets} entry="share">
      <main class="cards">
        <p class="poster-actions">
          <a href={back}>{say('back')}</a>
          <button type="button" class="btn primary" data-print>
            {say('print')}
          </button>
        </p>
        <h1 class="sr">{`${say('cardsTitle')} – ${title}`}</h1>
        {sheets.map((sheet, index) => (
          <ul key={index} class={`sheet per-${per}`}>
            {sheet.map(({ name, qr }) => (
              <li key={name} class="table-card">
                <h2>{/^\d+$/.test(name) ? say('table', { name }) : name}</h2>
                <p class="table-title">{title}</p>
                <div class="qr" aria-hidden="true" dangerouslySetInnerHTML={{ __html: qr }} />
                <p class="table-lead">{say('cardLead', { address: short })}</p>
                <p class="table-code">{code}</p>
              </li>
            ))}
          </ul>
        ))}
      </main>
    </Page>
  );
}
