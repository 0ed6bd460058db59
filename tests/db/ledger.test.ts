import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { divideAnswers, joinAnswers } from '../../src/db/ledger.ts';
import { Definition } from '../../src/survey/definition.ts';
import { smallDefinition } from '../api/small-study.ts';

const definition = Definition.parse(smallDefinition);

const topic = fc.oneof(
  fc.constantFrom('law', 'data', 'money'),
  fc.record({ writeIn: fc.string({ minLength: 1 }) }, { noNullPrototype: true }),
);

const answers = fc.record(
  {
    topics: fc.array(fc.array(topic, { maxLength: 2 }), { maxLength: 4 }),
    role: fc.oneof(
      fc.constantFrom('student', 'teacher'),
      fc.record({ writeIn: fc.string() }, { noNullPrototype: true }),
      fc.record({ id: fc.constant('student'), writeIn: fc.string() }, { noNullPrototype: true }),
    ),
    skills: fc.constant({ law: 1, data: null }),
    share: fc.integer(),
    problem: fc.oneof(fc.string(), fc.array(fc.string())),
    name: fc.string(),
  },
  { requiredKeys: [], noNullPrototype: true },
);

describe('divided answers', () => {
  it('come together again as they were', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { entry, texts, personal } = divideAnswers(definition, given);
        expect({ ...joinAnswers(entry, texts), ...personal }).toEqual(given);
      }),
    );
  });

  it('have no word of a respondent in the entry that is counted', () => {
    const given = {
      topics: [['law'], [{ writeIn: 'mine' }]],
      role: { id: 'student', writeIn: 'mine' },
      problem: 'mine',
      name: 'mine',
    };
    expect(divideAnswers(definition, given).entry).toEqual({
      topics: [['law'], [{ writeIn: '' }]],
      role: { id: 'student', writeIn: '' },
    });
  });
});
