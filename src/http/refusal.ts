import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** One thing that is wrong with a request, and where: `answers.competency-ranking[2]`. */
export interface RequestIssue {
  path: string;
  message: string;
}

/** An answer other than success: a status, one sentence, and what is wrong where. */
export class Refusal extends HTTPException {
  readonly issues: readonly RequestIssue[];

  constructor(
    status: ContentfulStatusCode,
    sentence: string,
    issues: readonly RequestIssue[] = [],
  ) {
    super(status, { message: sentence });
    this.issues = issues;
  }
}

/**
 * A path as people read it.
 *
 * @example
 * pathText(['answers', 'competency-ranking', 2]) // 'answers.competency-ranking[2]'
 */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');
}
