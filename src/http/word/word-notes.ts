import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IPropertiesOptions,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  TextRun,
} from 'docx';
import type { Trace } from '../../survey/strategy/strategy-document.ts';

/** The footnotes of a document. */
export interface WordNotes {
  /** The reference to the page behind a trace: its footnote, or the number of the one there is. */
  refer: (trace: Trace | undefined) => ParagraphChild[];
  /** Where the page is, or null. */
  address: (trace: Trace | undefined) => string | null;
  /** All footnotes, once everything is referred to. */
  written: () => NonNullable<IPropertiesOptions['footnotes']>;
}

/**
 * Footnotes that lead to the pages with the numbers, one a page however often it is referred to.
 *
 * @param origin what addresses begin with; without one there are no notes
 */
export function notesOf(origin: string | null): WordNotes {
  const numbers = new Map<string, number>();
  const address = (trace: Trace | undefined) =>
    trace?.page && origin !== null ? new URL(trace.page, origin).href : null;
  return {
    address,
    refer: (trace) => {
      const page = address(trace);
      if (page === null) return [];
      const known = numbers.get(page);
      if (known !== undefined) {
        return [new SimpleField(`NOTEREF numbers${known} \\f \\h`, String(known))];
      }
      const number = numbers.size + 1;
      numbers.set(page, number);
      const reference = new FootnoteReferenceRun(number);
      return [new Bookmark({ id: `numbers${number}`, children: [reference] })];
    },
    written: () =>
      Object.fromEntries(
        [...numbers].map(([page, number]) => [
          number,
          {
            children: [
              new Paragraph({
                style: 'FootnoteText',
                children: [
                  new ExternalHyperlink({
                    link: page,
                    children: [new TextRun({ text: ` ${page}`, style: 'Hyperlink' })],
                  }),
                ],
              }),
            ],
          },
        ]),
      ),
  };
}
