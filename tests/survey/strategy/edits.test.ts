import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedEdits } from '../../../src/survey/strategy/change-edits.ts';
import { documentDifferences } from '../../../src/survey/strategy/document-differences.ts';
import {
  editedDocument,
  lostWords,
  otherwiseNow,
  paragraphBlock,
  staleSentences,
} from '../../../src/survey/strategy/edits.ts';
import { placeOf, type StrategyChange } from '../../../src/survey/strategy/strategy-change.ts';
import type {
  SentenceBlock,
  StrategyDocument,
} from '../../../src/survey/strategy/strategy-document.ts';
import { NO_EDITS, StrategyEdits } from '../../../src/survey/strategy/strategy-edits.ts';
import { contentHash } from '../../../src/survey/strategy/content-hash.ts';
import { pairedSentences, questionsToTest } from '../../../src/survey/strategy/paired-sentences.ts';
import { readStrategy } from '../../../src/survey/strategy/strategy-schema.ts';
import { changesOf, documents, later, sentence, strategy } from './strategy-arbitrary.ts';

const made = { by: 'Ada', at: '2026-11-20T09:00:00.000Z' };

/** One designer makes all changes, each having seen the one before. */
function edited(document: StrategyDocument, changes: readonly StrategyChange[]): StrategyEdits {
  return changes.reduce((edits, change, index) => {
    const step = { change, seen: index, revision: index + 1, ...made };
    const changed = changedEdits(document, edits, step);
    return changed.outcome === 'changed' ? changed.edits : edits;
  }, NO_EDITS);
}

const worked = documents.chain((document) =>
  fc.record({
    document: fc.constant(document),
    changes: fc.array(changesOf(document), { maxLength: 12 }),
    moved: fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }),
  }),
);

const blocksOf = (document: StrategyDocument) => document.sections.flatMap(({ blocks }) => blocks);

describe('edits of a strategy', () => {
  it('nothing changed gives the generated document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(editedDocument(document, NO_EDITS)).toEqual(document);
      }),
    );
  });

  it('is stored as JSON that reads back as the same, and gives a valid document', () => {
    fc.assert(
      fc.property(worked, ({ document, changes, moved }) => {
        const edits = edited(document, changes);
        expect(StrategyEdits.parse(JSON.parse(JSON.stringify(edits)))).toEqual(edits);
        const now = editedDocument(later(document, moved), edits);
        expect(readStrategy(JSON.parse(JSON.stringify(now)))).toEqual(now);
      }),
    );
  });

  it('keeps every id once, whatever is added and left out', () => {
    fc.assert(
      fc.property(worked, ({ document, changes, moved }) => {
        const ids = blocksOf(editedDocument(later(document, moved), edited(document, changes)));
        expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
      }),
    );
  });

  it('new figures never overwrite words: they are shown, or kept as lost', () => {
    fc.assert(
      fc.property(worked, ({ document, changes, moved }) => {
        const edits = edited(document, changes);
        const now = later(document, moved);
        const everything = editedDocument(now, { ...edits, out: [], sectionsOut: [] });
        const shown = new Map(blocksOf(everything).map((block) => [block.id, block]));
        const lost = new Map(lostWords(now, edits).map((words) => [words.block, words.text]));
        for (const [id, { text }] of Object.entries(edits.words)) {
          const block = shown.get(id);
          expect(block?.kind === 'sentence' ? block.text : lost.get(id)).toBe(text);
          expect(lost.has(id)).toBe(block === undefined);
        }
        for (const { id, text } of edits.paragraphs) {
          expect(shown.get(paragraphBlock(id))).toMatchObject({ kind: 'free', text });
        }
      }),
    );
  });

  it('marks words exactly when their sentence would read otherwise now', () => {
    fc.assert(
      fc.property(worked, ({ document, changes, moved }) => {
        const edits = edited(document, changes);
        const now = later(document, moved);
        const generated = new Map(blocksOf(now).map((block) => [block.id, block]));
        for (const block of blocksOf(editedDocument(now, edits))) {
          if (block.kind !== 'sentence') continue;
          const would = generated.get(block.id);
          const isOlder =
            !!block.edited && would?.kind === 'sentence' && would.text !== block.edited.original;
          expect(block.stale ?? false).toBe(isOlder);
        }
      }),
    );
  });

  it('tells of left-out sentences exactly when they would read otherwise now', () => {
    fc.assert(
      fc.property(worked, ({ document, changes, moved }) => {
        const edits = edited(document, changes);
        const now = later(document, moved);
        const [before, after] = [document, now].map(
          (one) => new Map(blocksOf(one).map((block) => [block.id, block])),
        );
        const inSections = now.sections.filter(({ key }) => !edits.sectionsOut.includes(key));
        const expected = inSections.flatMap(({ blocks }) =>
          blocks.flatMap(({ id }) => {
            const [old, present] = [before!.get(id), after!.get(id)];
            const isSentence = old?.kind === 'sentence' && present?.kind === 'sentence';
            if (!isSentence || !edits.out.includes(id) || old.text === present.text) return [];
            return [{ block: id, said: old.text, says: present.text, by: 'Ada' }];
          }),
        );
        expect(otherwiseNow(document, edits)).toEqual([]);
        const told = otherwiseNow(now, edits);
        expect(told).toMatchObject(expected);
        expect(told).toHaveLength(expected.length);
        // Whoever leaves them out once more, or takes them in again, has decided.
        const decided = (what: 'leave-out' | 'bring-back') =>
          told.reduce((all, { block }) => {
            const step = { change: { do: what, block }, seen: 99, revision: 100, ...made };
            const changed = changedEdits(now, all, step);
            return changed.outcome === 'changed' ? changed.edits : all;
          }, edits);
        expect(otherwiseNow(now, decided('leave-out'))).toEqual([]);
        expect(decided('leave-out').out).toEqual(edits.out);
        expect(otherwiseNow(now, decided('bring-back'))).toEqual([]);
      }),
    );
  });

  it('says nothing of what was left out before anybody noted what it said', () => {
    const { outSaid: _, ...stored } = { ...NO_EDITS, out: ['a'] };
    const edits = StrategyEdits.parse(stored);
    expect(edits.outSaid).toEqual({});
    expect(otherwiseNow(strategy({ 1: [sentence('a', 2)] }), edits)).toEqual([]);
  });

  it('marks at once what was left out on sight of an older sentence', () => {
    const document = strategy({ 1: [sentence('a', 2)] });
    const change = {
      do: 'leave-out',
      block: 'a',
      fingerprint: 'a=1',
      original: 'a is 1.',
    } as const;
    expect(otherwiseNow(document, edited(document, [change]))).toMatchObject([
      { said: 'a is 1.', says: 'a is 2.' },
    ]);
  });

  it('changes of different places can come in any order', () => {
    fc.assert(
      fc.property(worked, ({ document, changes }) => {
        const byPlace = new Map(
          changes
            .filter(({ do: what }) => what !== 'add')
            .map((change) => [placeOf(change), change]),
        );
        const apart = [...byPlace.values()];
        // Nobody has seen what the others did: each states revision 0.
        const inOrder = (list: readonly StrategyChange[]) =>
          list.reduce((edits, change, index) => {
            const step = { change, seen: 0, revision: index + 1, ...made };
            const changed = changedEdits(document, edits, step);
            expect(changed.outcome).not.toBe('conflict');
            return changed.outcome === 'changed' ? changed.edits : edits;
          }, NO_EDITS);
        const [one, other] = [inOrder(apart), inOrder(apart.toReversed())];
        expect(editedDocument(document, other)).toEqual(editedDocument(document, one));
      }),
    );
  });

  it('refuses a second change of a place from somebody who has not seen the first', () => {
    fc.assert(
      fc.property(worked, ({ document, changes }) => {
        let edits = NO_EDITS;
        changes.forEach((change, index) => {
          const step = { change, revision: index + 1, ...made };
          const blind = changedEdits(document, edits, { ...step, seen: 0 });
          const wasTouched = placeOf(change) in edits.touched;
          expect(blind.outcome === 'conflict').toBe(wasTouched);
          const seen = changedEdits(document, edits, { ...step, seen: index });
          expect(seen.outcome).not.toBe('conflict');
          if (seen.outcome === 'changed') edits = seen.edits;
        });
      }),
    );
  });

  it('a sentence that is written and restored reads as it was generated', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { id } = blocksOf(document).find(({ kind }) => kind === 'sentence')!;
        const edits = edited(document, [
          { do: 'write', block: id, text: 'Own words.' },
          { do: 'restore', block: id },
        ]);
        expect(editedDocument(document, edits)).toEqual(document);
      }),
    );
  });

  it('words typed against older figures are marked at once', () => {
    const document = strategy({ 6: [sentence('leaders:contents', 12)] });
    const write = {
      do: 'write',
      block: 'leaders:contents',
      text: 'Law leads by far.',
      fingerprint: 'leaders:contents=9',
      original: 'leaders:contents is 9.',
    } as const;
    const now = editedDocument(document, edited(document, [write]));
    expect(blocksOf(now)[0]).toMatchObject({
      text: 'Law leads by far.',
      stale: true,
      edited: { original: 'leaders:contents is 9.' },
    });
    const kept = edited(document, [write, { do: 'keep', block: 'leaders:contents' }]);
    expect(blocksOf(editedDocument(document, kept))[0]).not.toHaveProperty('stale');
    expect(staleSentences(now)).toBe(1);
  });

  it('does not know what the document does not have', () => {
    const document = strategy({ 6: [sentence('a', 1), { kind: 'free', id: 'free', text: 'x' }] });
    for (const change of [
      { do: 'write', block: 'toString', text: 'x' },
      { do: 'write', block: 'free', text: 'x' },
      { do: 'keep', block: 'a' },
      { do: 'restore', block: 'b' },
      { do: 'bring-back', block: 'b' },
      { do: 'remove', paragraph: '00000000-0000-4000-8000-000000000001' },
      { do: 'leave-out', block: 'b' },
      { do: 'leave-out-section', section: 7 },
      { do: 'add', section: 7, text: 'x' },
      { do: 'rewrite', paragraph: '00000000-0000-4000-8000-000000000001', text: 'x' },
    ] satisfies StrategyChange[]) {
      const step = { change, seen: 0, revision: 1, ...made };
      expect(changedEdits(document, NO_EDITS, step).outcome).toBe('unknown');
    }
    expect(blocksOf(editedDocument(strategy({ 6: [sentence('toString', 1)] }), NO_EDITS))).toEqual([
      sentence('toString', 1),
    ]);
  });
});

describe('differences between two versions', () => {
  it('finds none between a document and itself, and the opposite the other way round', () => {
    const opposite = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(worked, ({ document, changes, moved }) => {
        expect(documentDifferences(document, document).sections).toEqual([]);
        const now = editedDocument(later(document, moved), edited(document, changes));
        const [there, back] = [
          documentDifferences(document, now),
          documentDifferences(now, document),
        ];
        const told = (differences: typeof there, turn: boolean) =>
          differences.sections
            .flatMap(({ differences: list }) => list)
            .map(({ id, change, from, to }) =>
              JSON.stringify(turn ? [id, opposite[change], to, from] : [id, change, from, to]),
            )
            .toSorted();
        expect(told(back, true)).toEqual(told(there, false));
      }),
    );
  });

  it('tells a number that changed behind words that stayed', () => {
    const [old, now] = [7, 11].map((n) => strategy({ 6: [sentence('a', n, 'Law leads.')] }));
    expect(documentDifferences(old!, now!)).toMatchObject({
      counts: { added: 0, removed: 0, changed: 1, figures: 1 },
      sections: [
        { differences: [{ change: 'changed', figures: [{ name: 'n', from: 7, to: 11 }] }] },
      ],
    });
  });
});

describe('two strategies side by side', () => {
  const about = (id: string, question: string | null, value: number): SentenceBlock => {
    const said = sentence(id, value);
    const [figure] = said.trace.figures;
    return { ...said, trace: { ...said.trace, figures: [{ ...figure!, question }] } };
  };
  const north = strategy({ 6: [about('a', 'law', 1), about('b', 'data', 2), about('c', null, 3)] });
  const south = strategy({ 6: [about('a', 'law', 4), about('b', 'data', 2), about('c', null, 5)] });
  const testable = { apart: true, alike: new Set(['law', 'data']), unlike: new Set<string>() };
  const pairs = (pValues: [string, number | null][], other = south, can = testable) =>
    pairedSentences(north, other, new Map(pValues), can).flatMap(({ pairs: list }) => list);
  const verdicts = (pValues: [string, number | null][], other = south) =>
    pairs(pValues, other).map(({ verdict }) => verdict);

  it('says that groups differ only where a test bears it', () => {
    expect(questionsToTest(north, south, testable)).toEqual(['law']);
    expect(verdicts([['law', 0.04]])).toEqual(['differs', 'same', 'untested']);
    expect(verdicts([['law', 0.2]])).toEqual(['not-shown', 'same', 'untested']);
    expect(verdicts([['law', null]])).toEqual(['untested', 'same', 'untested']);
    expect(verdicts([])).toEqual(['untested', 'same', 'untested']);
  });

  it('corrects for every question that was tested', () => {
    const other = strategy({ 6: [about('a', 'law', 4), about('b', 'data', 6)] });
    const both: [string, number][] = [
      ['law', 0.03],
      ['data', 0.04],
    ];
    expect(verdicts(both, other)).toEqual(['not-shown', 'not-shown', 'untested']);
  });

  it('says why nothing was tested, and never tests what two studies ask otherwise', () => {
    const reasons = (found: ReturnType<typeof pairs>) => found.map(({ reason }) => reason);
    expect(reasons(pairs([]))).toEqual(['too-few', null, 'no-test']);
    expect(reasons(pairs([['law', 0.04]]))).toEqual([null, null, 'no-test']);
    expect(reasons(pairs([], strategy({ 6: [about('a', 'data', 4)] })))).toEqual([
      'unlike',
      'one-side',
      'one-side',
    ]);
    const other = { ...testable, alike: new Set(['data']), unlike: new Set(['law']) };
    expect(questionsToTest(north, south, other)).toEqual([]);
    expect(pairs([['law', 0.001]], south, other)[0]).toMatchObject({
      verdict: 'untested',
      reason: 'unlike',
      pValue: null,
    });
    expect(reasons(pairs([['law', 0.04]], south, { ...testable, apart: false }))).toEqual([
      'overlap',
      null,
      'overlap',
    ]);
  });
});

describe('the hash of a frozen strategy', () => {
  it('does not depend on the order of keys, and on nothing less', async () => {
    const document = strategy({ 6: [sentence('a', 1)] });
    const turned = Object.fromEntries(Object.entries(document).toReversed());
    expect(await contentHash(turned)).toBe(await contentHash(document));
    expect(await contentHash(document)).toMatch(/^[0-9a-f]{64}$/);
    const other = strategy({ 6: [sentence('a', 2)] });
    expect(await contentHash(other)).not.toBe(await contentHash(document));
    // sha256sum of {"a":[1,"é"],"b":null}
    expect(await contentHash({ b: null, a: [1, 'é'] })).toBe(
      '1e02bc81a26af2f027329541e97eef36f3290bedc6dfe043dbe66b057ecb13ba',
    );
  });
});
