import type { IPropertiesOptions } from 'docx';

/** Colours by their use, as Word wants them. */
export const WORD_INK = {
  text: '12213A',
  quiet: '44546D',
  brand: '0A4F8F',
  line: 'CFD8E3',
  tint: 'E8EFF6',
  warn: '8A4B00',
} as const;

const FONT = 'Arial';

/** The styles of the Word file: those of Word under their own names, so that a template can restyle them. */
export function WORD_STYLES(language: string): NonNullable<IPropertiesOptions['styles']> {
  const { text, quiet, brand, line } = WORD_INK;
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: text, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' as const } },
      },
      title: {
        run: { font: FONT, size: 52, bold: true, color: text },
        paragraph: { spacing: { before: 1200, after: 240, line: 240, lineRule: 'auto' as const } },
      },
      heading1: {
        run: { font: FONT, size: 30, bold: true, color: brand },
        paragraph: {
          spacing: { before: 480, after: 160, line: 240, lineRule: 'auto' as const },
          keepNext: true,
          keepLines: true,
        },
      },
      caption: {
        run: { font: FONT, size: 19, bold: true, italics: false, color: text },
        paragraph: {
          spacing: { before: 240, after: 80, line: 240, lineRule: 'auto' as const },
          keepNext: true,
          keepLines: true,
        },
      },
      footnoteText: {
        run: { font: FONT, size: 16, color: quiet },
        paragraph: { spacing: { after: 20, line: 240, lineRule: 'auto' as const } },
      },
      hyperlink: { run: { color: brand, underline: { type: 'none' } } },
    },
    paragraphStyles: [
      {
        id: 'Lead',
        name: 'Lead',
        basedOn: 'Normal',
        run: { color: quiet, size: 21 },
        paragraph: { spacing: { after: 60 } },
      },
      {
        id: 'Sentence',
        name: 'Sentence',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' as const } },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        run: { italics: true },
        paragraph: {
          indent: { left: 340, right: 340 },
          spacing: { before: 60, after: 120 },
          keepLines: true,
          border: { left: { style: 'single', size: 18, space: 10, color: line } },
        },
      },
      {
        id: 'Cell',
        name: 'Cell',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' as const } },
      },
      {
        id: 'Note',
        name: 'Note',
        basedOn: 'Normal',
        run: { size: 18, color: quiet },
        paragraph: { spacing: { before: 40, after: 240, line: 240, lineRule: 'auto' as const } },
      },
      {
        id: 'Margin',
        name: 'Margin',
        basedOn: 'Normal',
        run: { size: 16, color: quiet },
        paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' as const } },
      },
    ],
    characterStyles: [{ id: 'Evidence', name: 'Evidence', run: { size: 16, color: quiet } }],
  };
}
