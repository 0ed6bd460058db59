import type { Migration } from 'kysely/migration';
import * as initial from './0001_initial.ts';
import * as tallySnapshots from './0002_tally_snapshots.ts';
import * as crossedResults from './0003_crossed_results.ts';
import * as accounts from './0004_accounts.ts';
import * as authoring from './0005_authoring.ts';
import * as distribution from './0006_distribution.ts';
import * as data from './0007_data.ts';
import * as webhooks from './0008_webhooks.ts';
import * as room from './0009_room.ts';
import * as registration from './0011_registration.ts';
import * as gaps from './0012_gaps.ts';
import * as plenary from './0013_plenary.ts';
import * as paperAndMarks from './0014_paper_and_marks.ts';
import * as sharedStudies from './0015_shared_studies.ts';
import * as plan from './0016_plan.ts';
import * as strategy from './0017_strategy.ts';

/** Every migration by name, in order. A record, not a folder: Workers have no file system. */
export const migrations: Record<string, Migration> = {
  '0001_initial': initial,
  '0002_tally_snapshots': tallySnapshots,
  '0003_crossed_results': crossedResults,
  '0004_accounts': accounts,
  '0005_authoring': authoring,
  '0006_distribution': distribution,
  '0007_data': data,
  '0008_webhooks': webhooks,
  '0009_room': room,
  '0011_registration': registration,
  '0012_gaps': gaps,
  '0013_plenary': plenary,
  '0014_paper_and_marks': paperAndMarks,
  '0015_shared_studies': sharedStudies,
  '0016_plan': plan,
  '0017_strategy': strategy,
};
