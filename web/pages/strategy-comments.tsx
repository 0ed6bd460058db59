import type { JSX } from 'preact';
import type { StrategyComment } from '../../src/db/strategy/comments.ts';
import { LONGEST_TOLD } from '../../src/http/strategy-body.ts';
import type { SayStrategy } from '../text/strategy-page/texts.ts';
import type { FigureWords } from './figure-words.ts';

interface CommentsProps {
  /** Those on one place. */
  comments: readonly StrategyComment[];
  /** A block, `section:6`, or '' for the whole. */
  block: string;
  /** What stands there, for the name of the controls. */
  about: string;
  tell: SayStrategy;
  figures: FigureWords;
  /** Where a comment is sent; null where nobody may comment. */
  action: string | null;
  /** Where it is said that one is resolved; null where nobody may. */
  resolveAt: string | null;
  /** Hidden fields of the forms. */
  fields?: Readonly<Record<string, string>>;
  /** The name of a reader without an account, as typed before; undefined for members. */
  guest?: string;
  /** What was typed and not taken. */
  typed?: string | undefined;
  open?: boolean;
}

/** The comments on one place, with a form for another one; closed until somebody opens it. */
export function StrategyComments(props: CommentsProps): JSX.Element | null {
  const { comments, block, about, tell, figures, action, resolveAt } = props;
  if (comments.length === 0 && action === null) return null;
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null).length;
  return (
    <details
      class={`tool talk${open > 0 ? ' has-open' : ''}`}
      data-key={`talk ${block}`}
      open={props.open ?? props.typed !== undefined}
    >
      <summary>
        {open > 0
          ? tell('openComments', { count: open })
          : comments.length > 0
            ? tell('comments', { count: comments.length })
            : tell('comment')}
        <span class="sr">: {about}</span>
      </summary>
      <div class="tool-box">
        {comments.length > 0 && (
          <ol class="talks">
            {comments.map((comment) => (
              <li key={comment.id} class={comment.resolvedAt ? 'is-resolved' : undefined}>
                <p class="talk-by">
                  <b>{comment.author}</b>
                  {comment.guest && <span class="tag">{tell('guest')}</span>}
                  <time dateTime={comment.madeAt.toISOString()}>
                    {figures.date(comment.madeAt)}
                  </time>
                  {comment.resolvedAt && (
                    <span>{tell('resolved', { name: comment.resolvedBy ?? '–' })}</span>
                  )}
                </p>
                {comment.text.split('\n').map((line, k) => (
                  <p key={k}>{line}</p>
                ))}
                {resolveAt !== null && (
                  <form method="post" action={resolveAt} data-in-place>
                    <Hidden fields={props.fields} />
                    <input type="hidden" name="comment" value={comment.id} />
                    <button
                      class="link"
                      name="do"
                      value={comment.resolvedAt ? 'reopen' : 'resolve'}
                    >
                      {tell(comment.resolvedAt ? 'reopen' : 'resolve')}
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ol>
        )}
        {action !== null && (
          <form class="tool-form" method="post" action={action} data-in-place>
            <Hidden fields={props.fields} />
            <input type="hidden" name="remark" value={crypto.randomUUID()} />
            <input type="hidden" name="block" value={block} />
            {props.guest !== undefined && (
              <label>
                <span>{tell('yourName')}</span>
                <input
                  name="author"
                  value={props.guest}
                  required
                  maxLength={LONGEST_TOLD.author}
                  autocomplete="name"
                />
              </label>
            )}
            <label>
              <span>{tell('commentText')}</span>
              <textarea name="text" rows={3} required maxLength={LONGEST_TOLD.comment}>
                {props.typed ?? ''}
              </textarea>
            </label>
            <button class="btn ghost" name="do" value="comment">
              {tell('send')}
            </button>
          </form>
        )}
      </div>
    </details>
  );
}

/** Fields that a form carries along. */
export function Hidden({
  fields = {},
}: {
  fields?: Readonly<Record<string, string>> | undefined;
}): JSX.Element {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
