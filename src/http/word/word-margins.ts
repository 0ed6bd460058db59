import { Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { SayDocument } from '../../survey/strategy/document-words.ts';
import { plainText } from '../../survey/strategy/plain-text.ts';
import type { StrategyDocument } from '../../survey/strategy/strategy-document.ts';
import { WORD_INK } from './word-styles.ts';

/** Twips between the margins. */
export const TEXT_WIDTH = 11906 - 2 * 1247;

const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }];

/** The head of each page: the study, and that its data are synthetic where they are. */
export function pageHeader({ study }: StrategyDocument, say: SayDocument): Header {
  const mark = study.synthetic
    ? [new TextRun({ text: `\t${say('synthetic')}`, bold: true, color: WORD_INK.warn })]
    : [];
  return new Header({
    children: [
      new Paragraph({
        style: 'Margin',
        tabStops,
        children: [new TextRun(plainText(study.title)), ...mark],
      }),
    ],
  });
}

/** The foot of each page: the acknowledgement, and the number of the page. */
export function pageFooter(acknowledgement: string | undefined, say: SayDocument): Footer {
  const [before = '', between = '', after = ''] = say('page').split(/\{\w+\}/);
  return new Footer({
    children: [
      ...(acknowledgement
        ? [new Paragraph({ style: 'Margin', text: plainText(acknowledgement) })]
        : []),
      new Paragraph({
        style: 'Margin',
        tabStops,
        children: [
          new TextRun({
            children: ['\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  });
}
