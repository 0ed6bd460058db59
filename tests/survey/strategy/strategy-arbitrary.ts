import fc from 'fast-check';
import type { StrategyChange } from '../../../src/survey/strategy/strategy-change.ts';
import type {
  SentenceBlock,
  StrategyBlock,
  StrategyDocument,
} from '../../../src/survey/strategy/strategy-document.ts';

/** A sentence that tells one number. */
export function sentence(id: string, value: number, text = `${id} is ${value}.`): SentenceBlock {
  return {
    kind: 'sentence',
    id,
    text,
    statement: 'leaders',
    n: 40,
    certainty: 'firm',
    fingerprint: `${id}=${value}`,
    trace: {
      page: `/studies/s/results?question=topics`,
      api: `/api/studies/s/results?question=topics`,
      figures: [{ name: 'n', value, method: 'count', question: 'topics' }],
    },
  };
}

/** A strategy of the given sections. */
export function strategy(
  sections: Record<number, StrategyBlock[]>,
  basis = 'v1',
): StrategyDocument {
  return {
    schema: 'strategy-document/1',
    study: { id: 's', title: 'Small study', synthetic: false },
    title: 'Training strategy',
    language: 'en',
    filter: {},
    basis,
    madeAt: '2026-11-20T09:00:00.000Z',
    sections: Object.entries(sections).map(([key, blocks]) => ({
      key: Number(key) as 1,
      title: `Section ${key}`,
      blocks,
    })),
  };
}

/** Strategies whose blocks have ids of their own; each sentence tells a number. */
export const documents: fc.Arbitrary<StrategyDocument> = fc
  .array(fc.record({ section: fc.integer({ min: 1, max: 4 }), value: fc.nat(9) }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((entries) => {
    const sections: Record<number, StrategyBlock[]> = { 1: [], 2: [], 3: [], 4: [] };
    entries.forEach(({ section, value }, index) => {
      sections[section]!.push(sentence(`a:${index}`, value));
      if (value > 6) {
        sections[section]!.push({ kind: 'quote', id: `q:${index}`, text: 'So it is.', about: '' });
      }
    });
    return strategy(sections);
  });

/** The same strategy after more people have answered: some numbers are others, some blocks gone. */
export function later(document: StrategyDocument, moved: readonly number[]): StrategyDocument {
  return {
    ...document,
    basis: 'v2',
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.flatMap((block, index) => {
        const by = moved[index % Math.max(1, moved.length)] ?? 0;
        if (by === 3) return [];
        if (block.kind !== 'sentence' || by === 0) return [block];
        return [sentence(block.id, Number(block.trace.figures[0]!.value) + by * 10)];
      }),
    })),
  };
}

/** Any change that a page could send about a document. */
export function changesOf(document: StrategyDocument): fc.Arbitrary<StrategyChange> {
  const sentences = document.sections
    .flatMap(({ blocks }) => blocks)
    .filter(({ kind }) => kind === 'sentence')
    .map(({ id }) => id);
  const block = fc.constantFrom(...sentences);
  const section = fc.constantFrom(...document.sections.map(({ key }) => key));
  const text = fc.constantFrom('Own words.', 'Other words.', 'A third way to say it.');
  const paragraph = fc.constantFrom(
    '00000000-0000-4000-8000-000000000001',
    '00000000-0000-4000-8000-000000000002',
  );
  return fc.oneof(
    fc.record({ do: fc.constant('write' as const), block, text }),
    fc.record({ do: fc.constant('restore' as const), block }),
    fc.record({ do: fc.constant('keep' as const), block }),
    fc.record({ do: fc.constant('leave-out' as const), block }),
    fc.record({ do: fc.constant('bring-back' as const), block }),
    fc.record({ do: fc.constant('leave-out-section' as const), section }),
    fc.record({ do: fc.constant('bring-back-section' as const), section }),
    fc.record({ do: fc.constant('add' as const), paragraph, section, after: block, text }),
    fc.record({ do: fc.constant('rewrite' as const), paragraph, text }),
    fc.record({ do: fc.constant('remove' as const), paragraph }),
    fc.record({ do: fc.constant('title' as const), text }),
  );
}
