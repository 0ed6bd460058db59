import type { JSX } from 'preact';
import type { TableView } from '../../src/http/room-view.ts';
import { GUIDE, MOST_CONCLUSIONS, type ProblemValue } from '../../src/survey/room/table-work.ts';
import { Hidden, NoticeAt, type SeatPageProps } from './room-seat-form.tsx';

type NotesProps = SeatPageProps & { view: TableView };

/** The table's cards and guiding questions, and what everybody there may write down. */
export function TableNotes(props: NotesProps): JSX.Element {
  const { view, text } = props;
  return (
    <section class="table-notes" id="notes-part">
      <h2>{text('notesTitle')}</h2>
      <Cards {...props} />
      <ProblemForm {...props} />
      <WordsForm {...props} field="solution" label={text('solution')} rows={3} most={1000} />
      <WordsForm {...props} field="notes" label={text('notes')} rows={4} most={4000} />
      <h3>{text('conclusions')}</h3>
      {Array.from({ length: MOST_CONCLUSIONS }, (_, index) => (
        <WordsForm
          key={index}
          {...props}
          field={`conclusion-${index + 1}`}
          label={text('conclusion', { n: index + 1 })}
          rows={2}
        />
      ))}
      <form method="post" action={props.path} data-autosave="yes" class="table-note">
        <Hidden {...props} act="presenter" question={props.asked ?? undefined} />
        <label for="f-presenter">{text('presenter')}</label>
        <input
          id="f-presenter"
          name="value"
          type="text"
          maxLength={60}
          autocomplete="off"
          defaultValue={view.presenter}
          aria-describedby="h-presenter"
        />
        <p class="hint" id="h-presenter">
          {text('presenterHint')}
        </p>
        <button class="btn ghost save">{text('save')}</button>
      </form>
    </section>
  );
}

function Cards(props: NotesProps): JSX.Element {
  const { view, study, text, words } = props;
  const { guidingQuestions, challengeCards } = study.definition.workshop;
  const own = challengeCards.filter(({ id }) => view.table.cards.includes(id));
  const guides =
    own.length > 0
      ? guidingQuestions.filter(({ id }) => own.some((card) => card.guidingQuestion === id))
      : guidingQuestions;
  return (
    <div id="cards">
      {own.length > 0 && (
        <>
          <h3>{text('cards')}</h3>
          <ul class="cards">
            {own.map((card) => (
              <li key={card.id} class="card">
                <p>
                  <b>{words(card.title)}</b>
                </p>
                <p>{text('solutions')}</p>
                <ul>
                  {card.possibleSolutions.map(({ id, label }) => (
                    <li key={id}>{words(label)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
      {guides.length > 0 && (
        <details>
          <summary>{text('guiding')}</summary>
          {guides.map(({ id, title }) => (
            <WordsForm
              key={id}
              {...props}
              field={`${GUIDE}${id}`}
              label={words(title)}
              rows={2}
              most={1000}
            />
          ))}
        </details>
      )}
    </div>
  );
}

function ProblemForm(props: NotesProps): JSX.Element {
  const { view, text, path } = props;
  const { value, revision = 0 } = view.work['problem'] ?? {};
  const { text: written, when } = (value as ProblemValue | undefined) ?? { text: '', when: 'now' };
  return (
    <form method="post" action={path} data-autosave="yes" class="table-note">
      <Hidden {...props} act="field" question={props.asked ?? undefined} />
      <input type="hidden" name="field" value="problem" />
      <input type="hidden" name="revision" value={revision} />
      <label for="f-problem">{text('problem')}</label>
      <NoticeAt {...props} at="problem" />
      <textarea id="f-problem" name="value" rows={3} maxLength={1000} aria-describedby="h-problem">
        {written}
      </textarea>
      <p class="hint" id="h-problem">
        {text('problemHint')}
      </p>
      <fieldset class="when">
        <legend>{text('faced')}</legend>
        {(['now', 'past'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="when" value={one} defaultChecked={one === when} />
            {text(one === 'now' ? 'facedNow' : 'facedPast')}
          </label>
        ))}
      </fieldset>
      <button class="btn ghost save">{text('save')}</button>
    </form>
  );
}

function WordsForm(
  props: NotesProps & { field: string; label: string; rows: number; most?: number },
): JSX.Element {
  const { view, field, label, rows, most = 300, path, text } = props;
  const { value = '', revision = 0 } = view.work[field] ?? {};
  return (
    <form method="post" action={path} data-autosave="yes" class="table-note">
      <Hidden {...props} act="field" question={props.asked ?? undefined} />
      <input type="hidden" name="field" value={field} />
      <input type="hidden" name="revision" value={revision} />
      <label for={`f-${field}`}>{label}</label>
      <NoticeAt {...props} at={field} />
      <textarea id={`f-${field}`} name="value" rows={rows} maxLength={most}>
        {String(value)}
      </textarea>
      <button class="btn ghost save">
        {text('save')}
        <span class="sr">: {label}</span>
      </button>
    </form>
  );
}
