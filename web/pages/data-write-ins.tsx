import type { JSX } from 'preact';
import type { WriteInList } from '../../src/http/write-in-page.ts';
import type { Question } from '../../src/survey/definition.ts';
import { unrankedMode } from '../../src/survey/question-options.ts';
import type { SpellingGroup } from '../../src/survey/write-in-groups.ts';
import { type DataFrame, DataFramePage, DecisionLog, QuestionChoice } from './data-frame.tsx';

interface WriteInsProps {
  frame: DataFrame;
  questions: readonly Question[];
  question: Question | null;
  list: WriteInList | null;
  /** Decisions are stored that the counts do not follow yet. */
  isWaiting: boolean;
}

/** What people wrote in at one question, and what it counts as. */
export function DataWriteInsPage(props: WriteInsProps): JSX.Element {
  const { frame, questions, question, list, isWaiting } = props;
  const { study, tell, figures, mayEdit } = frame;
  const { minCell } = study.definition.privacy;
  const path = `/studies/${study.id}/data/write-ins`;
  if (!question || !list) {
    return (
      <DataFramePage frame={frame} part="writeIns">
        <p class="card box">{tell('noQuestions')}</p>
      </DataFramePage>
    );
  }
  const isIgnored = question.kind === 'ranking' && unrankedMode(question) === 'ignore';
  return (
    <DataFramePage
      frame={frame}
      part="writeIns"
      query={new URLSearchParams({ question: list.question }).toString()}
    >
      <p class="lead">{tell('writeInsLead')}</p>
      <QuestionChoice frame={frame} path={path} questions={questions} chosen={list.question} />
      {isWaiting && (
        <p class="problem" role="status">
          {tell('waiting')}
        </p>
      )}
      {list.suppressed ? (
        <p class="card box">{tell('tooFew', { least: minCell })}</p>
      ) : (
        <>
          <section aria-labelledby="groups-title">
            <h2 id="groups-title">{tell('peopleAnswered', { count: list.answered ?? 0 })}</h2>
            {!mayEdit && <p class="facts">{tell('readOnly')}</p>}
            {list.groups.length === 0 && <p class="card box">{tell('writeInsNone')}</p>}
            <ul class="spelling-groups">
              {list.groups.map((group, place) => (
                <li class="card box" key={group.spellings[0]!.key}>
                  <Spellings {...{ frame, list, group, place, path }} />
                </li>
              ))}
            </ul>
          </section>
          <section class="card box data-meaning">
            <p>{tell('optionMeaning')}</p>
            <p>{tell(isIgnored ? 'newItemIgnored' : 'newItemMeaning')}</p>
            <p>{tell('stepMeaning', { least: minCell })}</p>
          </section>
        </>
      )}
      <DecisionLog
        frame={frame}
        action={`${path}/undo`}
        hidden={{ question: list.question }}
        entries={list.log.map((merge) => ({
          ...merge,
          madeAt: merge.mergedAt,
          madeBy: merge.mergedBy,
          what: tell(merge.isNew ? 'mergedNew' : 'merged', {
            texts:
              merge.texts.length > 0
                ? figures.list(merge.texts.map(({ text, n }) => `“${text}” (${figures.plain(n)})`))
                : tell('mergedAway'),
            name: merge.name,
          }),
        }))}
      />
    </DataFramePage>
  );
}

/** Spellings that look alike with what they are to count as. */
function Spellings({
  frame,
  list,
  group,
  place,
  path,
}: {
  frame: DataFrame;
  list: WriteInList;
  group: SpellingGroup;
  place: number;
  path: string;
}): JSX.Element {
  const { tell, mayEdit } = frame;
  const [first] = group.spellings;
  const added = list.options.filter((option) => option.added);
  const given = list.options.filter((option) => !option.added);
  const choices = (options: WriteInList['options']) =>
    options.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
  const spellings = (
    <ul class="texts">
      {group.spellings.map(({ key, text, n }) => (
        <li key={key}>
          <label class="text">
            {mayEdit && <input type="checkbox" name="text" value={text} checked />}
            <span>
              <q>{text}</q> <small class="tag">{tell('times', { count: n })}</small>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
  if (!mayEdit) return spellings;
  return (
    <form method="post" action={path} class="merge">
      <input type="hidden" name="question" value={list.question} />
      <fieldset>
        <legend class="sr">
          {tell('spellings')} {place + 1}
        </legend>
        {spellings}
      </fieldset>
      <label>
        <span>{tell('countAs')}</span>
        <select name="into">
          <option value="">{tell('newItem')}</option>
          {added.length > 0 && <optgroup label={tell('optionsAdded')}>{choices(added)}</optgroup>}
          <optgroup label={tell('optionsGiven')}>{choices(given)}</optgroup>
        </select>
      </label>
      <label>
        <span>{tell('newItemName')}</span>
        <input name="label" maxLength={120} autocomplete="off" value={first!.text} />
      </label>
      <button class="btn primary" aria-label={tell('mergeWhat', { text: first!.text })}>
        {tell('merge')}
      </button>
    </form>
  );
}
