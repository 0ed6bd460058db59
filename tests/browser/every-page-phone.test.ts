import { PHONE, testEveryPage } from './every-page.ts';

testEveryPage(PHONE);
