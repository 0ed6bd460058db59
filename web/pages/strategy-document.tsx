import { type ComponentChildren, Fragment, type JSX, type VNode } from 'preact';
import type { Definition } from '../../src/survey/definition.ts';
import { documentHead } from '../../src/survey/strategy/document-head.ts';
import { outlineOf } from '../../src/survey/strategy/document-outline.ts';
import { documentWords } from '../../src/survey/strategy/document-words.ts';
import type {
  StrategyBlock,
  StrategyDocument,
  StrategyPart,
} from '../../src/survey/strategy/strategy-document.ts';
import { figureNames } from './figure-names.ts';
import { StrategyBlockView } from './strategy-block.tsx';

interface StrategyDocumentProps {
  document: StrategyDocument;
  /** Of the study; what its questions, items and groups are called in the figures behind a sentence. */
  definition: Definition;
  /** Controls beside a block. */
  blockTools?: (block: StrategyBlock, part: StrategyPart) => VNode | null;
  /** Controls under a section's heading. */
  sectionTools?: (part: StrategyPart) => VNode | null;
  /**
   * The page where the figures behind a sentence are open, null where that is this page: those of
   * all sentences are a fifth of a page. They are folded in where this is missing.
   */
  openAt?: (block: StrategyBlock) => string | null;
  /** What stands between the title and the contents. */
  top?: ComponentChildren;
  /** Whether the reader may open the studies' pages: a public reader sees the figures alone. */
  links?: boolean;
  /** The line at the foot of each printed page. */
  acknowledgement?: string;
  /** The title's heading: 1 where the page has no other (the default 2). */
  level?: 1 | 2;
}

/**
 * A strategy as it is read on a page and printed: title, contents, numbered sections with anchors
 * (`#section-6`, `#section-A`), and each block with the id `block-` and its own. Works without
 * script; the page's entry imports `web/style/strategy-document.css`.
 *
 * @example
 * <StrategyDocumentView {...{ document, definition }} blockTools={(block) => <EditLink id={block.id} />} />
 */
export function StrategyDocumentView(props: StrategyDocumentProps): JSX.Element {
  const {
    document,
    definition,
    blockTools,
    sectionTools,
    top,
    links = true,
    acknowledgement,
  } = props;
  const { language } = document;
  const say = documentWords(language);
  const names = figureNames(definition, language, document.filter);
  const { parts, numberOf } = outlineOf(document);
  const Title = props.level === 1 ? 'h1' : 'h2';
  const Heading = props.level === 1 ? 'h2' : 'h3';
  const [first, ...lines] = documentHead(document, say);
  return (
    <article class="strategy" lang={language}>
      <p class="strategy-running" aria-hidden="true">
        <span>
          <span>{document.study.title}</span>
          {document.study.synthetic && <b>{say('synthetic')}</b>}
        </span>
      </p>
      <header class="strategy-cover">
        <Title class="strategy-title">{document.title}</Title>
        <p class={document.study.synthetic ? 'tag synthetic' : undefined}>{first}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </header>
      {top}
      <nav class="strategy-contents" aria-labelledby="strategy-contents">
        <p id="strategy-contents">{say('contents')}</p>
        <ol>
          {parts.map(({ part, number, anchor }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>
                <span class="number">{number}</span> {part.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <dl class="strategy-legend">
        {(['firm', 'tentative', 'open', 'too-few', 'computed'] as const).map((key) => (
          <div key={key}>
            <dt>
              <span class={`certainty ${key}`}>{say(key)}</span>
            </dt>
            <dd>{say(`${key}Means`)}</dd>
          </div>
        ))}
      </dl>
      {parts.map(({ part, number, anchor }) => (
        <section key={anchor} class="strategy-part" aria-labelledby={anchor}>
          <Heading id={anchor} tabIndex={-1}>
            <span class="number">{number}</span> {part.title}
          </Heading>
          {sectionTools?.(part)}
          {part.blocks.map((block) => (
            <Fragment key={block.id}>
              <StrategyBlockView
                block={block}
                number={numberOf.get(block.id) ?? 0}
                {...{ say, names, language, links }}
                at={props.openAt?.(block)}
                tools={blockTools?.(block, part) ?? null}
              />
            </Fragment>
          ))}
        </section>
      ))}
      {acknowledgement && (
        <>
          <p class="strategy-foot">{acknowledgement}</p>
          <p class="strategy-running foot-line" aria-hidden="true">
            <span>{acknowledgement}</span>
          </p>
        </>
      )}
    </article>
  );
}
