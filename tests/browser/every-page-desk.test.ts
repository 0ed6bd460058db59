import { DESK, testEveryPage } from './every-page.ts';

testEveryPage(DESK);
