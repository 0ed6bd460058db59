import type { Context } from 'hono';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { localised } from '../../src/http/localised.ts';
import { submit } from '../../src/http/submit.ts';
import { answerIssues, type Issue, visibleAnswers } from '../../src/survey/answer.ts';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import { issueQuestion } from '../participant/issue-text.ts';
import { readAnswer } from '../participant/read-answer.ts';
import { receiptPath } from '../participant/receipt-card.tsx';
import { shownSteps, type Step } from '../participant/steps.ts';
import { turnedPage } from './joined-study.tsx';
import { participantLanguage } from './participant-language.ts';
import { noticePage, participantPage, type Voice, voiceOf } from './participant-page.tsx';
import { type FormState, freshState, readRanking, readState, revisionOf } from './plain-form.ts';
import { PlainReview, PlainStep } from './plain-step.tsx';

interface Screen {
  study: Study;
  local: LocalStudy;
  voice: Voice;
  state: FormState;
  action: string;
  /** Of the response that is being changed. */
  receipt: string | undefined;
  place: PlainPlace | undefined;
}

/** A place in a room from which somebody answers: what they are asked, and where they go then. */
export interface PlainPlace {
  asked: ReadonlySet<string>;
  seat: { event: string; code: string };
  round: number;
  back: string;
}

/**
 * Takes one form of the way without a script: reads the step's answers into the state that the
 * form carries, then shows the step again with what is wrong, or another one, or sends everything.
 *
 * @param action where the forms are sent, a path
 */
export async function takePlainForm(
  c: Context<Env>,
  study: Study,
  action: string,
  receipt?: string,
  from?: PlainPlace,
): Promise<Response> {
  const fields = await readForm(c);
  const { languages, defaultLanguage } = study.definition;
  const voice = voiceOf(participantLanguage(c, languages, defaultLanguage, fields.get('lang')));
  const whole = localised(study.definition, voice.language, 'individual');
  const local = from ? askedOf(whole, from.asked) : whole;
  const carried = readState(fields.get('state'), local) ?? freshState(local, c.var.config.now());
  const go = String(fields.get('go') ?? 'next');
  const current = String(fields.get('step') ?? '');
  const step = shownSteps(local, carried.answers).find(({ id }) => id === current);
  const cleared = go.startsWith('clear:') && { [go.slice(6)]: undefined };
  const state = {
    ...carried,
    answers: { ...carried.answers, ...(step && read(step, fields)), ...cleared },
  };
  const screen: Screen = { study, local, voice, state, action, receipt, place: from };
  const steps = shownSteps(local, state.answers);
  const place = steps.findIndex(({ id }) => id === current);
  const changing = fields.get('changing') !== null;

  if (go === 'send') return send(c, screen);
  if (go === 'review') return reviewPage(c, screen);
  if (cleared && step) return stepPage(c, screen, step, { changing });
  const asked = go.startsWith('to:') && steps.find(({ id }) => id === go.slice(3));
  if (asked) return stepPage(c, screen, asked, { changing: true });
  if (go === 'back') {
    if (changing) return reviewPage(c, screen);
    const before = place < 0 ? steps.at(-1) : steps[place - 1];
    if (before) return stepPage(c, screen, before);
    return c.redirect(`${action}${action.includes('?') ? '&' : '?'}lang=${voice.language}`, 303);
  }
  if (go === 'next' && step) {
    const issues = answerIssues(local, state.answers, state.shown).filter((issue) =>
      step.questions.some(({ id }) => id === issueQuestion(issue)),
    );
    if (issues.length > 0) return stepPage(c, screen, step, { issues, changing });
    // An answer can make the next question of its own step appear.
    const now = steps[place];
    if (now && now.questions.length > step.questions.length) {
      return stepPage(c, screen, now, { changing });
    }
    const after = changing ? undefined : steps[place + 1];
    return after ? stepPage(c, screen, after) : reviewPage(c, screen);
  }
  return steps[0] ? stepPage(c, screen, steps[0]) : reviewPage(c, screen);
}

/** A study with some of its questions, as they are open in a room. */
export function askedOf(study: LocalStudy, asked: ReadonlySet<string>): LocalStudy {
  const questions = study.questions.filter(({ id }) => asked.has(id));
  const used = new Set(questions.map(({ section }) => section));
  return { ...study, questions, sections: study.sections.filter(({ id }) => used.has(id)) };
}

function read(step: Step, fields: FormData): Record<string, unknown> {
  return Object.fromEntries(
    step.questions.map((question) => [
      question.id,
      question.kind === 'ranking' ? readRanking(question, fields) : readAnswer(question, fields),
    ]),
  );
}

function stepPage(
  c: Context<Env>,
  screen: Screen,
  step: Step,
  { issues = [], changing = false }: { issues?: Issue[]; changing?: boolean } = {},
): Response {
  const { local, voice, state, action } = screen;
  const steps = shownSteps(local, state.answers);
  const progress = { n: steps.findIndex(({ id }) => id === step.id) + 1, of: steps.length + 1 };
  return participantPage(c, {
    voice,
    title: `${voice.say('step', progress)} – ${step.title}`,
    name: local.title,
    progress,
    status: issues.length > 0 ? 422 : 200,
    body: (
      <PlainStep
        study={local}
        state={state}
        voice={voice}
        action={action}
        issues={issues}
        progress={progress}
        step={step}
        changing={changing}
      />
    ),
  });
}

function reviewPage(
  c: Context<Env>,
  screen: Screen,
  { issues = [], problem }: { issues?: Issue[]; problem?: string } = {},
): Response {
  const { local, voice, state, action } = screen;
  const of = shownSteps(local, state.answers).length + 1;
  const progress = { n: of, of };
  return participantPage(c, {
    voice,
    title: `${voice.say('step', progress)} – ${voice.say('review')}`,
    name: local.title,
    progress,
    status: issues.length > 0 ? 422 : 200,
    body: (
      <PlainReview
        study={local}
        state={state}
        voice={voice}
        action={action}
        issues={issues}
        problem={problem}
        progress={progress}
      />
    ),
  });
}

async function send(c: Context<Env>, screen: Screen): Promise<Response> {
  const { study, local, voice, state, receipt, place } = screen;
  const outcome = await submit(c.var.db, c.var.config, {
    id: state.id.toLowerCase(),
    receipt,
    joinCode: study.joinCode,
    revision: revisionOf(state, c.var.config.now()),
    locale: voice.language,
    answers: visibleAnswers(local, state.answers),
    shown: state.shown,
    voice: 'individual',
    table: state.table ?? null,
    round: place?.round ?? 1,
    invitation: state.invitation ?? null,
    seat: place?.seat ?? null,
  });
  if ('receipt' in outcome) {
    const path = receiptPath(study.joinCode, outcome.receipt);
    const next = place?.back ?? `${path}?sent&lang=${voice.language}`;
    return outcome.late ? latePage(c, voice, next) : c.redirect(next, 303);
  }
  if ('reason' in outcome && outcome.reason) {
    const { reason } = outcome;
    return reason === 'late' ? latePage(c, voice, place?.back) : turnedPage(c, study, reason);
  }
  if ('issues' in outcome) {
    return reviewPage(c, screen, { issues: outcome.issues, problem: voice.say('refused') });
  }
  const reason = outcome.status === 409 ? 'older' : outcome.status === 410 ? 'closed' : 'gone';
  return noticePage(c, voice, {
    title: voice.say('problem'),
    lead: voice.say(reason),
    status: outcome.status,
  });
}

/** What somebody reads whose answer came after its question was closed. */
function latePage(c: Context<Env>, voice: Voice, next: string | undefined): Response {
  return noticePage(c, voice, {
    title: voice.say('problem'),
    lead: voice.say('late'),
    status: 403,
    children: next !== undefined && (
      <a class="btn primary" href={next}>
        {voice.say('continue')}
      </a>
    ),
  });
}
