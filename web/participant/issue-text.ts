import type { Issue } from '../../src/survey/answer.ts';
import type { Say } from '../text/participant/texts.ts';

/**
 * Says in the page's language what is wrong with an answer.
 *
 * @example
 * issueText({ code: 'too-small', path: ['answers', 'share'], params: { min: 0 } }, say)
 * // 'The number must be 0 or more.'
 */
export function issueText({ code, params }: Issue, say: Say): string {
  const text = (name: string) => String(params[name]);
  const count = (name: string) => ({ count: Number(params[name]) });
  switch (code) {
    case 'required':
      return say('required');
    case 'incomplete':
      return say('incomplete', count('missing'));
    case 'too-few':
      return say('tooFew', count('min'));
    case 'too-many':
      return say('tooMany', count('max'));
    case 'repeated':
      return say('repeated', { item: text('item') });
    case 'tie':
      return say('tie');
    case 'wrong-kind':
      return params['expected'] === 'number' ? say('notNumber') : say('wrong');
    case 'too-small':
      return say('tooSmall', { min: Number(params['min']) });
    case 'too-large':
      return say('tooLarge', { max: Number(params['max']) });
    case 'step':
      return say('stepOf', { step: Number(params['step']) });
    case 'too-long':
    case 'write-in-long':
      return say('tooLong', count('max'));
    case 'write-in-blank':
      return say('blank');
    case 'bad-character':
      return say('badCharacter');
    default:
      return say('wrong');
  }
}

/** The question that an issue is about. */
export function issueQuestion(issue: Pick<Issue, 'path'>): string {
  return String(issue.path[1]);
}
