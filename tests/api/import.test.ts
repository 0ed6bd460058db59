import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOf } from '../../src/db/answers.ts';
import { countResponses, findStudy } from '../../src/db/studies.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/rankings/${name}`, import.meta.url), 'utf8');

const agh = fixture('00009-00000001.soc');

let fresh: FreshApp;

beforeAll(async () => {
  fresh = await freshApp();
});

afterAll(() => fresh.close());

function send(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  type = 'text/plain',
  token = fresh.token,
) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  return fresh.app.request(path, { method: 'POST', headers, body });
}

async function newStudy(definition: unknown = template('smart-city-programme-manager')) {
  const made = await fresh.designer('/api/studies', { body: { definition } });
  return ((await made.json()) as { id: string }).id;
}

async function answersIn(id: string) {
  const rows = [];
  for await (const chunk of answersOf(fresh.db, id)) rows.push(...chunk);
  return rows;
}

describe('a file as a new study', () => {
  test('brings one response for each of the 146 AGH ballots, course 9 first on all', async () => {
    const made = await send('/api/studies/import?file=agh.soc&title=Courses', agh);
    expect(made.status).toBe(201);
    const body = (await made.json()) as { id: string };
    expect(body).toMatchObject({ added: 146, known: 0, status: 'closed' });
    const rows = await answersIn(body.id);
    expect(rows).toHaveLength(146);
    for (const { answers } of rows)
      expect((answers['ranking'] as string[][])[0]).toEqual(['item-9']);
    const study = (await findStudy(fresh.db, body.id))!;
    expect(study.definition.title).toEqual({ en: 'Courses' });
    expect(study.definition.lists['items']).toHaveLength(9);
  });

  test('keeps gaps and how they count: Debian 2005', async () => {
    const path = '/api/studies/import?file=debian.soi&unranked=ignore';
    const text = fixture('00002-00000003.soi');
    const made = await send(path, text);
    const { id, added } = (await made.json()) as { id: string; added: number };
    const voters = Number(/NUMBER VOTERS: (\d+)/.exec(text)![1]);
    expect(added).toBe(voters);
    const question = (await findStudy(fresh.db, id))!.definition.questions[0]!;
    expect(question).toMatchObject({ unranked: 'ignore', ties: false });
    const rows = await answersIn(id);
    expect(rows.some(({ answers }) => (answers['ranking'] as unknown[]).length < 7)).toBe(true);
  });

  test('allows ties when the file has them', async () => {
    const made = await send('/api/studies/import', fixture('00033-00000002.toc'));
    const { id, added } = (await made.json()) as { id: string; added: number };
    expect(added).toBe(65);
    expect((await findStudy(fresh.db, id))!.definition.questions[0]).toMatchObject({ ties: true });
  });

  test('keeps an item that nobody ranked', async () => {
    const made = await send('/api/studies/import', fixture('edge-never-ranked.soi'));
    const { id } = (await made.json()) as { id: string };
    const { definition } = (await findStudy(fresh.db, id))!;
    const ranked = new Set(
      (await answersIn(id)).flatMap(({ answers }) => (answers['ranking'] as string[][]).flat()),
    );
    expect(definition.lists['items']!.length).toBeGreaterThan(ranked.size);
  });

  test('can be a table with a rank per item, and need not hold a ballot', async () => {
    const table = await send('/api/studies/import?title=T', 'Law;Data\n1;2\n1;1\n;1\n', 'text/csv');
    expect(await table.json()).toMatchObject({ added: 3 });
    const empty = await send('/api/studies/import', fixture('edge-zero.soi'));
    expect(await empty.json()).toMatchObject({ added: 0, known: 0 });
  });
});

test('the API description says what a file may be', async () => {
  const document = (await (await fresh.app.request('/openapi.json')).json()) as {
    paths: Record<string, { post: { requestBody: { content: object } } }>;
  };
  for (const path of ['/api/studies/import', '/api/studies/{id}/import']) {
    expect(Object.keys(document.paths[path]!.post.requestBody.content)).toContain('text/csv');
  }
});

describe('a file into a study', () => {
  test('matches items by id and by name in any language, and changes nothing twice', async () => {
    const id = await newStudy();
    const definition = template('smart-city-programme-manager')!;
    const labels = definition.lists['competencies']!.map(({ label }) => label['es']!);
    const named = labels.map((label) => `"${label}"`).join(',');
    const text = `${named}\n1,2,3,4,5,6,7,8,9,10,11,12\n2,1,3,4,5,,,,,,,\n`;
    const first = await send(`/api/studies/${id}/import`, text, 'text/csv; charset=utf-8');
    expect(first.status).toBe(200);
    expect(await first.json()).toEqual({ added: 2, known: 0 });
    const again = await send(`/api/studies/${id}/import`, text, 'text/csv');
    expect(await again.json()).toEqual({ added: 0, known: 2 });
    expect(await countResponses(fresh.db, id)).toBe(2);
    const other = await send(`/api/studies/${id}/import`, `${text}1,2,3,4,5,,,,,,,\n`, 'text/csv');
    expect(await other.json()).toEqual({ added: 3, known: 0 });
  });

  test('takes the ranking question that is asked for', async () => {
    const id = await newStudy();
    const text = 'case-studies,hands-on-lab,own-project\n3,2,1\n';
    const path = `/api/studies/${id}/import?question=method-ranking`;
    expect((await send(path, text, 'text/csv')).status).toBe(200);
    const rows = await answersIn(id);
    expect(rows[0]!.answers).toEqual({
      'method-ranking': [['own-project'], ['hands-on-lab'], ['case-studies']],
    });
  });

  test.each(['draft', 'open'])(
    'counts it once when it is sent twice at a time: %s',
    async (status) => {
      const id = await newStudy();
      if (status === 'open') await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
      const ballots = Array.from({ length: 700 }, (_, k) => (k % 2 ? '1,2,3' : '3,2,1'));
      const text = `case-studies,hands-on-lab,own-project\n${ballots.join('\n')}\n`;
      const path = `/api/studies/${id}/import?question=method-ranking`;
      const answers = await Promise.all([1, 2, 3].map(async () => send(path, text, 'text/csv')));
      const outcomes = await Promise.all(answers.map((answer) => answer.json()));
      const added = (outcomes as { added: number }[]).map((outcome) => outcome.added);
      expect(added.toSorted((a, b) => a - b)).toEqual([0, 0, 700]);
      expect(await countResponses(fresh.db, id)).toBe(700);
      expect((await findStudy(fresh.db, id))!.status).toBe(status);
    },
  );

  test('leaves a draft a draft and a closed study closed', async () => {
    const id = await newStudy();
    const text = 'case-studies,hands-on-lab,own-project\n3,2,1\n';
    const path = `/api/studies/${id}/import?question=method-ranking`;
    await send(path, text, 'text/csv');
    expect((await findStudy(fresh.db, id))!.status).toBe('draft');
    await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
    await fresh.designer(`/api/studies/${id}/close`, { method: 'POST' });
    const closed = (await findStudy(fresh.db, id))!;
    expect((await send(path, `${text}1,2,3\n`, 'text/csv')).status).toBe(200);
    expect(await findStudy(fresh.db, id)).toEqual(closed);
  });
});

const smart = (body: string) => ({ body, file: 'x.csv' });

const refused: [string, { body: string; file: string; question?: string }, string][] = [
  [
    'a wrong number of voters',
    { body: agh.replace('VOTERS: 146', 'VOTERS: 147'), file: 'a.soc' },
    'a.soc:11: the header states 147 voters',
  ],
  [
    'an unknown alternative',
    { body: `${agh}1: 9,12\n`, file: 'a.soc' },
    'a.soc:145: unknown alternative "12"',
  ],
  [
    'an alternative ranked twice',
    { body: agh.replace('4: 9,2,5', '4: 9,9,5'), file: 'a.soc' },
    'a.soc:22: alternative 9 is ranked twice',
  ],
  [
    'a stray brace',
    { body: agh.replace('4: 9,2,5', '4: {9,2,5'), file: 'a.soc' },
    'a.soc:22: stray brace',
  ],
  ['binary junk', { body: '\u0000\u0001\u0002', file: 'x' }, 'x:1: the file is not text'],
  ['an empty file', { body: '', file: 'x.soc' }, 'x.soc:1: the file is empty'],
  ['only spaces', { body: ' \n \n', file: 'x.csv' }, 'x.csv:1: the file is empty'],
  [
    'items of another study',
    { body: agh, file: 'a.soc' },
    'a.soc:13: "Course 1" is not an item of question "competency-ranking"',
  ],
  [
    'a question that is not there',
    { body: agh, file: 'a.soc', question: 'nothing' },
    'a.soc:1: the study has no ranking "nothing"',
  ],
  [
    'too few ranks',
    smart('data-analysis,data-protection\n1,2\n'),
    'x.csv:2: Question "competency-ranking": give at least 5',
  ],
  [
    'a tie where there are none',
    smart(
      'technology-trends,business-models,data-analysis,data-protection,interoperability\n1,2,3,4,5\n1,1,2,3,4\n',
    ),
    'x.csv:3: Question "competency-ranking": ties are not allowed',
  ],
  [
    'the same item by id and by name',
    smart('data-analysis,"Data analysis and visualisation"\n1,2\n'),
    'x.csv:1:',
  ],
  [
    'a rank that is none',
    smart('technology-trends,business-models\n1,first\n'),
    'x.csv:2: "first" in column "business-models" is not a rank',
  ],
  [
    'a table that mixes questions and nonsense',
    smart('role,nonsense\nstudent,1\n'),
    'x.csv:1: unknown column "nonsense"',
  ],
  [
    'an option that is not there',
    smart('role,country\nstudent,ES\nking,ES\n'),
    'x.csv:3: Question "role": there is no option "king"',
  ],
  [
    'a number that is none',
    smart('online-share\nmuch\n'),
    'x.csv:2: "much" is not a number in column "online-share"',
  ],
  [
    'a number out of range',
    smart('online-share\n110\n'),
    'x.csv:2: Question "online-share": the number is more than 100',
  ],
  ['a voice that is none', smart('voice,role\nchoir,student\n'), 'x.csv:2: voice "choir"'],
  ['a short row', smart('role,country\nstudent\n'), 'x.csv:2: 1 cells in a table of 2 columns'],
  ['an unclosed quote', smart('role,country\n"student,ES\n'), 'x.csv:'],
  [
    'two columns of one name',
    smart('role,role\nstudent,student\n'),
    'x.csv:1: two columns are named "role"',
  ],
  [
    'synthetic answers into a real study',
    smart('synthetic,role\nyes,student\n'),
    'x.csv:1: these answers are synthetic',
  ],
  [
    'more ballots than can be taken',
    {
      body: '# ALTERNATIVE NAME 1: Data analysis\n# DATA TYPE: soi\n900000000: 1\n',
      file: 'x.soi',
      question: 'any',
    },
    'x.soi:',
  ],
];

describe('a file that is wrong', () => {
  test.each(refused)(
    'is refused with its place: %s',
    async (_, { body, file, question }, message) => {
      const id = await newStudy();
      const query = new URLSearchParams({ file, ...(question && { question }) });
      const answer = await send(`/api/studies/${id}/import?${query}`, body);
      const { error, issues } = (await answer.json()) as {
        error: string;
        issues: { path: string; message: string }[];
      };
      expect(answer.status).toBe(422);
      expect(error).toContain(message);
      expect(error).not.toContain('\n');
      expect(issues[0]!.path).toMatch(/^line \d+$/);
      expect(await countResponses(fresh.db, id)).toBe(0);
    },
  );

  test.each([
    ['one item only', fixture('edge-one-alternative.soc'), 'at least 2 items'],
    ['a name longer than a label', `${'x'.repeat(160)},b\n1,2\n`, '150 are allowed'],
    [
      'too many ballots',
      '# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: b\n# DATA TYPE: soc\n200001: 1,2\n',
      'more than 200000 responses',
    ],
  ])('does not become a study: %s', async (_, body, message) => {
    const before = await (await fresh.designer('/api/studies')).json();
    const answer = await send('/api/studies/import', body);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { error: string }).error).toContain(message);
    expect(await (await fresh.designer('/api/studies')).json()).toEqual(before);
  });

  test('is refused when it is no text file, too large, or for nobody', async () => {
    const id = await newStudy();
    const path = `/api/studies/${id}/import`;
    expect((await send(path, '{}', 'image/png')).status).toBe(415);
    expect((await send(path, 'x'.repeat(8 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await send(path, new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).status).toBe(422);
    expect((await send(path, agh, 'text/plain', 'plenary_wrong')).status).toBe(401);
    const nowhere = '/api/studies/00000000-0000-4000-8000-000000000000/import';
    expect((await send(nowhere, agh)).status).toBe(404);
    const made = await fresh.designer('/api/tokens', { body: { name: 'v', role: 'viewer' } });
    const { token } = (await made.json()) as { token: string };
    expect((await send(path, agh, 'text/plain', token)).status).toBe(403);
    expect(await countResponses(fresh.db, id)).toBe(0);
  });
});
