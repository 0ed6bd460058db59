import { demoStudy } from '../../src/cli/demo-study.ts';
import { createInvitation } from '../../src/db/invitations.ts';
import { setupLink } from '../../src/db/setup-link.ts';
import { createOrganisation } from '../../src/db/organisations.ts';
import { acceptPartnership, invitePartner } from '../../src/db/study-partners.ts';
import { createStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { runWebhooksOnce } from '../../src/http/webhook-runner.ts';
import { testCodeOf } from '../../src/http/test-code.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { template } from '../../src/survey/templates.ts';
import { respond } from '../smoke.ts';
import { serveApp, type ServedApp } from './browser.ts';
import { gapsSitePages } from './gaps-pages.ts';
import { roomSitePages } from './room-pages.ts';
import { roomResultsStudy } from './room-results-pages.ts';
import { strategySitePages } from './strategy-pages.ts';

/** One address of the site. */
export interface SitePage {
  name: string;
  url: string;
  /** 200 where it is not said. */
  status?: number;
  /** Seen by a designer who is signed in to this site; by anybody without. */
  site?: ServedApp;
}

/** Every page of the product: at the first start, before the first study, and in use. */
export async function sitePages(): Promise<{ pages: SitePage[]; close(): Promise<void> }> {
  const often = { perSecond: 1000, burst: 1000 };
  const limits = { receipts: often, signIns: often };
  const sites = await Promise.all([1, 2, 3].map(() => serveApp({ limits })));
  const [early, empty, used] = sites as [ServedApp, ServedApp, ServedApp];
  return {
    pages: [
      ...(await firstPages(early)),
      { name: 'studies-empty', url: `${empty.url}/studies`, site: empty },
      ...(await laterPages(used)),
    ],
    close: async () => void (await Promise.all(sites.map((site) => site.close()))),
  };
}

/** The site at its first start, before there is any designer. */
async function firstPages({ db, url }: ServedApp): Promise<SitePage[]> {
  const token = await setupLink(db, new Date());
  return [
    { name: 'setup', url: `${url}/setup/${token}` },
    { name: 'setup-unknown', url: `${url}/setup/none`, status: 410 },
    { name: 'sign-in-new', url: `${url}/studies`, status: 401 },
  ];
}

async function laterPages(site: ServedApp): Promise<SitePage[]> {
  const { db, url } = site;
  const now = new Date();
  const made = async (id: string, status?: 'open' | 'closed', answers = 0): Promise<Study> => {
    const study = await createStudy(db, { definition: template(id)!, now });
    if (status) await setStudyStatus(db, study.id, 'open', now);
    for (let n = 0; n < answers; n += 1) await respond(url, study.joinCode);
    return study;
  };
  const draft = await made('rural-innovation-gaps');
  const open = await made('smart-city-programme-manager', 'open', 3);
  const closed = await made('local-digital-skills', 'open', 2);
  const own = await respond(url, open.joinCode);
  const ended = await respond(url, closed.joinCode);
  const gone = await respond(url, open.joinCode);
  await fetch(`${url}/api/responses/${gone.id}`, {
    method: 'DELETE',
    headers: { receipt: gone.receipt },
  });
  await setStudyStatus(db, closed.id, 'closed', now);
  const { study: demo } = await demoStudy(db, {
    preset: 'demo',
    seed: 5,
    templateId: 'smart-city-programme-manager',
    now,
  });
  const invitation = await createInvitation(
    db,
    { organisationId: demo.organisationId, email: 'new@city.example', role: 'designer' },
    now,
  );
  await webhookWithLog(site, open.id);
  const sharing = { studyId: open.id, role: 'viewer', email: 'owner@cluster.example' } as const;
  const partnership = await invitePartner(db, sharing, now);
  const { id: cluster } = await createOrganisation(db, 'Cluster of the North', now);
  const shared = { token: await invitePartner(db, { ...sharing, email: null }, now), by: 'Ana' };
  await acceptPartnership(db, { ...shared, organisationId: cluster }, now);
  const room = await roomSitePages(site);
  const gaps = await gapsSitePages(site);
  const strategy = await strategySitePages(site, demo.id);
  const sessions = await roomResultsStudy(site, [64, 32]);
  const code = ({ joinCode }: Study) => formatJoinCode(joinCode);
  const results = (study: Study, query = '') => `${url}/studies/${study.id}/results${query}`;
  const anybody: [string, string, number?][] = [
    ['home', '/'],
    ['code-wrong', '/j?code=nothing', 404],
    ['study-unknown', '/j/ZZZ-ZZZ', 404],
    ['study-draft', `/j/${code(draft)}`, 404],
    ['study-closed', `/j/${code(closed)}`, 410],
    ['welcome', `/j/${code(open)}`],
    ['test', `/j/${await testCodeOf(site.config.secret, draft)}`],
    ...room.anybody,
    ...gaps.anybody,
    ...strategy.anybody,
    ['receipt-entry', `/j/${code(open)}/receipt`],
    ['receipt-unknown', `/r/${code(open)}/AAAA-AAAA-AAAA`, 404],
    ['own-answers', `/r/${code(open)}/${own.receipt}`],
    ['own-answers-sent', `/r/${code(open)}/${own.receipt}?sent`],
    ['own-answers-closed', `/r/${code(closed)}/${ended.receipt}`],
    ['own-answers-withdrawn', `/r/${code(open)}/${gone.receipt}`],
    ['withdraw', `/r/${code(open)}/${own.receipt}/withdraw`],
    ['sign-in', '/studies', 401],
    ['forgotten', '/forgotten'],
    ['reset', '/reset/none'],
    ['invitation', `/invitation/${invitation}`],
    ['invitation-unknown', '/invitation/none', 410],
    ['not-found', '/nowhere', 404],
    ['api', '/docs'],
    ['api-found', '/docs?q=webhooks+redeliver'],
    ['api-not-found', '/docs?q=nothing+like+it'],
  ];
  const designers: [string, string, number?][] = [
    ['studies', `${url}/studies`],
    ['account', `${url}/account`],
    ['people', `${url}/people`],
    ['tokens', `${url}/tokens`],
    ['design-draft', `${url}/studies/${draft.id}`],
    ['edit-draft', `${url}/studies/${draft.id}/edit`],
    ['edit-answered', `${url}/studies/${open.id}/edit`],
    ['preview', `${url}/studies/${open.id}/preview?lang=de`],
    ['design-open', `${url}/studies/${open.id}`],
    ['design-closed', `${url}/studies/${closed.id}`],
    ['poster', `${url}/studies/${demo.id}/poster`],
    ['share', `${url}/studies/${draft.id}/share?by=role`],
    ['share-links', `${url}/studies/${open.id}/share`],
    ['table-cards', `${url}/studies/${open.id}/cards?tables=5`],
    ['translations', `${url}/studies/${draft.id}/translations?part=study`],
    ['translations-edit', `${url}/studies/${open.id}/translations?language=de&part=study`],
    ...strategy.designers.map(([name, path]): [string, string] => [name, url + path]),
    ...gaps.designers.map(([name, path]): [string, string] => [name, url + path]),
    ...room.designers.map(([name, path]): [string, string] => [name, url + path]),
    ['needs', `${url}/studies/${demo.id}/needs`],
    ['plan', `${url}/studies/${demo.id}/plan`],
    ['results-none', results(draft)],
    ['results-few', results(closed)],
    ['results-ranking', results(demo)],
    ['results-compared', results(demo, '?by=area-type')],
    ['results-filtered', results(demo, '?where=area-type:city')],
    ['results-held-back', results(demo, '?where=country:MT')],
    ['results-single', results(demo, '?question=role')],
    ['results-country', results(demo, '?question=country')],
    ['results-scale', results(demo, '?question=training-duration&by=role')],
    ['results-number', results(demo, '?question=online-share')],
    ['results-ratings', results(demo, '?question=competency-importance')],
    ['results-texts', results(demo, '?question=own-problem')],
    ['data-texts', `${url}/studies/${demo.id}/data?question=own-problem`],
    ['data-texts-few', `${url}/studies/${closed.id}/data`],
    ['data-write-ins', `${url}/studies/${demo.id}/data/write-ins`],
    ['data-quality', `${url}/studies/${demo.id}/data/quality`],
    ['data-quality-none', `${url}/studies/${draft.id}/data/quality`],
    ['results-clean', results(demo, '?quality=clean')],
    ['study-none', `${url}/studies/none`, 404],
    ['webhooks-none', `${url}/studies/${draft.id}/webhooks`],
    ['webhooks', `${url}/studies/${open.id}/webhooks`],
    ['results-compare', results(demo, '?where=area-type:city&compare=others')],
    [
      'results-compare-choice',
      results(demo, '?question=training-necessary&where=area-type:city&compare=all'),
    ],
    ['results-divides', results(demo, '/divides')],
    ['results-room', results(sessions, '/room?own=organisation-type:municipality')],
    ['results-room-none', results(draft, '/room')],
    ['series', `${url}/studies/${sessions.id}/series?name=Sessions`],
    ['series-none', `${url}/studies/${draft.id}/series`],
    ['partnership', `${url}/partnership/${partnership}`],
    ['results-wrong', results(demo, '?question=none'), 422],
  ];
  return [
    ...anybody.map(([name, path, status = 200]) => ({ name, url: url + path, status })),
    ...designers.map(([name, address, status = 200]) => ({ name, url: address, status, site })),
  ];
}

/** A webhook that has been sent two tests: one arrived, one did not. */
async function webhookWithLog({ db, config, designer }: ServedApp, study: string): Promise<void> {
  const url = 'https://hooks.example.org/plenary/a-rather-long-address-of-some-other-program';
  const made = await designer(`/api/studies/${study}/webhooks`, {
    body: { url, events: ['response.stored', 'study.closed', 'results.milestone'] },
  });
  const { id } = (await made.json()) as { id: string };
  const answers = [204, 503];
  for (const status of answers) {
    await designer(`/api/studies/${study}/webhooks/${id}/test`, { method: 'POST' });
    const send = async () => status;
    await runWebhooksOnce({ db, secret: config.secret, now: config.now, send });
  }
}
