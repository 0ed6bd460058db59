import { Document, Packer } from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { documentHead } from '../../survey/strategy/document-head.ts';
import { documentWords } from '../../survey/strategy/document-words.ts';
import { plainText } from '../../survey/strategy/plain-text.ts';
import type { StrategyDocument } from '../../survey/strategy/strategy-document.ts';
import type { StrategyFileOptions } from '../strategy-docx.ts';
import { stableZip } from './stable-zip.ts';
import { wordBody } from './word-body.ts';
import { notesOf } from './word-notes.ts';
import { pageFooter, pageHeader } from './word-margins.ts';
import { WORD_STYLES } from './word-styles.ts';

/** Twips: A4 with margins of 2.2 cm at the sides. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1361, bottom: 1247, left: 1247, right: 1247, header: 624, footer: 567 },
};

/**
 * The Word file of a strategy. The same document gives the same bytes. Loaded only when one is
 * asked for: the library is large.
 */
export async function wordFile(
  document: StrategyDocument,
  { origin, acknowledgement }: StrategyFileOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const say = documentWords(document.language);
  const notes = notesOf(origin);
  const children = wordBody(document, say, notes);
  const file = new Document({
    title: plainText(document.title),
    subject: plainText(document.study.title),
    creator: 'Plenary',
    lastModifiedBy: 'Plenary',
    description: plainText(documentHead(document, say).join(' · ')),
    pageNumbers: estimatePageNumbers,
    styles: WORD_STYLES(LOCALES[document.language]),
    footnotes: notes.written(),
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: pageHeader(document, say) },
        footers: { default: pageFooter(acknowledgement, say) },
        children,
      },
    ],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(file));
  return stableZip(packed, new Date(document.madeAt), tidyPart);
}

/** What the library has no option for. */
function tidyPart(path: string, xml: string): string {
  if (path === 'word/document.xml') return raisedReferences(xml);
  return path.startsWith('word/charts/') ? labelsAtTheSide(xml) : xml;
}

/** References to a footnote that there is already look like the first one. */
function raisedReferences(xml: string): string {
  return xml.replace(
    /(<w:fldSimple w:instr="NOTEREF [^>]*><w:r>)(?=<w:t[ >])/g,
    '$1<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
  );
}

/** Names of a chart's rows stand at the left of the chart, not where its bars begin. */
function labelsAtTheSide(xml: string): string {
  const isReversed = /<c:valAx>.*?<c:orientation val="maxMin"\/>/s.test(xml);
  return xml.replace(
    /(<c:catAx>.*?<c:tickLblPos val=")nextTo/s,
    `$1${isReversed ? 'high' : 'low'}`,
  );
}

/** What Word checks the spelling by. */
const LOCALES = {
  en: 'en-GB',
  es: 'es-ES',
  ca: 'ca-ES',
  pt: 'pt-PT',
  fr: 'fr-FR',
  de: 'de-DE',
  it: 'it-IT',
  nl: 'nl-NL',
} as const;
