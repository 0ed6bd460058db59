import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import type { DividesDocument } from '../../src/http/divides-of.ts';
import type { DividingLine } from '../../src/survey/divides.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { Rounds } from '../../src/http/rounds-of.ts';
import { pageParameters, type ResultsQuery } from '../../src/survey/results-query.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import { How } from './how.tsx';
import { pWords } from './left-out.ts';
import type { Words } from './ranking-slice.ts';
import { RoundsNote } from './rounds-note.tsx';
import { segmentName } from './segment-name.ts';

interface DividesPageProps {
  study: Study;
  document: DividesDocument;
  rounds: Rounds;
  /** Which rounds are looked at. */
  query: Pick<ResultsQuery, 'where' | 'rounds'>;
  language: Language;
  words: Words;
  say: SayDesigner;
  assets: Assets;
}

/** Lines that are not certain and still listed. */
const MOST_UNCERTAIN = 20;

/** What divides people over all questions and groups, each line a link to its results. */
export function DividesPage(props: DividesPageProps): JSX.Element {
  const { study, document, rounds, query, language, words, say: sayDesigner, assets } = props;
  const { say } = words;
  const { lines } = document;
  const sure = lines.filter(({ adjustedPValue }) => adjustedPValue <= 0.05);
  const others = lines.filter((line) => !sure.includes(line)).slice(0, MOST_UNCERTAIN);
  const path = `/studies/${study.id}/results`;
  const title = say('overview');
  return (
    <DesignerPage
      language={language}
      title={`${title} · ${textIn(study.definition.title, language, study.definition.defaultLanguage)}`}
      assets={assets}
      entry="results"
      say={sayDesigner}
      study={study}
      section="results"
      path={`${path}/divides`}
    >
      <div class="results" id="divides">
        <div class="results-title">
          <h2 class="asked">{title}</h2>
          <a href={path}>{say('backToResults')}</a>
        </div>
        <RoundsNote
          {...{ rounds, query, say }}
          of="study"
          addressOf={
            study.status === 'closed'
              ? (round) =>
                  `${path}/divides?${new URLSearchParams({ voice: document.voice, round: String(round) })}`
              : null
          }
        />
        {lines.length === 0 ? (
          <section class="empty card">
            <p>{say('overviewEmpty')}</p>
          </section>
        ) : (
          <>
            <Lines {...props} lines={sure} id="certain">
              <h2 id="certain-title">
                {sure.length > 0
                  ? say('overviewFound', { count: sure.length })
                  : say('comparedNone')}
              </h2>
              <p class="method">{say('overviewLead', { count: lines.length })}</p>
            </Lines>
            {others.length > 0 && (
              <Lines {...props} lines={others} id="uncertain">
                <h2 id="uncertain-title">{say('overviewMore')}</h2>
              </Lines>
            )}
            <section class="card panel">
              <How
                lines={[
                  say('howGroupsRank'),
                  say('howGroupsChoice'),
                  say('howGroupsOrdered'),
                  say('howGroupsLeftOut'),
                ]}
                of={title}
                say={say}
              />
            </section>
          </>
        )}
      </div>
    </DesignerPage>
  );
}

function Lines({
  lines,
  id,
  children,
  study,
  document,
  rounds,
  query,
  language,
  words,
}: DividesPageProps & {
  lines: readonly DividingLine[];
  id: string;
  children: JSX.Element | JSX.Element[];
}): JSX.Element {
  const { say } = words;
  return (
    <section class="card panel">
      {children}
      {lines.length > 0 && (
        <div class="panel-table" tabIndex={0} role="region" aria-labelledby={`${id}-title`}>
          <table class="lines">
            <thead>
              <tr>
                {[
                  say('question'),
                  say('columnBy'),
                  say('columnItem'),
                  say('columnHighest'),
                  say('columnLowest'),
                  say('columnEffect'),
                  say('columnP'),
                ].map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={`${line.question} ${line.segment}`} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );

  function Line({ line }: { line: DividingLine }): JSX.Element {
    const { definition } = study;
    const { figures } = words;
    const question = definition.questions.find(({ id: own }) => own === line.question)!;
    const { item, groups } = line;
    const address = pageParameters({
      question: line.question,
      by: line.segment,
      where: query.where,
      ...(rounds.rounds.length > 1 && { rounds: 'all' }),
      voice: document.voice,
    });
    const value = (group: number): string => {
      const found = item.values[group]!;
      if (item.name === '') return '';
      if (line.method === 'chi-square' || line.method === 'permutation') {
        return ` (${figures.share(found)})`;
      }
      return ` (${figures.decimal(found, 1)})`;
    };
    return (
      <tr>
        <th scope="row">
          <a href={`/studies/${study.id}/results?${address}#compared`}>
            {textIn(question.title, language, definition.defaultLanguage)}
          </a>
        </th>
        <td>{segmentName(definition, line.segment, language, say)}</td>
        <td>{item.name || '–'}</td>
        <td>
          {groups[item.high]!.label}
          {value(item.high)}
        </td>
        <td>
          {groups[item.low]!.label}
          {value(item.low)}
        </td>
        <td>
          {figures.share(line.effect)}
          <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect width={Math.round(line.effect * 1000) / 10} height="8" rx="2" />
          </svg>
        </td>
        <td>{pWords(line.adjustedPValue, words)}</td>
      </tr>
    );
  }
}
