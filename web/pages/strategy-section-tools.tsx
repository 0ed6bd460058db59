import type { JSX, VNode } from 'preact';
import type { StrategyView } from '../../src/http/strategy-draft.ts';
import { findBlock } from '../../src/survey/strategy/change-edits.ts';
import { textOfBlock } from '../../src/survey/strategy/document-differences.ts';
import type { OtherwiseNow } from '../../src/survey/strategy/edits.ts';
import type { StrategyBlock, StrategyPart } from '../../src/survey/strategy/strategy-document.ts';
import { LONGEST } from '../../src/survey/strategy/strategy-edits.ts';
import { Hidden } from './strategy-comments.tsx';
import {
  brief,
  CommentTool,
  OpenLink,
  type StrategyToolsProps,
  ThenAndNow,
} from './strategy-tools.tsx';

/** The controls under a section's heading: a paragraph of one's own, leaving out, comments. */
export function sectionTools(props: StrategyToolsProps, part: StrategyPart): VNode | null {
  const { frame, view, comments, action, fields, problem } = props;
  const { tell } = frame;
  const place = `section:${part.key}`;
  const own = comments.filter(({ block }) => block === place);
  if (!frame.mayEdit && !frame.mayComment && own.length === 0) return null;
  const out = leftOutOf(view, part);
  const otherwise = view.otherwise.filter(({ section }) => section === part.key);
  const issue = problem?.place === `add:${part.key}` ? problem : null;
  const isAsked = props.open === place || issue !== null || problem?.place === `comment:${place}`;
  return (
    <div class="tools section-tools" id={`tools-${place}`} data-opened={isAsked || undefined}>
      {!isAsked && <OpenLink {...props} place={place} about={part.title} />}
      {isAsked && frame.mayEdit && (
        <>
          <details class="tool" data-key={`add ${part.key}`} open={issue !== null}>
            <summary>
              {tell('addParagraph')}
              <span class="sr">: {part.title}</span>
            </summary>
            <form class="tool-box tool-form" method="post" action={action} data-in-place>
              <Hidden fields={fields} />
              <input type="hidden" name="section" value={part.key} />
              <input type="hidden" name="paragraph" value={crypto.randomUUID()} />
              {issue && (
                <p class="problem" role="alert">
                  {issue.message}
                </p>
              )}
              <label>
                <span>{tell('paragraph')}</span>
                <textarea name="text" rows={4} maxLength={LONGEST.paragraph} required>
                  {issue?.text ?? ''}
                </textarea>
              </label>
              <label>
                <span>{tell('place')}</span>
                <select name="after">
                  <option value="">{tell('atEnd')}</option>
                  {part.blocks
                    .filter(({ id }) => findBlock(view.generated, id))
                    .map((block) => (
                      <option key={block.id} value={block.id}>
                        {tell('afterThat', { text: brief(textOfBlock(block)) })}
                      </option>
                    ))}
                </select>
              </label>
              <p class="tool-actions">
                <button class="btn primary" name="do" value="add">
                  {tell('add')}
                </button>
              </p>
            </form>
          </details>
          <form class="tool" method="post" action={action} data-in-place>
            <Hidden fields={fields} />
            <input type="hidden" name="section" value={part.key} />
            <button class="link" name="do" value="leave-out-section">
              {tell('leaveOutSection')}
              <span class="sr">: {part.title}</span>
            </button>
          </form>
        </>
      )}
      {(isAsked || own.length > 0) && <CommentTool {...props} block={place} about={part.title} />}
      {frame.mayEdit && out.length > 0 && (
        <details class="tool" data-key={`out ${part.key}`} open={otherwise.length > 0}>
          <summary>
            {tell('leftOutHere', { count: out.length })}
            <span class="sr">: {part.title}</span>
          </summary>
          <ul class="tool-box left-out">
            {out.map((block) => (
              <li key={block.id} id={`out-${block.id}`}>
                <LeftOut
                  {...props}
                  block={block}
                  otherwise={otherwise.find((one) => one.block === block.id) ?? null}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Something that is left out: what it is, or what it said and would say now, and the way back. */
function LeftOut({
  frame,
  view,
  action,
  fields,
  block,
  otherwise,
}: StrategyToolsProps & { block: StrategyBlock; otherwise: OtherwiseNow | null }): JSX.Element {
  const { tell } = frame;
  const about = brief(textOfBlock(block));
  const form = (
    <form class="tool-actions" method="post" action={action} data-in-place>
      <Hidden fields={fields} />
      <input type="hidden" name="block" value={block.id} />
      {otherwise && block.kind === 'sentence' && (
        <>
          <input type="hidden" name="fingerprint" value={block.fingerprint} />
          <input type="hidden" name="original" value={block.text} />
          <button class="btn ghost" name="do" value="leave-out">
            {tell('stayOut')}
            <span class="sr">: {about}</span>
          </button>
        </>
      )}
      <button class={otherwise ? 'btn ghost' : 'link'} name="do" value="bring-back">
        {tell('bringBack')}
        <span class="sr">: {about}</span>
      </button>
    </form>
  );
  if (!otherwise) {
    return (
      <>
        <p lang={view.document.language}>{about}</p>
        {form}
      </>
    );
  }
  return (
    <div class="stale-box">
      <p class="stale-title">{tell('outStaleHere')}</p>
      <ThenAndNow {...{ frame, view }} was={otherwise.said} isNow={otherwise.says} />
      {form}
    </div>
  );
}

function leftOutOf({ generated, edits }: StrategyView, { key }: StrategyPart): StrategyBlock[] {
  const blocks = generated.sections.find((section) => section.key === key)?.blocks ?? [];
  return blocks.filter(({ id }) => edits.out.includes(id));
}
