import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { outlineOf } from '../survey/strategy/document-outline.ts';
import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';
import type { StrategyFileOptions } from './strategy-docx.ts';

/** The Word file of a strategy; loaded only when one is asked for. */
export async function wordFile(
  document: StrategyDocument,
  _options: StrategyFileOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { parts } = outlineOf(document);
  const children = parts.flatMap(({ part, number }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: `${number} ${part.title}` }),
    ...part.blocks.map((block) => new Paragraph('text' in block ? block.text : block.caption)),
  ]);
  const file = new Document({ title: document.title, sections: [{ children }] });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
