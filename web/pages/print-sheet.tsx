import type { JSX } from 'preact';
import type { LocalOption, LocalQuestion, LocalStudy } from '../../src/survey/local-study.ts';
import type { SayPaper } from '../text/paper/texts.ts';

/** One sheet of paper, for a person or for a table. */
export interface PrintedSheet {
  /** With its check digit. */
  number: string;
  /** Leads a facilitator to the sheet's fields. */
  qr: string;
  /** The name of the table; null to be written in. */
  table: string | null;
  receipt: string;
}

interface SheetProps {
  sheet: PrintedSheet;
  local: LocalStudy;
  questions: readonly LocalQuestion[];
  event: string;
  /** Where the receipt code is typed. */
  address: string;
  tell: SayPaper;
}

/** A sheet to fill in with a pen: what is written into its boxes is what is typed in later. */
export function PrintSheet(props: SheetProps): JSX.Element {
  const { sheet, local, questions, event, address, tell } = props;
  return (
    <article class="print-sheet">
      <header>
        <div>
          <p class="event">{event}</p>
          <h2>{local.title}</h2>
          <p class="at">
            {tell('tableLine')}: {sheet.table ?? <span class="line" />}
          </p>
        </div>
        <div class="mark">
          <div class="qr" aria-hidden="true" dangerouslySetInnerHTML={{ __html: sheet.qr }} />
          <p class="number">{sheet.number}</p>
        </div>
      </header>
      {questions.map((question) => (
        <section key={question.id} class="sheet-question">
          <h3>
            <span lang={question.lang}>{question.title}</span>
            <span class="again" aria-hidden="true">
              {sheet.number}
            </span>
          </h3>
          <Asked question={question} tell={tell} />
        </section>
      ))}
      <footer>
        <p class="privacy">
          <strong>{tell('privacy')}.</strong> {tell('privacySheet')} {local.consent}
        </p>
        <div class="strip">
          <p>
            <strong>{tell('keepStrip')}</strong> · {tell('sheetFor', { number: sheet.number })}
          </p>
          <p class="receipt">{sheet.receipt}</p>
          <p>{tell('keepLead', { address })}</p>
        </div>
      </footer>
    </article>
  );
}

function Asked({ question, tell }: { question: LocalQuestion; tell: SayPaper }): JSX.Element {
  const { kind, options = [], rows = [], points = [], countries, unit, repeat } = question;
  switch (kind) {
    case 'ranking':
      return <Ranking question={question} tell={tell} />;
    case 'single':
    case 'multiple':
      if (countries) return <p class="line" />;
      return (
        <>
          <p class="how">{tell(kind === 'single' ? 'pickOne' : 'pickSome')}</p>
          <Options options={options} boxes tell={tell} />
          {Boolean(question.writeIns) && <OwnWords count={1} tell={tell} />}
        </>
      );
    case 'scale':
      if (points.length === 0) {
        return (
          <>
            <p class="how">{tell('pickOne')}</p>
            <Options options={options} boxes tell={tell} />
          </>
        );
      }
      return (
        <ul class="circles">
          {points.map(({ value, label }) => (
            <li key={value}>
              <b>{value}</b> {label}
            </li>
          ))}
        </ul>
      );
    case 'rating-matrix':
      return (
        <>
          <p class="how">{tell('pickRow')}</p>
          <p class="how">{points.map(({ value, label }) => `${value} ${label}`).join(' · ')}</p>
          <table class="rows">
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.label}</th>
                  {points.map(({ value }) => (
                    <td key={value}>{value}</td>
                  ))}
                  {question.dontKnow && <td>?</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      );
    case 'number':
      return (
        <p class="write">
          <i class="place wide" /> {unit}
        </p>
      );
    case 'short-text':
    case 'long-text':
      return (
        <>
          {Array.from({ length: repeat ?? (kind === 'long-text' ? 3 : 1) }, (_, k) => (
            <p key={k} class="line" />
          ))}
        </>
      );
  }
}

/** Boxes for the numbers of the items, best first, and the numbered items below them. */
function Ranking({ question, tell }: { question: LocalQuestion; tell: SayPaper }): JSX.Element {
  const { options = [], complete, min = 1, writeIns = 0, noOpinion } = question;
  const most = question.max ?? options.length + writeIns;
  const isAll = complete === true || min >= options.length;
  return (
    <>
      <p class="how">{isAll ? tell('rankAll') : tell('rankSome', { min, max: most })}</p>
      <ol class="places">
        {Array.from({ length: isAll ? options.length : most }, (_, k) => (
          <li key={k}>
            <span>{k + 1}.</span>
            <i class="place" />
          </li>
        ))}
      </ol>
      <Options options={options} tell={tell} />
      {writeIns > 0 && <OwnWords count={writeIns} tell={tell} />}
      {noOpinion && (
        <p class="write">
          <i class="mark-box" /> {tell('noOpinion')}
        </p>
      )}
    </>
  );
}

function Options(props: {
  options: readonly LocalOption[];
  boxes?: boolean;
  tell: SayPaper;
}): JSX.Element {
  const { options, boxes = false } = props;
  const isLong = options.some(({ label }) => label.length > 46);
  return (
    <ol class={`items${isLong ? ' long' : ''}`}>
      {options.map(({ id, label, lang, writeIn }, k) => (
        <li key={id} lang={lang}>
          <b>{k + 1}</b>
          {boxes && <i class="mark-box" />}
          <span>
            {label}
            {writeIn && <span class="line" />}
          </span>
        </li>
      ))}
    </ol>
  );
}

function OwnWords({ count, tell }: { count: number; tell: SayPaper }): JSX.Element {
  return (
    <>
      {Array.from({ length: count }, (_, k) => (
        <p key={k} class="write">
          {tell('ownWords')}: <span class="line" />
        </p>
      ))}
    </>
  );
}
