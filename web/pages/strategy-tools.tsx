import type { ComponentChildren, JSX, VNode } from 'preact';
import type { StrategyComment } from '../../src/db/strategy/comments.ts';
import type { StrategyView } from '../../src/http/strategy-draft.ts';
import { findBlock } from '../../src/survey/strategy/change-edits.ts';
import { textOfBlock } from '../../src/survey/strategy/document-differences.ts';
import type {
  FreeBlock,
  SentenceBlock,
  StrategyBlock,
} from '../../src/survey/strategy/strategy-document.ts';
import { LONGEST } from '../../src/survey/strategy/strategy-edits.ts';
import { Hidden, StrategyComments } from './strategy-comments.tsx';
import type { StrategyFrame } from './strategy-frame.ts';

/** What was typed and not taken, and why. */
export interface StrategyProblem {
  /** As `placeOf` names it; '' for what belongs to the whole page. */
  place: string;
  message: string;
  text: string;
}

/** What the controls of a strategy are made from. */
export interface StrategyToolsProps {
  frame: StrategyFrame;
  view: StrategyView;
  comments: readonly StrategyComment[];
  /** Where the forms are sent, and what each of them carries. */
  action: string;
  fields: Readonly<Record<string, string>>;
  problem: StrategyProblem | null;
  /** Whether the page's own address is `action`: then links to it need no path. */
  isHere: boolean;
  /** The place whose controls are there at once: a block's id, or `section:6`; '' for none. */
  open: string;
}

const LONGEST_NAME = 70;

/** The start of a text, to name a control by. */
export function brief(text: string, longest: number = LONGEST_NAME): string {
  const line = text.split('\n')[0]!;
  return line.length <= longest ? line : `${line.slice(0, longest).trimEnd()}…`;
}

/**
 * The controls beside a block: own words, leaving out, comments. Nothing where nobody may. They are
 * behind a link until somebody asks for them: the forms of all blocks would be half of the page.
 */
export function blockTools(props: StrategyToolsProps, block: StrategyBlock): VNode | null {
  const { frame, comments } = props;
  const about = brief(textOfBlock(block));
  const isAsked = isOpen(props, block);
  const own = comments.filter((comment) => comment.block === block.id);
  if (!frame.mayEdit && !frame.mayComment && own.length === 0) return null;
  return (
    <>
      {frame.mayEdit && block.kind === 'sentence' && block.stale && (
        <StaleBox {...props} block={block} />
      )}
      <div class="tools" id={`tools-${block.id}`} data-opened={isAsked || undefined}>
        {isAsked ? (
          frame.mayEdit && <EditTool {...props} block={block} />
        ) : (
          <OpenLink {...props} place={block.id} about={brief(about, 40)} />
        )}
        {(isAsked || own.length > 0) && <CommentTool {...props} block={block.id} about={about} />}
      </div>
    </>
  );
}

/** Whether the controls of a block, and the figures behind it, were asked for. */
export function isOpen({ open, problem }: StrategyToolsProps, { id }: StrategyBlock): boolean {
  const paragraph = `paragraph:${id.replace(/^free:/, '')}`;
  const places = [`block:${id}`, `comment:${id}`, paragraph];
  return open === id || places.includes(problem?.place ?? '');
}

/**
 * The page on which one place is open: a block, or `section:6`.
 *
 * @example
 * openAt(props, 'leaders:contents') // '?language=en&open=leaders%3Acontents#block-leaders:contents'
 */
export function openAt({ isHere, action, fields }: StrategyToolsProps, place: string): string {
  const { revision: _, ...choice } = fields;
  const query = new URLSearchParams({ ...choice, open: place });
  const section = /^section:(.+)$/.exec(place)?.[1];
  const anchor = section ? `section-${section === 'annex' ? 'A' : section}` : `block-${place}`;
  return `${isHere ? '' : action}?${query}#${anchor}`;
}

/** Leads to the page with the controls of one place; a script puts them here instead. */
export function OpenLink(
  props: StrategyToolsProps & { place: string; about: string },
): JSX.Element | null {
  const { mayEdit, mayComment, tell } = props.frame;
  const { place, about } = props;
  if (!mayEdit && !mayComment) return null;
  return (
    <span class="tool">
      <a class="link" href={openAt(props, place)} data-open>
        {tell(mayEdit ? 'edit' : 'comment')}
        <span class="sr">: {about}</span>
      </a>
    </span>
  );
}

function EditTool(props: StrategyToolsProps & { block: StrategyBlock }): JSX.Element {
  const { block } = props;
  if (block.kind === 'sentence') return <WordsForm {...props} block={block} />;
  if (block.kind === 'free') return <ParagraphForm {...props} block={block} />;
  const { frame, action, fields } = props;
  const about = brief(textOfBlock(block));
  return (
    <form class="tool" method="post" action={action} data-in-place>
      <Hidden fields={fields} />
      <input type="hidden" name="block" value={block.id} />
      <button class="link" name="do" value="leave-out">
        {frame.tell('leaveOut')}
        <span class="sr">: {about}</span>
      </button>
    </form>
  );
}

/** The form behind a text. */
function EditBox({
  frame,
  action,
  fields,
  block,
  issue,
  children,
}: StrategyToolsProps & {
  block: SentenceBlock | FreeBlock;
  issue: StrategyToolsProps['problem'];
  children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="tool" data-key={`edit ${block.id}`} open>
      <summary>
        {frame.tell('edit')}
        <span class="sr">: {brief(block.text)}</span>
      </summary>
      <form class="tool-box tool-form" method="post" action={action} data-in-place>
        <Hidden fields={fields} />
        {issue && (
          <p class="problem" role="alert">
            {issue.message}
          </p>
        )}
        {children}
      </form>
    </details>
  );
}

function WordsForm(props: StrategyToolsProps & { block: SentenceBlock }): JSX.Element {
  const { frame, view, problem, block } = props;
  const { tell } = frame;
  const generated = generatedSentence(view, block.id) ?? block;
  const issue = problem?.place === `block:${block.id}` ? problem : null;
  return (
    <EditBox {...props} issue={issue}>
      <input type="hidden" name="block" value={block.id} />
      <input type="hidden" name="fingerprint" value={generated.fingerprint} />
      <input type="hidden" name="original" value={generated.text} />
      <label>
        <span>{tell('ownWords')}</span>
        <textarea name="text" rows={rowsFor(block.text)} maxLength={LONGEST.sentence} required>
          {issue?.text ?? block.text}
        </textarea>
      </label>
      {block.edited && (
        <p class="tool-note">
          <b>{tell('generated')}:</b> {generated.text}
        </p>
      )}
      <p class="tool-actions">
        <button class="btn primary" name="do" value="write">
          {tell('save')}
        </button>
        {block.edited && (
          <button class="btn ghost" name="do" value="restore" formNoValidate>
            {tell('restore')}
          </button>
        )}
        <button class="btn ghost" name="do" value="leave-out" formNoValidate>
          {tell('leaveOut')}
        </button>
      </p>
    </EditBox>
  );
}

function ParagraphForm(props: StrategyToolsProps & { block: FreeBlock }): JSX.Element {
  const { frame, problem, block } = props;
  const { tell } = frame;
  const id = block.id.replace(/^free:/, '');
  const issue = problem?.place === `paragraph:${id}` ? problem : null;
  // What the study itself says (its introduction) is no paragraph of anybody's: it is left out only.
  const isOwn = props.view.edits.paragraphs.some((paragraph) => paragraph.id === id);
  return (
    <EditBox {...props} issue={issue}>
      <input type="hidden" name={isOwn ? 'paragraph' : 'block'} value={isOwn ? id : block.id} />
      {isOwn && (
        <label>
          <span>{tell('paragraph')}</span>
          <textarea name="text" rows={rowsFor(block.text)} maxLength={LONGEST.paragraph} required>
            {issue?.text ?? block.text}
          </textarea>
        </label>
      )}
      <p class="tool-actions">
        {isOwn && (
          <button class="btn primary" name="do" value="rewrite">
            {tell('save')}
          </button>
        )}
        <button class="btn ghost" name="do" value={isOwn ? 'remove' : 'leave-out'} formNoValidate>
          {tell(isOwn ? 'remove' : 'leaveOut')}
        </button>
      </p>
    </EditBox>
  );
}

function StaleBox(props: StrategyToolsProps & { block: SentenceBlock }): JSX.Element {
  const { frame, view, action, fields, block } = props;
  const { tell } = frame;
  return (
    <div class="stale-box">
      <p class="stale-title">{tell('staleHere')}</p>
      <ThenAndNow
        {...{ frame, view }}
        was={block.edited?.original}
        isNow={generatedSentence(view, block.id)?.text}
      />
      <form class="tool-actions" method="post" action={action} data-in-place>
        <Hidden fields={fields} />
        <input type="hidden" name="block" value={block.id} />
        <button class="btn ghost" name="do" value="keep">
          {tell('keep')}
          <span class="sr">: {brief(block.text)}</span>
        </button>
        <button class="btn ghost" name="do" value="restore">
          {tell('take')}
          <span class="sr">: {brief(block.text)}</span>
        </button>
      </form>
    </div>
  );
}

/** What a sentence said when somebody decided on it, and what it would say now. */
export function ThenAndNow({
  frame: { tell, language },
  view,
  was,
  isNow,
}: Pick<StrategyToolsProps, 'frame' | 'view'> & {
  was: string | undefined;
  isNow: string | undefined;
}): JSX.Element {
  return (
    <dl lang={view.document.language}>
      <dt lang={language}>{tell('was')}</dt>
      <dd>{was}</dd>
      <dt lang={language}>{tell('isNow')}</dt>
      <dd>{isNow}</dd>
    </dl>
  );
}

/** The comments on a place, where there are any or one may be written. */
export function CommentTool(
  props: StrategyToolsProps & { block: string; about: string },
): JSX.Element | null {
  const { frame, comments, action, fields, block, about, problem } = props;
  const typed = problem?.place === `comment:${block}` ? problem.text : undefined;
  return (
    <StrategyComments
      comments={comments.filter((comment) => comment.block === block)}
      action={frame.mayComment ? `${action}/comments` : null}
      resolveAt={frame.mayEdit ? action : null}
      tell={frame.tell}
      figures={frame.figures}
      {...{ block, about, fields, typed }}
    />
  );
}

function generatedSentence({ generated }: StrategyView, id: string): SentenceBlock | null {
  const block = findBlock(generated, id)?.block;
  return block?.kind === 'sentence' ? block : null;
}

function rowsFor(text: string): number {
  return Math.min(10, Math.max(3, Math.ceil(text.length / 70)));
}
