import { expect, test } from 'vitest';
import { textPanels } from '../../web/pages/answer-panels.ts';
import { figureWords } from '../../web/pages/figure-words.ts';
import { resultsTexts } from '../../web/text/results/texts.ts';

const words = { say: resultsTexts('en'), figures: figureWords('en'), short: String, name: String };
const table = (texts: string[]) => {
  const [{ title, head, rows } = { title: '', head: [], rows: [] }] = textPanels({ texts }, words);
  return { title, head, rows: rows.map((row) => row.map(({ text }) => text)) };
};

test('what several people wrote stands once, with their number, most often first', () => {
  expect(table(['Drones', 'Law', ' law ', 'Data', 'LAW', 'Data'])).toEqual({
    title: '6 answers',
    head: ['Item', 'Answers'],
    rows: [
      ['Law', '3'],
      ['Data', '2'],
      ['Drones', '1'],
    ],
  });
});

test('texts of which each is different stand in the order given, without numbers', () => {
  expect(table(['Trains.', 'Buses.'])).toMatchObject({
    head: ['Answers'],
    rows: [['Trains.'], ['Buses.']],
  });
});
