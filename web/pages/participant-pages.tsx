import { Hono } from 'hono';
import type { Env } from '../../src/http/env.ts';

export const participantPages = new Hono<Env>();
