import type { JSX } from 'preact';
import { leadSentence } from './ranking-finding.ts';
import type { RankingSlice, Words } from './ranking-slice.ts';

type Note = RankingSlice['consensus']['notes'][number];

/**
 * What the consensus document states about a ranking, as sentences: most important first. What
 * headlines of other panels say already is left out.
 */
export function noteSentences({ consensus }: RankingSlice, words: Words): string[] {
  return consensus.notes.flatMap((note) => sentenceOf(note, words) ?? []);
}

function sentenceOf(note: Note, { say, figures, name }: Words): string | null {
  const names = (ids: readonly Parameters<typeof name>[0][]) => figures.list(ids.map(name));
  switch (note.kind) {
    case 'one-ballot':
      return say('noteOne');
    case 'few-ballots':
      return say('noteFew', { n: note.n });
    case 'gaps':
      return say(note.mode === 'bottom' ? 'noteGapsBottom' : 'noteGapsIgnore', {
        incomplete: note.incomplete,
        n: note.n,
      });
    case 'never-ranked':
      return say('noteNeverRanked', { items: names(note.items) });
    case 'all-level':
      return say('noteLevel');
    case 'unanimous':
      return say('noteUnanimous');
    case 'tie-for-first':
      return say('noteTie', { items: names(note.items) });
    case 'first-over-next':
      return say('noteFirst', {
        count: note.for,
        n: note.for + note.against,
        first: name(note.first),
        next: name(note.next),
      });
    case 'gaps-decide':
      return null;
    case 'cycle':
      return say('noteCycle', { items: names(note.items) });
    case 'tie-break-matters':
      return say('noteTieBreak');
    case 'not-proved':
      return say('noteNotProved', { gap: note.gap });
    case 'polarised':
      return say('notePolarised', {
        item: name(note.item),
        top: figures.share(note.topShare),
        bottom: figures.share(note.bottomShare),
      });
    default:
      return null;
  }
}

/** Who would lead if items left out meant the other thing, where that matters. */
function gapsSentence({ consensus, mode }: RankingSlice, words: Words): string | null {
  const note = consensus.notes.find(({ kind }) => kind === 'gaps-decide');
  if (note?.kind !== 'gaps-decide') return null;
  const { say, figures, name } = words;
  const other = mode === 'bottom' ? note.ignore : note.bottom;
  return say(mode === 'bottom' ? 'noteGapsDecideIgnore' : 'noteGapsDecideBottom', {
    items: figures.list(other.map(name)),
  });
}

/** The finding in words, to be quoted: the lead, and everything that qualifies it. */
export function WordsPanel({ slice, words }: { slice: RankingSlice; words: Words }): JSX.Element {
  const gaps = gapsSentence(slice, words);
  const lines = [
    `${leadSentence(slice, words)}.`,
    ...noteSentences(slice, words),
    ...(gaps ? [gaps] : []),
  ];
  return (
    <section class="card in-words" id="in-words" aria-labelledby="in-words-title">
      <h2 id="in-words-title">{words.say('inWords')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
