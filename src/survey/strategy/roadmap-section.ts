import type { FigureMethod } from './figure-methods.ts';
import { otherCausesSentence } from './need-sentences.ts';
import { participantsIn } from './people-section.ts';
import { contentsQuestion, planTrace } from './plan-trace.ts';
import { type Reading, resultsTrace, type Sentence, sentence } from './reading.ts';
import type { SentenceBlock, StrategyBlock, TracedFigure } from './strategy-document.ts';
import { items, list, number, percent, type Said, said, title, type Told } from './told.ts';

/** Below so many participants, some more answers could turn the order. */
const FEW_PARTICIPANTS = 50;

/** Agreement below this is named as a risk: very weak by the words used for Kendall's W. */
const LITTLE_AGREEMENT = 0.2;

/** Section 14: what to do next, who is to do it, what is open, and what could go wrong. */
export function roadmapSection(reading: Reading, told: readonly StrategyBlock[]): StrategyBlock[] {
  const questions = openQuestions(reading, told);
  const isOpen = questions.some(({ id }) => id === 'open-questions:open');
  return [...steps(reading, isOpen), ...questions, ...risks(reading)];
}

function say(
  reading: Reading,
  statement: Sentence['statement'],
  subject: string,
  what: Said,
  figures: TracedFigure[] = [],
): SentenceBlock {
  return sentence(reading, { statement, subject, said: what, trace: planTrace(reading, figures) });
}

function steps(reading: Reading, isOpen: boolean): SentenceBlock[] {
  const { plan } = reading.input;
  const planned = (plan?.plan?.modules ?? [])
    .filter(({ hours }) => hours > 0)
    .toSorted((a, b) => b.share - a.share);
  const [heaviest] = planned;
  const first = planned.filter(({ share }) => heaviest!.share - share < 1e-9).map(({ id }) => id);
  const lacking = (plan?.sheets ?? []).filter(({ missing }) => missing.length > 0).length;
  const figure = (name: FigureMethod, value: number | string): TracedFigure => ({
    name,
    value,
    method: name,
    question: null,
  });
  return [
    ...(participantsIn(reading) === null
      ? [say(reading, 'roadmap', 'collect', said('stepCollect'))]
      : []),
    ...(isOpen ? [say(reading, 'roadmap', 'decide', said('stepDecide'))] : []),
    ...(lacking > 0
      ? [
          say(reading, 'roadmap', 'sheets', said('stepSheets', { count: number(lacking) }), [
            figure('plan-sheets-lacking', lacking),
          ]),
        ]
      : []),
    ...(heaviest
      ? [
          say(
            reading,
            'roadmap',
            'pilot',
            said(first.length > 1 ? 'stepPilotOne' : 'stepPilot', {
              items: items(contentsQuestion(reading), first),
            }),
            [figure('plan-heaviest', heaviest.id)],
          ),
          say(reading, 'roadmap', 'compare', said('stepCompare')),
        ]
      : []),
    say(reading, 'owners', '', said('owners')),
  ];
}

/** What findings are about, for the list of what they leave open. */
function topicOf(reading: Reading, { id, statement }: SentenceBlock): Told | null {
  const { roles } = reading.input.needs;
  const subject = id.slice(statement.length + 1);
  const of = (role: keyof typeof roles) => (roles[role] === null ? null : title(roles[role]));
  switch (statement) {
    case 'leaders':
      return subject in roles ? { is: 'said', said: said(subject as 'contents') } : title(subject);
    case 'training-verdict':
      return of('necessary');
    case 'duration':
      if (subject === 'hours') return of('duration');
      return subject === 'weeks' ? of('spread') : null;
    case 'teaching-format':
      return of('acceptance');
    case 'online-share':
      return of('onlineShare');
    case 'mixing-benefit':
      return of('mixing');
    case 'unanswered':
      return list(subject.split(',').map(title));
    default:
      return null;
  }
}

function openQuestions(reading: Reading, told: readonly StrategyBlock[]): SentenceBlock[] {
  const topics = (wanted: SentenceBlock['certainty']) => {
    const found = told.flatMap((block) =>
      block.kind === 'sentence' && block.certainty === wanted
        ? (topicOf(reading, block) ?? [])
        : [],
    );
    return [...new Map(found.map((topic) => [JSON.stringify(topic), topic])).values()];
  };
  const [open, few] = [topics('open'), topics('too-few')];
  return [
    ...(open.length > 0
      ? [say(reading, 'open-questions', 'open', said('openQuestions', { topics: list(open) }))]
      : []),
    ...(open.length === 0 && few.length === 0
      ? [say(reading, 'open-questions', 'none', said('openNone'))]
      : []),
    ...(few.length > 0
      ? [say(reading, 'open-questions', 'few', said('tooFewTopics', { topics: list(few) }))]
      : []),
  ];
}

function risks(reading: Reading): SentenceBlock[] {
  const { needs, plan, study } = reading.input;
  const n = participantsIn(reading);
  const question = needs.roles.contents;
  const w = needs.rankings.contents.figures?.kendallW ?? null;
  const causes = needs.statements.find((one) => one.kind === 'other-causes');
  const limited = (plan?.matches ?? []).filter(({ onlineLimited }) => onlineLimited).length;
  const found: SentenceBlock[] = [];
  if (study.status === 'open') found.push(say(reading, 'risk', 'open', said('riskOpen')));
  if (n !== null && n < FEW_PARTICIPANTS) {
    found.push(
      say(reading, 'risk', 'sample', said('riskSample', { n: number(n) }), [
        { name: 'n', value: n, method: 'respondents', question: null },
      ]),
    );
  }
  if (question && w !== null && w < LITTLE_AGREEMENT) {
    found.push(
      sentence(reading, {
        statement: 'risk',
        subject: 'agreement',
        said: said('riskAgreement', { w: number(w, 2) }),
        trace: resultsTrace(reading, { question }, [
          { name: 'w', value: w, method: 'kendall-w', question },
        ]),
      }),
    );
  }
  if (causes?.kind === 'other-causes') {
    const share = causes.figures.otherCause.share ?? 0;
    found.push(
      sentence(reading, {
        statement: 'risk',
        subject: 'causes',
        said: said('riskCauses', { share: percent(share) }),
        trace: otherCausesSentence(reading, causes).trace,
      }),
    );
  }
  if (limited > 0) {
    found.push(
      say(reading, 'risk', 'online', said('riskOnline', { count: number(limited) }), [
        { name: 'modules', value: limited, method: 'plan-online-limited', question: null },
      ]),
    );
  }
  return found.length > 0 ? found : [say(reading, 'risk', 'none', said('riskNone'))];
}
