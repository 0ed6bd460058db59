import type { ComponentChildren, JSX } from 'preact';
import type { AnsweredQuestion, Middle } from '../../src/needs/decision.ts';
import type { Share } from '../../src/needs/share-interval.ts';
import type {
  Certainty,
  Statement,
  StatementKind,
  StatementOf,
} from '../../src/needs/statement.ts';
import type { Finding, NamedItem } from '../../src/survey/needs/needs-document.ts';
import { namesOf, type NeedsView, resultsAddress } from './needs-frame.ts';

/** The five interactive questions, each answered in a card with its figures and certainty. */
export function FiveAnswers(view: NeedsView): JSX.Element {
  return (
    <ol class="answers">
      {view.needs.decision.answers.map((answer) => (
        <Answer key={answer.question} view={view} answer={answer} />
      ))}
    </ol>
  );
}

function Answer({ view, answer }: { view: NeedsView; answer: AnsweredQuestion }): JSX.Element {
  const { say } = view;
  const { question, certainty } = answer;
  const finding = mainFinding(view, question);
  const asked = finding.questions[0];
  return (
    <li class="card answer">
      <h2>{say(`question${question}`)}</h2>
      <p class="answer-said">
        <strong>{finding.figures === null ? say('notKnown') : said(view, answer)}</strong>{' '}
        <CertaintyTag certainty={certainty} view={view} />
      </p>
      {finding.missing && <p class="answer-missing">{say(`missing-${finding.missing}`)}</p>}
      <div class="answer-why">{details(view, answer)}</div>
      {asked && (
        <p class="answer-see">
          <a href={resultsAddress(view, asked)}>
            {say('see')} <span class="sr">{say(`question${question}`)}</span>
          </a>
        </p>
      )}
    </li>
  );
}

/** How far something can be relied on, as a word; hovering says why. */
export function CertaintyTag({
  certainty,
  view: { say },
}: {
  certainty: Certainty;
  view: Pick<NeedsView, 'say'>;
}): JSX.Element {
  return (
    <span
      class={`tag sure sure-${certainty}`}
      title={certainty === 'computed' ? undefined : say(`certainty-${certainty}-why`)}
    >
      <span class="sr">{say('certainty')}: </span>
      {say(`certainty-${certainty}`)}
    </span>
  );
}

function mainFinding(
  { needs }: NeedsView,
  question: AnsweredQuestion['question'],
): Finding<unknown> {
  switch (question) {
    case 1:
      return needs.necessary;
    case 2:
      return needs.rankings.challenges;
    case 3:
      return needs.duration;
    case 4:
      return needs.acceptance;
    case 5:
      return needs.mixing;
  }
}

function said(view: NeedsView, given: AnsweredQuestion): string {
  const { say, figures, needs } = view;
  switch (given.question) {
    case 1:
      return say(`verdict-${given.answer.verdict ?? 'no-answers'}`);
    case 2:
      return figures.list(namesOf(needs.names.challenges, given.answer.challenges));
    case 3: {
      const hours = given.answer.hours && hoursText(view, given.answer.hours);
      const weeks = given.answer.weeks && weeksText(view, given.answer.weeks);
      return hours && weeks ? say('over', { hours, weeks }) : (hours ?? weeks ?? say('notKnown'));
    }
    case 4:
      return given.answer.format ? say(`format-${given.answer.format}`) : say('notKnown');
    case 5:
      if (!given.answer.benefit) return say('notKnown');
      return say(given.certainty === 'open' ? 'benefit-open' : `benefit-${given.answer.benefit}`);
  }
}

/** A median of hours in words. */
export function hoursText(
  { say, figures }: Pick<NeedsView, 'say' | 'figures'>,
  [low, high]: Middle,
) {
  return low === high
    ? say('hours', { count: low })
    : say('hoursBetween', { low: figures.plain(low), high: figures.plain(high) });
}

function weeksText({ say, figures }: NeedsView, [low, high]: Middle): string {
  return low === high
    ? say('weeks', { count: low })
    : say('weeksBetween', { low: figures.plain(low), high: figures.plain(high) });
}

function details(view: NeedsView, { question, statements }: AnsweredQuestion): ComponentChildren {
  const { needs, say, figures } = view;
  const of = <K extends StatementKind>(kind: K) =>
    statements.filter((one) => one.kind === kind) as StatementOf<K>[];
  const lines: string[] = [];
  if (question === 1) {
    for (const { figures: found } of of('training-verdict')) {
      lines.push(say('shareYes', shareWords(view, found.necessary)));
    }
    lines.push(...leaderLines(view, needs.names.targets, statements, 'targets'));
  }
  if (question === 2) {
    lines.push(...leaderLines(view, needs.names.challenges, statements, 'challenges'));
  }
  if (question === 3) {
    const summary = needs.duration.figures?.summary;
    if (summary?.lowerQuartile && summary.upperQuartile) {
      const low = figures.plain(summary.lowerQuartile.values[0]);
      const high = figures.plain(summary.upperQuartile.values[1]);
      lines.push(say('middleHalf', { low, high, n: figures.plain(summary.n) }));
    }
    for (const { figures: found } of of('weekly-load')) {
      const load = figures.plain(Math.round(found.hoursPerWeek * 10) / 10);
      const weeks = figures.plain(found.weeksNeeded);
      lines.push(found.feasible ? say('loadFits', { load }) : say('loadTooMuch', { load, weeks }));
    }
  }
  if (question === 4) {
    for (const { figures: found } of of('teaching-format')) {
      lines.push(say('acceptShare', shareWords(view, found.accept)));
      if (found.handsOnShare !== null) {
        lines.push(say('handsOn', { share: figures.share(found.handsOnShare) }));
      }
    }
    for (const { figures: found, n } of of('online-share')) {
      const [low, high] = found.summary.median!.values;
      const share = figures.share((low + high) / 200);
      lines.push(say('onlineShare', { share, n: figures.plain(n) }));
    }
  }
  if (question === 5) {
    const rows = new Map(needs.names.mixing.map(({ id, short }) => [id, short]));
    const found = of('mixing-benefit');
    return (
      <ul class="answer-rows">
        {found.map(({ figures: { row, agree }, certainty }) => (
          <li key={row}>
            {say('agreeWith', { row: rows.get(row) ?? row, ...shareWords(view, agree) })}{' '}
            <CertaintyTag certainty={certainty} view={view} />
          </li>
        ))}
      </ul>
    );
  }
  return lines.map((line) => <p key={line}>{line}</p>);
}

function leaderLines(
  { say, figures }: NeedsView,
  items: readonly NamedItem[],
  statements: readonly Statement[],
  list: 'targets' | 'challenges',
): string[] {
  const lines: string[] = [];
  for (const statement of statements) {
    if (statement.kind === 'leaders') {
      const { items: leaders, behind } = statement.figures;
      const names = figures.list(namesOf(items, leaders));
      if (behind.length === 0) lines.push(say(list === 'targets' ? 'forWhomAny' : 'leadersAll'));
      else {
        if (list === 'targets') lines.push(say('forWhom', { items: names }));
        if (leaders.length > 1) lines.push(say('leadersTogether'));
        lines.push(say('leadersApart', { items: figures.list(namesOf(items, behind)) }));
      }
    }
    if (statement.kind === 'divided') {
      const divided = figures.list(namesOf(items, statement.figures.items));
      lines.push(say('divided', { items: divided }));
    }
  }
  return lines;
}

/** A share with its interval and base, as texts take them. */
export function shareWords(
  { figures }: Pick<NeedsView, 'figures'>,
  { share, interval, n }: Share,
): { share: string; low: string; high: string; n: string } {
  return {
    share: figures.share(share ?? 0),
    low: figures.share(interval?.[0] ?? 0),
    high: figures.share(interval?.[1] ?? 1),
    n: figures.plain(n),
  };
}
