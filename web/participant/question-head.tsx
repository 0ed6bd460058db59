import type { ComponentChildren, JSX } from 'preact';
import type { LocalQuestion, LocalStudy } from '../../src/survey/local-study.ts';
import type { Say } from '../text/participant/texts.ts';
import type { Shown } from './shown-order.ts';

export interface FieldProps {
  study: LocalStudy;
  question: LocalQuestion;
  answer: unknown;
  shown: Shown;
  /** What is wrong with the answer, as a sentence. */
  issue?: string | undefined;
  /** The question is the step's only one: its title is the page's heading. */
  alone: boolean;
  /** A script follows the typing: counts characters, offers the next field when one is filled. */
  live: boolean;
  say: Say;
}

/** The id of the first control of a question, where the error summary leads. */
export function controlId(questionId: string): string {
  return `f-${questionId}`;
}

/** How much may be chosen, and in which steps a number goes, before somebody gets it wrong. */
export function limits(
  { kind, options = [], min = 0, max, step = 1 }: LocalQuestion,
  say: Say,
): string {
  if (kind === 'number') return step > 1 ? say('stepOf', { step }) : '';
  if (kind !== 'multiple') return '';
  const least = min > 1 ? say('tooFew', { count: min }) : '';
  const most = max && max < options.length ? say('tooMany', { count: max }) : '';
  return `${least} ${most}`.trim();
}

/** Title, help and error of a question. */
export function QuestionHead(
  props: Pick<FieldProps, 'question' | 'issue' | 'alone' | 'say'> & {
    /** The title is the label of the question's only control. */
    label?: boolean;
    /** What to do, after the question's own help; {@link limits} without it. */
    lead?: string;
  },
): JSX.Element {
  const { question, issue, alone, label, say } = props;
  const { id, title, help, required } = question;
  const lead = props.lead ?? limits(question, say);
  const text = (
    <>
      <span lang={question.lang}>{title}</span>
      {!required && <span class="optional"> ({say('optional')})</span>}
    </>
  );
  const labelled = label ? <label for={controlId(id)}>{text}</label> : text;
  return (
    <>
      {alone ? <h1 tabIndex={-1}>{labelled}</h1> : <h2>{labelled}</h2>}
      {(help || lead) && (
        <p class="hint" id={`h-${id}`}>
          <span lang={question.helpLang}>{help}</span> {lead}
        </p>
      )}
      {issue && (
        <p class="error" id={`e-${id}`}>
          {issue}
        </p>
      )}
    </>
  );
}

/** Attributes that tie a control to the help and the error of its question. */
export function described({
  question,
  issue,
  say,
}: Pick<FieldProps, 'question' | 'issue' | 'say'>): {
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
} {
  const { id, help } = question;
  const by = [(help || limits(question, say)) && `h-${id}`, issue && `e-${id}`]
    .filter(Boolean)
    .join(' ');
  return { ...(by && { 'aria-describedby': by }), ...(issue && { 'aria-invalid': 'true' }) };
}

/** A question with several controls: its head is their common label. */
export function Group(props: FieldProps & { children: ComponentChildren }): JSX.Element {
  const { question, children } = props;
  const { 'aria-describedby': by } = described(props);
  return (
    <div
      class="question"
      role="group"
      lang={question.lang}
      aria-labelledby={`t-${question.id}`}
      {...(by && { 'aria-describedby': by })}
    >
      <div id={`t-${question.id}`} class="head">
        <QuestionHead {...props} />
      </div>
      {children}
    </div>
  );
}
