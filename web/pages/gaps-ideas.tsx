import type { JSX } from 'preact';
import type { GapDocument } from '../../src/http/gaps-of.ts';
import { tableNameIn } from '../../src/survey/room/table-name.ts';
import { dataTexts } from '../text/data/texts.ts';
import { DecisionLog } from './data-frame.tsx';
import type { GapsFrame } from './gaps-frame.ts';

/** What people wrote, by the gap that it belongs to, with the log of the merges. */
export function GapsIdeas({
  frame,
  document,
}: {
  frame: GapsFrame;
  document: GapDocument;
}): JSX.Element {
  const { study, tell, figures, mayRun, language } = frame;
  const { ideas, gaps, held, log } = document;
  const path = `/studies/${study.id}/gaps`;
  const used = gaps.filter((gap) => gap.mergedInto === null && (gap.ideas > 0 || !gap.listed));
  const groups = [
    { id: null, name: tell('noGap'), listed: true },
    ...used.map(({ id, name, listed }) => ({ id, name, listed })),
  ];
  const roots = gaps.filter(({ mergedInto }) => mergedInto === null);
  const choices = roots.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
  return (
    <>
      <section class="card box" aria-labelledby="ideas-title" id="ideas">
        <h2 id="ideas-title">{tell('ideas')}</h2>
        <p>{tell('ideasLead')}</p>
        <p class="facts">{tell('ideasHow', { address: frame.ideasAddress })}</p>
        {held.length > 0 && (
          <p class="facts">{tell('heldIdeas', { least: study.definition.privacy.minCell })}</p>
        )}
        {ideas.length === 0 && <p>{tell('noIdeas')}</p>}
        <form method="post" action={path} class="gaps-form">
          {groups.map((group) => {
            const own = ideas.filter((idea) => idea.gap === group.id);
            if (own.length === 0 && group.id === null) return null;
            return (
              <fieldset class="near" key={group.id ?? ''}>
                <legend>
                  {group.name} ({figures.plain(own.reduce((sum, { n }) => sum + n, 0))})
                  {!group.listed && ` – ${tell('notListed')}`}
                </legend>
                <ul class="texts">
                  {own.map(({ key, text, n, table }) => (
                    <li key={key}>
                      <label class="text">
                        {mayRun && <input type="checkbox" name="idea" value={key} />}
                        <span>
                          <q>{text}</q> {n > 1 && <small>{tell('times', { count: n })}</small>}
                          {table && <small class="tag">{tableNameIn(language, table)}</small>}
                        </span>
                      </label>
                    </li>
                  ))}
                </ul>
              </fieldset>
            );
          })}
          {mayRun && ideas.length > 0 && (
            <>
              <label>
                <span>{tell('into')}</span>
                <select name="into">
                  <option value="@new">{tell('newGap')}</option>
                  {choices}
                  <option value="@none">{tell('outOf')}</option>
                </select>
              </label>
              <label>
                <span>{tell('newGapName')}</span>
                <input name="label" maxLength={75} autocomplete="off" />
              </label>
              <button class="btn primary" name="do" value="merge">
                {tell('merge')}
              </button>
            </>
          )}
        </form>
        {mayRun && used.length > 0 && (
          <form method="post" action={path} class="merge">
            <label>
              <span>{tell('mergeGap')}</span>
              <select name="gap">
                {used.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span>{tell('into')}</span>
              <select name="into">{choices}</select>
            </label>
            <button class="btn ghost" name="do" value="merge-gap">
              {tell('mergeGap')}
            </button>
          </form>
        )}
        {mayRun && used.some(({ listed }) => !listed) && (
          <form method="post" action={path}>
            <button class="btn ghost" name="do" value="list">
              {tell('addToList')}
            </button>
          </form>
        )}
      </section>
      <DecisionLog
        frame={{ ...frame, mayEdit: mayRun, tell: dataTexts(language) }}
        action={`${path}/undo`}
        hidden={{}}
        entries={log.map((step) => ({
          ...step,
          what: [
            tell('mergedText', {
              what: step.gap ?? figures.list(step.texts.map((text) => `“${text}”`)),
              into: step.into ?? tell('outOf'),
            }),
            tell('mergedFrom', {
              from: figures.list(step.from.map((name) => name ?? tell('outOf'))),
            }),
          ].join(' · '),
        }))}
      />
    </>
  );
}
