import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { isLanguage, type Language } from './language.ts';
import { type FileRow, type TranslationFile, TranslationFileError } from './translation-file.ts';
import type { Translation, TranslationState } from './translation-state.ts';

/**
 * Translations as XLIFF 1.2, which every tool of translators reads; 2.0 is still new to many.
 *
 * @param study its id, by which a tool tells files apart
 */
export function translationXliff(
  translations: readonly Translation[],
  { study, from, to }: { study: string; from: Language; to: Language },
): string {
  const units = translations.map(({ id, source, wording, state, limit, part }) => ({
    'trans-unit': [
      element('source', source, { 'xml:lang': from }),
      element('target', wording, { 'xml:lang': to, state: STATES[state] }),
      element('note', part),
    ],
    ':@': {
      '@_id': id,
      '@_maxwidth': String(limit),
      '@_size-unit': 'char',
      '@_xml:space': 'preserve',
      '@_approved': state === 'reviewed' ? 'yes' : 'no',
    },
  }));
  const file = {
    file: [{ body: units }],
    ':@': {
      '@_original': study,
      '@_source-language': from,
      '@_target-language': to,
      '@_datatype': 'plaintext',
    },
  };
  const root = { '@_version': '1.2', '@_xmlns': 'urn:oasis:names:tc:xliff:document:1.2' };
  const text = builder.build([{ xliff: [file], ':@': root }]) as string;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

const STATES: Record<TranslationState, string> = {
  missing: 'new',
  draft: 'needs-review-translation',
  reviewed: 'final',
};

const shape = { preserveOrder: true, ignoreAttributes: false } as const;
const builder = new XMLBuilder({ ...shape, suppressEmptyNode: true });
/** Leaves references as they are: nothing is ever expanded but what `decoded` knows. */
const parser = new XMLParser({
  ...shape,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
});

/** An element of a parsed document: its children under its name, its attributes under `:@`. */
type XmlNode = Record<string, unknown>;

function element(name: string, text: string, attributes: Record<string, string> = {}): XmlNode {
  const named = Object.entries(attributes).map(([key, value]) => [`@_${key}`, value]);
  return { [name]: [{ '#text': text }], ':@': Object.fromEntries(named) as object };
}

/**
 * Reads translations from XLIFF 1.2 or 2.0. A document type is refused as a whole: with it come
 * entities that expand without end or name files; only the five entities of XML and character
 * references are read.
 *
 * @throws {TranslationFileError} for anything else
 */
export function readTranslationXliff(text: string): TranslationFile {
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) {
    throw new TranslationFileError('Files with a document type are not read.');
  }
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    throw new TranslationFileError(`Line ${valid.err.line}: this is not XML (${valid.err.msg})`);
  }
  const nodes = parsed(text);
  const root = nodes.find((node) => nameOf(node) === 'xliff');
  if (!root) throw new TranslationFileError('This is no XLIFF file.');
  const files = below([root], new Set(['file']));
  const target = files.map((file) => attribute(file, 'target-language'))[0];
  const language = (target ?? attribute(root, 'trgLang') ?? '').slice(0, 2).toLowerCase();
  return {
    language: isLanguage(language) ? language : null,
    rows: below([root], new Set(['trans-unit', 'unit'])).map(rowOf),
  };
}

function parsed(text: string): XmlNode[] {
  try {
    return parser.parse(text) as XmlNode[];
  } catch {
    throw new TranslationFileError('This file is nested too deeply, or is not XML.');
  }
}

function rowOf(unit: XmlNode): FileRow {
  const texts = (name: string) => below(childrenOf(unit), new Set([name]), SKIPPED);
  const [sources, targets] = [texts('source'), texts('target')];
  return {
    id: attribute(unit, 'id') ?? '',
    source: sources.length > 0 ? sources.map(textOf).join('') : null,
    wording: targets.map(textOf).join(''),
  };
}

/** Suggestions of a tool's memory, which have sources and targets of their own. */
const SKIPPED = new Set(['alt-trans', 'mtc:matches', 'matches']);

/** The elements of these names, not below each other. */
function below(
  nodes: readonly XmlNode[],
  names: ReadonlySet<string>,
  skipped: ReadonlySet<string> = new Set(),
): XmlNode[] {
  return nodes.flatMap((node) => {
    const name = nameOf(node);
    if (names.has(name)) return [node];
    return skipped.has(name) ? [] : below(childrenOf(node), names, skipped);
  });
}

function nameOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function childrenOf(node: XmlNode): XmlNode[] {
  const children = node[nameOf(node)];
  return Array.isArray(children) ? (children as XmlNode[]) : [];
}

function attribute(node: XmlNode, name: string): string | undefined {
  const value = (node[':@'] as Record<string, unknown> | undefined)?.[`@_${name}`];
  return typeof value === 'string' ? decoded(value) : undefined;
}

/** The words of an element, also those within the marks of a tool. */
function textOf(node: XmlNode): string {
  return childrenOf(node)
    .map((child) => {
      if (typeof child['#text'] === 'string') return decoded(child['#text']);
      const isLiteral = nameOf(child) === '#cdata';
      return isLiteral
        ? childrenOf(child)
            .map((part) => String(part['#text']))
            .join('')
        : textOf(child);
    })
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decoded(text: string): string {
  return text.replaceAll(/&([^;&<\s]{0,12});?/g, (whole, name: string) => {
    const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (known !== undefined && whole.endsWith(';')) return known;
    const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (!Number.isInteger(code) || code === 0 || code > 0x10ffff) {
      throw new TranslationFileError(`The reference ${whole.slice(0, 20)} is not known here.`);
    }
    return String.fromCodePoint(code);
  });
}
